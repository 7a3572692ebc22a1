/** Answers as charts that slides draw themselves. */
import type { PlainBarsInput, TrendLinesInput } from '#lib/charts/index.ts';
import { inPages, PLAIN, seriesInk, type EditableChart } from '#lib/export/native.ts';
import { formatNumber } from '#lib/i18n/index.ts';

/** `missing`: what is said in place of a number, which an absent bar does not. */
export const barsNative = (
  { bars, unit, decimals }: PlainBarsInput,
  measure: string,
  missing: string,
): EditableChart[] =>
  inPages(bars).map((part) => ({
    ...PLAIN,
    form: 'bars',
    categories: part.map(
      ({ name, value }) => `${name} ${value === null ? missing : formatNumber(value, decimals)}`,
    ),
    series: [{ name: measure, values: part.map(({ value }) => value), ink: 'accent' }],
    unit,
    decimals,
  }));

/** A year without a value is a gap in its line. */
export const linesNative = (
  { periods, series }: Pick<TrendLinesInput, 'periods' | 'series'>,
  { unit, decimals }: Pick<EditableChart, 'unit' | 'decimals'>,
): EditableChart[] =>
  series.length === 0
    ? []
    : [
        {
          ...PLAIN,
          form: 'lines',
          categories: periods,
          series: series.map(({ name, colour, points }) => ({
            name,
            values: points.map(({ value }) => value),
            ink: seriesInk(colour ?? 0),
          })),
          unit,
          decimals,
        },
      ];
