/** What is held at the end of each year against what was new in it. */
import { sum } from 'd3-array';
import type { TrendIndicator } from '#lib/state/trend-indicator.ts';
import { rawReading, type Sources } from './readings.ts';
import type { Point } from './point.ts';

/** Codes of the catalogue that belong together: held at the end of the year, new in the year. */
const PAIRS = [{ stock: 'TZ2', added: 'TZ2N' }] as const;

export interface StockModel {
  readonly stock: TrendIndicator;
  readonly added: TrendIndicator;
  /** null: the total of the scope. */
  readonly institution: string | null;
  readonly years: readonly StockPoint[];
}

export interface StockPoint {
  readonly period: string;
  /** null: nobody has reported both. */
  readonly stock: number | null;
  readonly added: number | null;
  /** Of an institution: the values with hedges and reasons. */
  readonly points: { readonly stock: Point; readonly added: Point } | null;
  /** Of a total: institutions that reported both, of those that existed. */
  readonly n: number;
  readonly of: number;
}

/** null where the catalogue knows no such pair with values. */
export function stockModel(
  catalogue: readonly TrendIndicator[],
  sources: Sources,
  periods: readonly string[],
  institution: string | null,
): StockModel | null {
  const find = (wanted: string) => catalogue.find(({ code }) => code === wanted);
  const pair = PAIRS.map(({ stock, added }) => ({ stock: find(stock), added: find(added) })).find(
    (found): found is { stock: TrendIndicator; added: TrendIndicator } =>
      found.stock !== undefined && found.added !== undefined,
  );
  if (!pair) return null;
  const [stock, added] = [
    rawReading(pair.stock.code, sources),
    rawReading(pair.added.code, sources),
  ];
  const years = periods.map((period): StockPoint => {
    if (institution !== null) {
      const points = { stock: stock(institution, period), added: added(institution, period) };
      return {
        period,
        stock: points.stock.value,
        added: points.added.value,
        points,
        n: Number(points.stock.value !== null && points.added.value !== null),
        of: 1,
      };
    }
    const all = sources.inScope
      .map(({ institution_id }) => [stock(institution_id, period), added(institution_id, period)])
      .filter(([held]) => held!.gap?.kind !== 'absent') as [Point, Point][];
    const both = all.filter(([held, fresh]) => held.value !== null && fresh.value !== null);
    return {
      period,
      stock: both.length === 0 ? null : sum(both, ([held]) => held.value!),
      added: both.length === 0 ? null : sum(both, ([, fresh]) => fresh.value!),
      points: null,
      n: both.length,
      of: all.length,
    };
  });
  return { ...pair, institution, years };
}
