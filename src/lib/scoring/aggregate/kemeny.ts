import type { Outcome, Peers } from './contest.ts';
import { kemenyOrder } from './kemeny-order.ts';
import { outranking } from './outranking.ts';
import type { Outranking } from './outranking.ts';

/**
 * Units below in the order that agrees best with the pairwise contests (R63), from 0 to n - 1.
 *
 * Units that no contest can tell apart are placed as one and have one score; so have neighbours in
 * the order who are all even with each other. Where several orders are best the one that is first
 * by unit code is taken and `kemeny_not_unique` reported; where the majorities contradict each
 * other in too large a knot there are no scores.
 */
export function kemeny(peers: Peers): Outcome {
  const contests = outranking(peers);
  const alike = unitsAlike(contests);
  const n = alike.length;
  const margins = new Float64Array(n * n);
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const pairs = alike[a]!.length * alike[b]!.length;
      const gained = pairs * contests.margin(alike[a]![0]!, alike[b]![0]!);
      margins[a * n + b] = gained;
      margins[b * n + a] = -gained;
    }
  const best = kemenyOrder(margins, n);
  const scores = new Float64Array(contests.count).fill(NaN);
  if (best === null) return { scores, fails: 'kemeny_too_large', issue: 'kemeny_too_large' };
  let below = contests.count;
  for (const tie of tiesOf(best.order, margins)) {
    const units = tie.flatMap((at) => alike[at]!);
    below -= units.length;
    for (const unit of units) scores[unit] = below;
  }
  return best.isUnique ? { scores } : { scores, issue: 'kemeny_not_unique' };
}

/** Units with the same places in everything, together, in the order of their first. */
function unitsAlike({ count, profile }: Outranking): number[][] {
  const alike = new Map<string, number[]>();
  for (let unit = 0; unit < count; unit++) {
    const key = profile(unit);
    const known = alike.get(key);
    if (known) known.push(unit);
    else alike.set(key, [unit]);
  }
  return [...alike.values()];
}

/** Cuts an order from the best down into runs in which everyone is even with everyone. */
function tiesOf(order: Int32Array, margins: Float64Array): number[][] {
  const ties: number[][] = [];
  for (const at of order) {
    const tie = ties[ties.length - 1];
    if (tie?.every((other) => margins[other * order.length + at] === 0)) tie.push(at);
    else ties.push([at]);
  }
  return ties;
}
