import type { UnitRow } from '#lib/model/index.ts';

/** Rows that are compared with each other: one peer group, in one period or in all of them. */
export interface Pool {
  readonly group: string;
  /** null when the pool holds all periods of the panel. */
  readonly period: string | null;
  /** Positions of the included rows, ascending; may be empty. */
  readonly rows: Int32Array;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Splits the rows into pools (R3), ordered by period, then group, whatever the order of the rows.
 * A pool whose rows are all excluded is kept, empty, so that its absence can be reported.
 */
export function poolsOf(
  rows: readonly UnitRow[],
  scope: 'panel' | 'period',
  includes: (row: number) => boolean,
): Pool[] {
  const pools = new Map<string, { group: string; period: string | null; rows: number[] }>();
  for (const [at, row] of rows.entries()) {
    const period = scope === 'panel' ? null : row.period;
    const key = JSON.stringify([period, row.group]);
    let pool = pools.get(key);
    if (!pool) pools.set(key, (pool = { group: row.group, period, rows: [] }));
    if (includes(at)) pool.rows.push(at);
  }
  return [...pools.values()]
    .sort((a, b) => byCodeUnits(a.period ?? '', b.period ?? '') || byCodeUnits(a.group, b.group))
    .map((pool) => ({ ...pool, rows: Int32Array.from(pool.rows) }));
}
