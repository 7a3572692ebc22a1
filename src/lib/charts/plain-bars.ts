import { formatNumber, formatPlain } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { missingStyle } from './decals.ts';
import type { BarItem, ChartOption } from './option.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';
import { wrapEvenly } from './wrap-text.ts';

/** One bar: any name, any number. */
export interface PlainBar {
  readonly id: string;
  readonly name: string;
  /** null is missing and is never drawn as zero. */
  readonly value: number | null;
}

export interface PlainBarsInput {
  /** Drawn from the top in the order given. */
  readonly bars: readonly PlainBar[];
  readonly unit: string;
  readonly decimals: number;
  /** The drawing in words, without its title. */
  readonly description: string;
  readonly locale: Locale;
}

const GAP = 12;
const AXIS_HEIGHT = 24;
const BOX = 28;

/** Horizontal bars from zero, each with its number at the end. */
export function plainBars(input: PlainBarsInput): Chart {
  const words = chartWords(input.locale);
  const said = (bar: PlainBar) =>
    bar.value === null
      ? words.missing
      : `${formatNumber(bar.value, input.decimals)}${input.locale === 'zh' ? '' : ' '}${input.unit}`.trimEnd();
  return {
    locale: input.locale,
    stops: input.bars.map((bar) => ({
      id: bar.id,
      sentence: cleanText(bar.name) + words.comma + said(bar) + words.stop.trimEnd(),
    })),
    notes: input.bars.some(({ value }) => value === null) ? [words.missingNote] : [],
    summary: (title) =>
      [cleanText(title), cleanText(input.description)]
        .filter((part) => part !== '')
        .join(words.stop),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function draw(
  input: PlainBarsInput,
  theme: ThemeName,
  { width, height }: ChartSize,
  highlight: string | null,
): DrawnChart {
  const { bars, decimals } = input;
  const tokens = TOKENS[theme];
  const fontSize = width < 480 ? 12 : 14;
  const names = bars.map(({ name }) => wrapEvenly(cleanText(name), width * 0.36, fontSize, 4));
  const nameWidth = widest(names.flat(), fontSize);
  const labels = bars.map(({ value }) =>
    value === null ? chartWords(input.locale).missing : formatNumber(value, decimals),
  );
  const labelWidth = widest(labels, fontSize) * 1.08 + 10;
  const left = Math.ceil(nameWidth + GAP);
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const axis = axisTicks(low, high, width < 480 ? 3 : 5);
  // Room for a number past either end of the scale.
  const before = low < 0 ? labelWidth : 0;
  const plotWidth = Math.max(width - left - before - Math.max(labelWidth, BOX + labelWidth), 60);
  const lines = names.reduce((most, name) => Math.max(most, name.length), 1);
  const least = Math.max(20, lines * Math.round(fontSize * 1.3) + 6);
  const free = height === null ? null : (height - AXIS_HEIGHT - 8) / Math.max(bars.length, 1);
  const rowHeight =
    free === null
      ? Math.max(bars.length <= 12 ? 32 : 24, least)
      : Math.min(Math.max(free, least), 56);
  const plotHeight = rowHeight * Math.max(bars.length, 1);
  const perUnit = plotWidth / (axis.max - axis.min);
  const option: ChartOption = {
    animation: false,
    grid: {
      left: left + before,
      top: 8,
      width: plotWidth,
      height: plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      axisLabel: { formatter: (value: number) => formatPlain(value, 6) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map((name, i) => ({
        value: name.map(drawableLine).join('\n'),
        textStyle: {
          align: 'left' as const,
          ...(bars[i]?.id === highlight
            ? { color: tokens.accent, fontWeight: 600 as const }
            : { color: tokens.ink }),
        },
      })),
      axisLine: { show: true, onZero: true },
      z: 3,
      axisLabel: {
        interval: 0,
        margin: nameWidth + GAP + before,
        fontSize,
        lineHeight: Math.round(fontSize * 1.3),
      },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', z: -1 },
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const index = first?.dataIndex ?? -1;
        return drawableLine(`${bars[index]?.name ?? ''}  ${labels[index] ?? ''}`).replaceAll(
          '{',
          '{\u200b',
        );
      },
    },
    series: [
      {
        type: 'bar',
        id: 'bars',
        barWidth: Math.round(Math.min(rowHeight * 0.66, 2 * fontSize)),
        clip: false,
        emphasis: { disabled: true },
        data: bars.map(({ id, value }): BarItem => {
          const isNegative = (value ?? 0) < 0;
          return {
            value: value ?? BOX / perUnit,
            itemStyle:
              value === null
                ? missingStyle(tokens)
                : {
                    color:
                      highlight !== null && id !== highlight
                        ? tokens.hairlineStrong
                        : tokens.accent,
                  },
            label: { position: isNegative ? 'left' : 'right' },
          };
        }),
        label: {
          show: true,
          distance: 6,
          formatter: ({ dataIndex }) => labels[dataIndex] ?? '',
          color: tokens.ink,
          fontSize,
          fontWeight: 600,
        },
      },
    ],
  };
  return {
    option: bars.length === 0 ? empty(input.locale, theme) : option,
    width,
    height: Math.ceil(8 + plotHeight + AXIS_HEIGHT),
    fits: free === null || free >= least,
    captionHeight: 0,
  };
}

const widest = (lines: readonly string[], fontSize: number): number =>
  lines.reduce((most, line) => Math.max(most, textWidth(line, fontSize)), 0);

const empty = (locale: Locale, theme: ThemeName): ChartOption => ({
  animation: false,
  title: {
    text: chartWords(locale).missing,
    left: 'center',
    top: 'middle',
    textStyle: { color: TOKENS[theme].ink2, fontSize: 14, fontWeight: 'normal' },
  },
});
