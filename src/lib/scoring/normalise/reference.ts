import type { UnitRow } from '#lib/model/index.ts';

/** The value of a unit of the table in a period, NaN where it has none or is not there. */
export type ValueOf = (column: Float64Array, unit: string, period: string) => number;

/** Looks units up whatever their peer group, and whether or not they passed the screening (R28). */
export function valuesByUnit(rows: readonly UnitRow[]): ValueOf {
  let positions: Map<string, number> | undefined;
  const key = (unit: string, period: string) => JSON.stringify([unit, period]);
  return (column, unit, period) => {
    positions ??= new Map(rows.map((row, at) => [key(row.unit, row.period), at]));
    return column[positions.get(key(unit, period)) ?? -1] ?? NaN;
  };
}
