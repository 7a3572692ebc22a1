import { isGroup } from '#lib/model/index.ts';
import type { Scheme, UnitTable } from '#lib/model/index.ts';
import { specOf } from '../normalise/normalise.ts';
import { walk } from '../structure/hierarchy.ts';
import { isFromData } from '../weigh/weigh.ts';

/** The rows of a table that can change what a unit of a peer group scores in a period. */
export interface Surroundings {
  readonly table: UnitTable;
  /** Row in `table` by row of the whole table. */
  readonly at: ReadonlyMap<number, number>;
}

/** Whether weights come from all rows (R71), or a reference from outside the peers (R28). */
const reachesBeyondPeers = (scheme: Scheme): boolean =>
  [...walk(scheme.index)].some(({ node }) =>
    isGroup(node)
      ? node.weigh !== undefined && isFromData(node.weigh)
      : specOf(node, scheme).method === 'distance_to_reference',
  );

/**
 * The surroundings of any row, found once for each peer group and period. Under a scheme that
 * looks at nothing but the peers they are the row's pool (R3), which saves most of the scoring
 * of a long panel; else the whole table.
 */
export function surroundingsIn(table: UnitTable, scheme: Scheme): (row: number) => Surroundings {
  if (reachesBeyondPeers(scheme)) {
    const whole = { table, at: new Map(table.rows.map((_, row) => [row, row] as const)) };
    return () => whole;
  }
  const known = new Map<string, Surroundings>();
  return (row) => {
    const { group, period } = table.rows[row]!;
    const isPanel = scheme.normalise.scope === 'panel';
    const name = JSON.stringify(isPanel ? group : [group, period]);
    let found = known.get(name);
    if (!found) {
      const rows = [...table.rows.keys()].filter((at) => {
        const of = table.rows[at]!;
        return of.group === group && (isPanel || of.period === period);
      });
      known.set(name, (found = partOf(table, rows)));
    }
    return found;
  };
}

const partOf = (table: UnitTable, rows: readonly number[]): Surroundings => ({
  table: {
    rows: rows.map((row) => table.rows[row]!),
    columns: new Map(
      [...table.columns].map(([code, xs]) => [code, Float64Array.from(rows, (row) => xs[row]!)]),
    ),
    labels: new Map(
      [...(table.labels ?? [])].map(([name, words]) => [name, rows.map((row) => words[row]!)]),
    ),
  },
  at: new Map(rows.map((row, at) => [row, at])),
});
