import { formatPlain } from '#lib/i18n/index.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { missingStyle } from './decals.ts';
import type { BarItem, BarSeries, ChartOption, ScatterSeries } from './option.ts';
import { targetLayout, type TargetLayout } from './target-layout.ts';
import type { TargetBarsInput, TargetRowInput, TargetTone } from './target-types.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';

/** Width of the hatched box in place of a mark that is not there, in pixels. */
const BOX = 28;

/**
 * Targets as horizontal bars from zero, or institutions as dots, each against the line of the goal;
 * the verdict stands in words at the right. What is missing is a hatched box and takes no length.
 */
export function targetBars(input: TargetBarsInput): Chart {
  const words = chartWords(input.locale);
  const gaps = input.rows.some(({ value }) => value === null);
  return {
    locale: input.locale,
    stops: input.rows.map(({ id, sentence }) => ({ id, sentence: cleanText(sentence) })),
    notes: gaps ? [input.missingNote] : [],
    summary: (title) =>
      [cleanText(title), input.rows.length === 0 ? input.empty : input.counts, '']
        .join(words.stop)
        .trim(),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function draw(
  input: TargetBarsInput,
  theme: ThemeName,
  size: ChartSize,
  highlight: string | null,
): DrawnChart {
  const layout = targetLayout(input, size);
  const tokens = TOKENS[theme];
  return {
    option:
      input.rows.length === 0
        ? emptyOption(input, tokens)
        : option(input, layout, tokens, highlight),
    width: layout.width,
    height: layout.height,
    fits: layout.fits,
    captionHeight: 0,
  };
}

const emptyOption = ({ empty }: TargetBarsInput, tokens: ChartTokens): ChartOption => ({
  animation: false,
  title: {
    text: drawableLine(empty),
    left: 'center',
    top: 'middle',
    textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
  },
});

function option(
  input: TargetBarsInput,
  layout: TargetLayout,
  tokens: ChartTokens,
  highlight: string | null,
): ChartOption {
  const { rows } = input;
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: layout.top,
      width: layout.plotWidth,
      height: layout.plotHeight,
      // The columns beside the plot are laid out here, not by ECharts.
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: layout.axis.max,
      interval: layout.axis.step,
      axisLabel: { formatter: (value: number) => formatPlain(value) },
    },
    yAxis: [names(input, layout, tokens, highlight), labels(layout, tokens)],
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', z: -1 },
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const row = rows[first?.dataIndex ?? -1];
        return row ? drawableLine(row.sentence).replaceAll('{', '{\u200b') : '';
      },
    },
    series: [
      input.marks === 'bars' ? bars(rows, layout, tokens) : dots(rows, tokens),
      gapBoxes(input, layout, tokens),
      goalLine(input, layout, tokens),
    ],
  };
}

type CategoryAxis = Extract<
  Exclude<NonNullable<ChartOption['yAxis']>, readonly unknown[]>,
  { type?: 'category' }
>;

/** Names in a column flush left. */
const names = (
  { rows }: TargetBarsInput,
  layout: TargetLayout,
  tokens: ChartTokens,
  highlight: string | null,
): CategoryAxis => ({
  type: 'category',
  inverse: true,
  data: rows.map(({ id }, i) => ({
    value: layout.names[i] ?? '',
    textStyle: {
      align: 'left',
      ...(id === highlight ? { color: tokens.accent, fontWeight: 600 } : { color: tokens.ink }),
    },
  })),
  axisLine: { show: true },
  z: 3,
  axisLabel: {
    interval: 0,
    margin: layout.nameWidth + 12,
    fontSize: layout.fontSize,
    lineHeight: layout.lineHeight,
  },
});

/** What each row came to, in words, in a column at the right. */
const labels = (layout: TargetLayout, tokens: ChartTokens): CategoryAxis => ({
  type: 'category',
  inverse: true,
  position: 'right',
  data: [...layout.labels],
  axisPointer: { show: false },
  axisLabel: {
    interval: 0,
    align: 'left',
    margin: 12,
    color: tokens.ink2,
    fontSize: layout.fontSize,
    lineHeight: layout.lineHeight,
  },
});

const colourOf = (tone: TargetTone, tokens: ChartTokens): string =>
  ({ met: tokens.good, not_met: tokens.bad, open: tokens.ink3 })[tone];

/** Of all series alike, or those without bars would push the bars out of their rows. */
const inTheMiddle = ({ rowHeight }: TargetLayout) =>
  ({ barWidth: Math.min(14, rowHeight * 0.5), barGap: '-100%' }) as const;

const bars = (
  rows: readonly TargetRowInput[],
  layout: TargetLayout,
  tokens: ChartTokens,
): BarSeries => ({
  type: 'bar',
  id: 'values',
  ...inTheMiddle(layout),
  emphasis: { disabled: true },
  data: rows.map(({ value, tone }): BarItem =>
    value === null
      ? null
      : {
          value,
          itemStyle:
            tone === 'not_met'
              ? // Hollow: on paper in black and white it is told from a full one.
                { color: tokens.paper, borderColor: colourOf(tone, tokens), borderWidth: 1.5 }
              : { color: colourOf(tone, tokens) },
        },
  ),
});

/** Met: full disc; not met: hollow diamond; open: grey disc. */
const dots = (rows: readonly TargetRowInput[], tokens: ChartTokens): ScatterSeries => ({
  type: 'scatter',
  id: 'values',
  symbolSize: 11,
  emphasis: { disabled: true },
  clip: false,
  z: 4,
  data: rows.flatMap(({ value, tone }, row) =>
    value === null
      ? []
      : [
          {
            value: [value, row],
            symbol: tone === 'not_met' ? 'diamond' : 'circle',
            symbolSize: tone === 'not_met' ? 14 : 11,
            itemStyle:
              tone === 'not_met'
                ? {
                    color: tokens.paper,
                    borderColor: colourOf(tone, tokens),
                    borderWidth: 2,
                    opacity: 1,
                  }
                : { color: colourOf(tone, tokens), opacity: 1 },
          },
        ],
  ),
});

/** Hatched boxes with 缺 where there is no number. */
const gapBoxes = (
  { rows, missing }: TargetBarsInput,
  layout: TargetLayout,
  tokens: ChartTokens,
): BarSeries => ({
  type: 'bar',
  id: 'missing',
  ...inTheMiddle(layout),
  emphasis: { disabled: true },
  clip: false,
  itemStyle: missingStyle(tokens),
  label: {
    show: true,
    position: 'right',
    distance: 4,
    formatter: () => drawableLine(missing),
    color: tokens.ink2,
    fontSize: layout.fontSize,
  },
  data: rows.map(({ value }): BarItem =>
    value === null ? (BOX / layout.plotWidth) * layout.axis.max : null,
  ),
});

/** The line that is to be reached, over the bars, with its number above the plot. */
const goalLine = (
  { goal, rows }: TargetBarsInput,
  layout: TargetLayout,
  tokens: ChartTokens,
): BarSeries => ({
  type: 'bar',
  id: 'goal',
  ...inTheMiddle(layout),
  silent: true,
  data: rows.map(() => null),
  markLine: {
    silent: true,
    symbol: 'none',
    animation: false,
    data: [{ xAxis: goal.value }],
    lineStyle: { color: tokens.ink, width: 1.5, type: 'solid' },
    label: {
      // The axis runs downwards, so the line starts at the top.
      position: 'start',
      distance: 4,
      formatter: () => drawableLine(goal.label),
      color: tokens.ink,
      fontSize: 12,
    },
  },
});
