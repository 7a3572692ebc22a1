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
  const byPeriod = new Map<string | null, Map<string, number[]>>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const period = scope === 'panel' ? null : row.period;
    let groups = byPeriod.get(period);
    if (!groups) byPeriod.set(period, (groups = new Map<string, number[]>()));
    let members = groups.get(row.group);
    if (!members) groups.set(row.group, (members = []));
    if (includes(at)) members.push(at);
  }
  const pools = [...byPeriod].flatMap(([period, groups]) =>
    [...groups].map(([group, members]) => ({ group, period, rows: Int32Array.from(members) })),
  );
  return pools.sort(
    (a, b) => byCodeUnits(a.period ?? '', b.period ?? '') || byCodeUnits(a.group, b.group),
  );
}
