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
  let last: UnitRow | undefined;
  let members: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    // Most rows are in the pool of the row before them, and need not be looked up.
    if (row.group !== last?.group || row.period !== last.period)
      members = membersOf(byPeriod, scope === 'panel' ? null : row.period, row.group);
    last = row;
    if (includes(at)) members.push(at);
  }
  const pools = [...byPeriod].flatMap(([period, groups]) =>
    [...groups].map(([group, members]) => ({ group, period, rows: new Int32Array(members) })),
  );
  return pools.sort(
    (a, b) => byCodeUnits(a.period ?? '', b.period ?? '') || byCodeUnits(a.group, b.group),
  );
}

/** The list of a pool's rows, which is made where there is none. */
function membersOf(
  byPeriod: Map<string | null, Map<string, number[]>>,
  period: string | null,
  group: string,
): number[] {
  let groups = byPeriod.get(period);
  if (!groups) byPeriod.set(period, (groups = new Map<string, number[]>()));
  let members = groups.get(group);
  if (!members) groups.set(group, (members = []));
  return members;
}
