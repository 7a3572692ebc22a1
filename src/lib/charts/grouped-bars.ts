import { formatPlain } from '#lib/i18n/index.ts';
import type { Chart, DrawnChart, ChartSize } from './chart.ts';
import { drawableLine } from './clean-text.ts';
import { missingStyle } from './decals.ts';
import {
  GAP,
  groupedLayout,
  LABEL,
  LEGEND,
  MISSING_BOX,
  type GroupedLayout,
} from './grouped-bars-layout.ts';
import { comparedStyle } from './grouped-bars-styles.ts';
import {
  axisTip,
  barSentence,
  comparisonSummary,
  comparisonWords,
  valueText,
} from './grouped-bars-text.ts';
import { markId, markOf, type ComparedMark, type ComparisonInput } from './grouped-bars-types.ts';
import type { BarItem, BarSeries, ChartOption } from './option.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';

/** Those that are not meant, while one is. */
const FADED = 0.3;

/** Series ids cannot meet the words of the library: they are prefixed. */
const seriesId = (id: string) => `series:${id}`;

interface Drawing {
  readonly input: ComparisonInput;
  readonly layout: GroupedLayout;
  readonly tokens: ChartTokens;
  readonly lit: ComparedMark;
}

/**
 * Horizontal bars from zero, one group a measure and one bar a series, with the number at the end
 * of each. A missing value is a hatched box with 缺 in place of the bar.
 */
export function groupedBars(input: ComparisonInput): Chart {
  const words = chartWords(input.locale);
  const what = comparisonWords(input.locale).bars(input.axes.length, input.series.length);
  const hasGaps = input.series.some(({ values }) => values.some((value) => value === null));
  return {
    locale: input.locale,
    stops: input.axes.flatMap(({ code }, item) =>
      input.series.map((series, at) => ({
        id: markId({ series: series.id, axis: code }),
        sentence: barSentence(input, item, series),
        mark: { series: at, item },
      })),
    ),
    notes: hasGaps ? [words.missingNote] : [],
    summary: (title) => comparisonSummary(input, title, what),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function draw(
  input: ComparisonInput,
  theme: ThemeName,
  size: ChartSize,
  highlight: string | null,
): DrawnChart {
  const layout = groupedLayout(input, size);
  const drawing = { input, layout, tokens: TOKENS[theme], lit: markOf(highlight) };
  const { width, height, fits } = layout;
  const isEmpty = input.series.length === 0 || input.axes.length === 0;
  const option = isEmpty ? emptyComparison(input, drawing.tokens) : barsOption(drawing);
  return { option, width, height, fits, captionHeight: 0 };
}

export const emptyComparison = (input: ComparisonInput, tokens: ChartTokens): ChartOption => ({
  animation: false,
  title: {
    text: comparisonWords(input.locale).empty,
    left: 'center',
    top: 'middle',
    textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
  },
});

function barsOption(drawing: Drawing): ChartOption {
  const { input, layout, tokens, lit } = drawing;
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: layout.top,
      width: layout.plotWidth,
      height: layout.plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: layout.axis.min,
      max: layout.axis.max,
      interval: layout.axis.step,
      axisLabel: { formatter: (value: number) => formatPlain(value) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: layout.names.map((name, i) => ({
        value: name,
        textStyle: {
          align: 'left' as const,
          ...(lit.axis !== null && input.axes[i]?.code === lit.axis
            ? { color: tokens.accent, fontWeight: 600 as const }
            : { color: tokens.ink }),
        },
      })),
      axisLine: { show: true },
      z: 3,
      axisLabel: {
        interval: 0,
        margin: layout.nameWidth + GAP.name,
        fontSize: layout.fontSize,
        lineHeight: Math.round(layout.fontSize * 1.3),
      },
    },
    legend: layout.legend === 'direct' ? { show: false } : comparedLegend(input, layout.width),
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        return axisTip(input, first?.dataIndex ?? -1);
      },
    },
    series: input.series.map((_, at) => barSeries(drawing, at)),
  };
}

/** Signs with names, in lines from the left. `icons`: one a series; swatches where not given. */
export function comparedLegend(
  input: ComparisonInput,
  width: number,
  icons: readonly string[] = [],
): NonNullable<ChartOption['legend']> {
  const names = new Map(input.series.map(({ id, name }) => [seriesId(id), name]));
  return {
    data: [...names.keys()].map((name, at) => ({ name, icon: icons[at] ?? 'rect' })),
    formatter: (id) => drawableLine(names.get(id) ?? ''),
    selectedMode: false,
    left: 0,
    top: 4,
    width,
    align: 'left',
    itemWidth: LEGEND.swatch,
    itemHeight: LEGEND.height,
    itemGap: LEGEND.gap,
    padding: 0,
    textStyle: { fontSize: LABEL },
  };
}

function barSeries({ input, layout, tokens, lit }: Drawing, at: number): BarSeries {
  const series = input.series[at];
  if (!series) return { type: 'bar', data: [] };
  const { id, name, isReference, values } = series;
  const isLit = lit.series === id;
  const opacity = lit.series === null || isLit ? 1 : FADED;
  const label = (axis: number) =>
    valueText(values[axis], input) +
    (axis === 0 && layout.legend === 'direct' ? `  ${drawableLine(name)}` : '');
  return {
    type: 'bar',
    id: seriesId(id),
    name: seriesId(id),
    barWidth: layout.barHeight,
    barGap: `${(100 * GAP.bar) / layout.barHeight}%`,
    // Labels run past the end of the axis.
    clip: false,
    emphasis: { disabled: true },
    itemStyle: { ...comparedStyle(tokens, at, isReference), opacity },
    label: {
      show: true,
      position: 'right',
      distance: GAP.label,
      formatter: ({ dataIndex }) => label(dataIndex),
      color: tokens.ink,
      // Numbers are read while their bars step back.
      opacity: 1,
      fontSize: LABEL,
      fontWeight: isLit ? 600 : 400,
    },
    data: values.map(
      (value): BarItem =>
        value ?? {
          value: layout.axis.min + MISSING_BOX / layout.pixelsPerPoint,
          itemStyle: { ...missingStyle(tokens), opacity },
        },
    ),
  };
}
