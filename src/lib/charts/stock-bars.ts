/** What is held at the end of each year, and how much of it is new: columns from zero. */
import type { Locale } from '#lib/model/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { missingStyle } from './decals.ts';
import type { BarItem, BarSeries } from './option.ts';
import { formatPlain } from '#lib/i18n/index.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ThemeName } from './tokens.ts';
import { tipLines } from './trend-lines-text.ts';
import { trendWords } from './trend-lines-words.ts';

export interface StockYear {
  readonly period: string;
  /** Held at the end of the year; null where unknown. */
  readonly stock: number | null;
  /** Of which new in the year; null where unknown. */
  readonly added: number | null;
  /** In words, with unit: both, or why there are none. */
  readonly text: string;
}

export interface StockBarsInput {
  readonly locale: Locale;
  readonly years: readonly StockYear[];
}

const SMALL = 12;
/** Height of the plot. */
const LEAST = 120;

/** Columns of what was held, the new part set off at the top of each. */
export function stockBarsChart(input: StockBarsInput): Chart {
  const words = trendWords(input.locale);
  const { years } = input;
  const known = years.filter(({ stock }) => stock !== null);
  return {
    locale: input.locale,
    stops: years.map(({ period, text }, item) => ({
      id: null,
      sentence: words.sentence(period, period, text).replace(`${period}${words.comma}`, ''),
      mark: { series: 0, item },
    })),
    notes: known.length < years.length ? [words.hatched] : [],
    summary: (title) =>
      [
        cleanText(title),
        words.kind.stock,
        ...years.map(({ period, text }) => `${period} ${cleanText(text)}`),
      ].join(words.stop) + words.stop.trimEnd(),
    draw: (theme, size) => draw(input, theme, size),
  };
}

function draw({ locale, years }: StockBarsInput, theme: ThemeName, size: ChartSize): DrawnChart {
  const tokens = TOKENS[theme];
  const words = trendWords(locale);
  const { width } = size;
  const high = years.reduce((most, { stock }) => Math.max(most, stock ?? 0), 0);
  const axis = axisTicks(0, high, 4);
  const ticks: string[] = [];
  for (let value = 0; value <= axis.max + axis.step * 1e-6; value += axis.step)
    ticks.push(formatPlain(value));
  const left = Math.ceil(Math.max(...ticks.map((text) => textWidth(text, SMALL)))) + 12;
  // Two lines above the highest column, part of which may have room inside the plot.
  const top = Math.ceil(Math.max(8, 40 - LEAST * (1 - high / axis.max)));
  const bottom = 28;
  const free = size.height === null ? 200 : size.height - top - bottom;
  const plotHeight = Math.max(free, LEAST);
  const step = (width - left - 8) / Math.max(years.length, 1);
  const label = (at: number): string => {
    const { stock, added } = years[at]!;
    if (stock === null) return words.missing;
    const total = formatPlain(stock);
    const fresh =
      added === null ? `${words.added} ${words.missing}` : `${words.added} ${formatPlain(added)}`;
    return textWidth(fresh, SMALL) + 4 <= step ? `${total}\n${fresh}` : total;
  };
  const bar = (id: string, data: BarItem[], extra: Partial<BarSeries>): BarSeries => ({
    type: 'bar',
    id,
    name: id,
    stack: 'stock',
    barMaxWidth: 56,
    clip: false,
    emphasis: { disabled: true },
    data,
    ...extra,
  });
  const split = (at: number): boolean => {
    const { stock, added } = years[at]!;
    return stock !== null && added !== null && added >= 0 && added <= stock;
  };
  const places = years.map((_, at) => at);
  const outline = tokens.decals ? { borderColor: tokens.ink, borderWidth: 0.5 } : {};
  return {
    width,
    height: top + plotHeight + bottom,
    fits: free >= LEAST,
    captionHeight: 0,
    option: {
      animation: false,
      grid: { left, top, width: width - left - 8, height: plotHeight, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: years.map(({ period }) => drawableLine(period)),
        axisLine: { show: true },
      },
      yAxis: {
        type: 'value',
        min: axis.min,
        max: axis.max,
        interval: axis.step,
        axisLabel: { formatter: (value: number) => formatPlain(value) },
      },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        confine: true,
        transitionDuration: 0,
        formatter: (params) => {
          const [first] = Array.isArray(params) ? params : [params];
          const year = years[first?.dataIndex ?? -1];
          return year ? tipLines([year.period, year.text]) : '';
        },
      },
      series: [
        bar(
          'carried',
          places.map((at) => {
            const { stock, added } = years[at]!;
            return split(at) ? stock! - added! : stock;
          }),
          { itemStyle: { color: tokens.hairlineStrong, ...outline } },
        ),
        bar(
          'added',
          places.map((at) => (split(at) ? years[at]!.added : null)),
          { itemStyle: { color: tokens.accent, ...outline } },
        ),
        bar(
          'missing',
          places.map((at) => (years[at]!.stock === null ? (axis.max * 24) / plotHeight : null)),
          { itemStyle: missingStyle(tokens) },
        ),
        // Unseen: stands on the top of each column and carries the words.
        bar(
          'words',
          places.map(() => 0),
          {
            itemStyle: { color: 'transparent' },
            label: {
              show: true,
              position: 'top',
              distance: 4,
              color: tokens.ink,
              fontSize: SMALL,
              lineHeight: 15,
              formatter: ({ dataIndex }) => label(dataIndex),
            },
          },
        ),
      ],
    },
  };
}
