import { groups as groupBy } from 'd3-array';
import type { UnitTable } from '#lib/model/index.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { momentsOf } from '../statistics/moments.ts';
import type { Moments } from '../statistics/moments.ts';
import type { Pool } from '../structure/peers.ts';
import { presentIn } from '../statistics/present.ts';

/** A unit's row in a period. `time` is the period as a number, `step` its place in the table. */
export interface Moment {
  readonly row: number;
  readonly time: number;
  readonly step: number;
}

/** What the imputation methods may look at. Values are as denominated, gaps included. */
export interface ImputeContext {
  readonly hierarchy: Hierarchy;
  readonly values: ReadonlyMap<string, Float64Array>;
  readonly labels: UnitTable['labels'];
  /** The rows that take part, by period and peer group. */
  readonly pools: readonly Pool[];
  /** Position in `pools` of each row, -1 for rows that take no part. */
  readonly poolOf: Int32Array;
  /** Figures of an indicator within a pool. */
  readonly moments: (code: string, pool: number) => Moments;
  /** All rows of a unit in the order of time. */
  readonly series: (unit: string) => readonly Moment[];
  readonly units: readonly string[];
}

export function imputeContext(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  table: UnitTable,
  pools: readonly Pool[],
): ImputeContext {
  const poolOf = new Int32Array(table.rows.length).fill(-1);
  for (const [at, { rows }] of pools.entries())
    for (let i = 0; i < rows.length; i++) poolOf[rows[i]!] = at;
  const known = new Map<string, Moments>();
  const moments = (code: string, pool: number): Moments => {
    const key = JSON.stringify([code, pool]);
    let of = known.get(key);
    if (!of) known.set(key, (of = momentsOf(presentIn(values.get(code)!, pools[pool]!.rows))));
    return of;
  };
  let series: ReadonlyMap<string, readonly Moment[]> | undefined;
  return {
    hierarchy,
    values,
    labels: table.labels,
    pools,
    poolOf,
    moments,
    series: (unit) => (series ??= seriesOf(table)).get(unit)!,
    units: table.rows.map(({ unit }) => unit),
  };
}

/**
 * Periods that are all numbers keep their distances (2019, 2021, 2022); others are one step apart
 * in the order of their codes.
 */
function seriesOf({ rows }: UnitTable): Map<string, Moment[]> {
  const periods = [...new Set(rows.map(({ period }) => period))];
  const areNumbers = periods.every((period) => period.trim() !== '' && isFinite(Number(period)));
  if (areNumbers) periods.sort((a, b) => Number(a) - Number(b));
  else periods.sort();
  const steps = new Map(periods.map((period, step) => [period, step]));
  const moments = rows.map(({ unit, period }, row) => {
    const step = steps.get(period)!;
    return { unit, row, step, time: areNumbers ? Number(period) : step };
  });
  return new Map(
    groupBy(moments, ({ unit }) => unit).map(([unit, of]) => [
      unit,
      of.sort((a, b) => a.step - b.step),
    ]),
  );
}
