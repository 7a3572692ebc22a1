import type { Outcome, Peers } from './contest.ts';
import { outranking } from './outranking.ts';

/**
 * Contests won minus contests lost against the other peers (R62), from -(n - 1) to n - 1; they add
 * up to 0.
 */
export function copeland(peers: Peers): Outcome {
  const { count, margin } = outranking(peers);
  const scores = new Float64Array(count);
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const won = Math.sign(margin(a, b));
      scores[a]! += won;
      scores[b]! -= won;
    }
  return { scores };
}
