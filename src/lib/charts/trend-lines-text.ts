/** Charts over years in words: spoken points, tips, summaries, notes. */
import type { ChartStop } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { TrendKind } from './trend-lines-draw.ts';
import { isCut } from './trend-lines-runs.ts';
import { trendScale } from './trend-lines-scale.ts';
import type { TrendLinesInput, TrendPoint, TrendSeries } from './trend-lines-types.ts';
import { trendWords } from './trend-lines-words.ts';

/** Those set off from the others, in the order of their colours. */
export const coloured = ({ series }: Pick<TrendLinesInput, 'series'>): TrendSeries[] =>
  series.filter(({ colour }) => colour !== null);

/** All numbers that the vertical axis has to hold. */
export const valuesOf = ({ series, ranges }: TrendLinesInput): number[] => [
  ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
  ...ranges.flatMap((range) => (range ? [range.low, range.high] : [])),
];

const pointText = (input: Pick<TrendLinesInput, 'locale'>, { value, text }: TrendPoint): string =>
  value === null ? trendWords(input.locale).gap(text) : text;

/** 甲县，2023 年，78.5 分。 */
export const pointSentence = (
  input: Pick<TrendLinesInput, 'locale' | 'periods'>,
  series: TrendSeries,
  at: number,
): string =>
  trendWords(input.locale).sentence(
    cleanText(series.name),
    input.periods[at] ?? '',
    pointText(input, series.points[at]!),
  );

/** ECharts reads `{name|…}` as a style; an unseen joint keeps such a label as it was typed. */
export const tipLines = (lines: readonly string[]): string =>
  lines.map((text) => drawableLine(text).replaceAll('{', '{\u200b')).join('\n');

export const pointTip = (
  input: Pick<TrendLinesInput, 'locale' | 'periods'>,
  series: TrendSeries,
  at: number,
): string =>
  tipLines([series.name, `${input.periods[at] ?? ''}  ${pointText(input, series.points[at]!)}`]);

/** Every value of the coloured series, in turn. */
export const trendStops = (input: TrendLinesInput): ChartStop[] =>
  coloured(input).flatMap((series, position) =>
    series.points.map((_, item) => ({
      id: series.id,
      sentence: pointSentence(input, series, item),
      mark: { series: position, item },
    })),
  );

/** Kind, who, span, the way of each, gaps; for those who do not see the chart. */
export function trendSummary(input: TrendLinesInput, kind: TrendKind, title: string): string {
  const words = trendWords(input.locale);
  const { periods, series } = input;
  const shown = coloured(input);
  if (valuesOf(input).length === 0)
    return `${cleanText(title)}${words.stop}${words.empty}${words.stop}`.trim();
  const ways = shown.map(({ name, points }) =>
    words.path(cleanText(name), ...ends(points, (point) => pointText(input, point))),
  );
  const missing = shown.flatMap(({ points }) => points.filter(({ value }) => value === null));
  const parts = [
    cleanText(title),
    [
      words.kind[kind],
      words.drawn(shown.length, series.length - shown.length),
      words.span(periods[0] ?? '', periods[periods.length - 1] ?? ''),
    ].join(words.comma),
    ...ways,
    ...(missing.length > 0 ? [words.gaps(missing.length)] : []),
  ];
  return parts.join(words.stop) + words.stop.trimEnd();
}

const ends = (
  points: readonly TrendPoint[],
  text: (point: TrendPoint) => string,
): [string, string] => [text(points[0]!), text(points[points.length - 1]!)];

/** What has to be known to read the drawing. */
export function trendNotes(input: TrendLinesInput): string[] {
  const words = trendWords(input.locale);
  const values = valuesOf(input);
  if (values.length === 0) return [];
  const scale = trendScale(input.axis, values, 5);
  const cut = input.series.some((series) =>
    input.periods.some((_, at) => isCut(series, input.breaks, at)),
  );
  const missing = coloured(input).some(({ points }) => points.some(({ value }) => value === null));
  const isContext = input.series.some(({ colour }) => colour === null);
  return [
    ...(scale.broken ? [words.notFromZero(scale.ticks[0]?.label ?? '')] : []),
    ...(cut || input.breaks.some(({ number }) => number !== null) ? [words.dashed] : []),
    ...(missing ? [words.hatched] : []),
    ...(isContext ? [words.context] : []),
    ...(input.ranges.some((range) => range !== null) ? [words.columns] : []),
  ];
}
