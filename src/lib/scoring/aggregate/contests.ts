import type { SchemeGroup, UnitRow } from '#lib/model/index.ts';
import { poolsOf } from '../structure/peers.ts';
import type { Pool } from '../structure/peers.ts';
import { benefitOfTheDoubt } from './benefit-of-the-doubt.ts';
import type { Outcome, Peers } from './contest.ts';
import { copeland } from './copeland.ts';
import { kemeny } from './kemeny.ts';
import type { Domain } from './means.ts';

/** A method that compares the peers with each other, as the group asks for it. */
function methodOf({ aggregate, share_limits }: SchemeGroup): (peers: Peers) => Outcome {
  switch (aggregate) {
    case 'copeland':
      return copeland;
    case 'kemeny':
      return kemeny;
    case 'benefit_of_the_doubt':
      return (peers) => benefitOfTheDoubt(peers, share_limits);
    default:
      throw new RangeError(`${aggregate} does not compare peers`);
  }
}

/** What such a method asks of every value. */
export const contestDomain = ({ aggregate }: SchemeGroup): Domain =>
  aggregate === 'benefit_of_the_doubt' ? 'nonnegative' : 'any';

/** What a method made of the peers of one period and group. */
export interface Contest extends Outcome {
  readonly pool: Pool;
  /** Rows of the table, parallel to the scores. */
  readonly rows: readonly number[];
  /** Positions, among the group's children, of those that `shares` speaks of. */
  readonly children: readonly number[];
}

/**
 * Lets the peers of every period and group meet (R39). Rows without a child that has a weight do
 * not take part.
 *
 * @param inputs one column a child, NaN for missing
 * @param takes 1 for the rows that may take part
 */
export function contestsOf(
  group: SchemeGroup,
  inputs: readonly Float64Array[],
  weights: Float64Array,
  rows: readonly UnitRow[],
  takes: Uint8Array,
): Contest[] {
  const method = methodOf(group);
  const children = [...weights.keys()].filter((child) => weights[child]! > 0);
  const hasValue = (row: number) => children.some((child) => !Number.isNaN(inputs[child]![row]!));
  const byUnit = (a: number, b: number) =>
    rows[a]!.unit < rows[b]!.unit ? -1 : rows[a]!.unit > rows[b]!.unit ? 1 : 0;
  return poolsOf(rows, 'period', (row) => takes[row] === 1 && hasValue(row))
    .filter((pool) => pool.rows.length > 0)
    .map((pool) => {
      const units = Array.from(pool.rows).sort(byUnit);
      const peers: Peers = {
        columns: children.map((child) => Float64Array.from(units, (row) => inputs[child]![row]!)),
        weights: Float64Array.from(children, (child) => weights[child]!),
      };
      return { pool, rows: units, children, ...method(peers) };
    });
}
