/** Published numbers as bars that slides draw themselves; each says its year and its hedge in words. */
import type { FactBar } from '#lib/charts/index.ts';
import { inPages, PLAIN, type EditableChart } from '#lib/export/native.ts';

/** `measure`: what is counted. */
export const factsNative = (
  bars: readonly FactBar[],
  measure: string,
  unit: string,
): EditableChart[] =>
  inPages(bars).map((part) => ({
    ...PLAIN,
    form: 'bars',
    categories: part.map(({ under, label }) => [...under, label].join(' ')),
    series: [{ name: measure, values: part.map(({ value }) => value), ink: 'accent' }],
    unit,
    decimals: part.every(({ value }) => Number.isInteger(value)) ? 0 : 1,
  }));
