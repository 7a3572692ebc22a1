import { rankInto } from '../rank/rank.ts';
import { countOf } from './contest.ts';
import type { Peers } from './contest.ts';

/** Weights of the two sides of a contest that differ by less than this share are equal (R61). */
export const EVEN = 1e-12;

/** By how much one unit outranks another: 1 in everything, 0 evenly, -1 in nothing. */
export interface Outranking {
  readonly count: number;
  /**
   * 2e - 1, where e = (Σw[x_a > x_b] + ½Σw[x_a = x_b]) / Σw over the children that both have (R61);
   * exactly antisymmetric. 0 when they have none in common.
   */
  readonly margin: (a: number, b: number) => number;
  /** Where the unit stands in each child: equal for units that no contest can tell apart. */
  readonly profile: (unit: number) => string;
}

/**
 * Pairwise contests of the peers. Values count as equal when they differ by no more than rounding
 * may have moved them (R51), for group scores are results of arithmetic.
 */
export function outranking(peers: Peers): Outranking {
  const { columns, weights } = peers;
  const count = countOf(peers);
  const width = columns.length;
  // Places instead of values, unit by unit; 0 for missing.
  const places = new Int32Array(count * width);
  const everyone = Int32Array.from({ length: count }, (_, unit) => unit);
  for (const [child, column] of columns.entries()) {
    const ranks = new Int32Array(count);
    rankInto(ranks, column, everyone, Number.EPSILON);
    for (let unit = 0; unit < count; unit++) places[unit * width + child] = ranks[unit]!;
  }

  const margin = (a: number, b: number): number => {
    let won = 0;
    let lost = 0;
    let total = 0;
    for (let child = 0; child < width; child++) {
      const placeA = places[a * width + child]!;
      const placeB = places[b * width + child]!;
      if (placeA === 0 || placeB === 0) continue;
      const w = weights[child]!;
      total += w;
      if (placeA < placeB) won += w;
      else if (placeB < placeA) lost += w;
    }
    const lead = won - lost;
    return Math.abs(lead) <= EVEN * total ? 0 : lead / total;
  };

  const profile = (unit: number): string =>
    places.subarray(unit * width, (unit + 1) * width).join();
  return { count, margin, profile };
}
