import { countOf } from './contest.ts';
import type { Outcome, Peers } from './contest.ts';
import { favourableWeights } from './favourable-weights.ts';
import { frontierOf } from './frontier.ts';

/** A score closer to 1 than this is 1: what the solver's figures are good to at worst. */
const ON_FRONTIER = 1e-10;

/**
 * Benefit of the doubt (Melyn & Moesen 1991; Cherchye et al. 2007; R64): for every unit the weights
 * that favour it most, of those with which no peer's score exceeds 1. Maximise Σ w_i x_i subject to
 * Σ w_i x_ij ≤ 1 for every peer j, w ≥ 0, and, for the unit itself, low·Σ ≤ w_i x_i ≤ high·Σ.
 *
 * A child that the unit lacks has no weight in its own problem; of a peer with gaps, what is known
 * must not exceed 1. With k children there, no share can be kept below 1/k, so that `high` is at
 * least that. `shares` are w_i x_i / Σ: not unique in general, NaN for missing children, and equal
 * where the score is 0. Values must not be negative.
 */
export function benefitOfTheDoubt(
  peers: Peers,
  [low, high]: readonly [number, number] = [0, 1],
): Outcome {
  const count = countOf(peers);
  const columns = peers.columns.map(toLargest);
  const known = columns.map((column) => column.map((x) => (Number.isNaN(x) ? 0 : x)));
  const frontier = frontierOf(known, count);
  const ofFrontier = known.map((column) => Float64Array.from(frontier, (unit) => column[unit]!));
  const scores = new Float64Array(count).fill(NaN);
  const shares = columns.map(() => new Float64Array(count).fill(NaN));
  for (let unit = 0; unit < count; unit++) {
    const there = [...columns.keys()].filter((child) => !Number.isNaN(columns[child]![unit]!));
    const own = there.map((child) => columns[child]![unit]!);
    const weights = favourableWeights(
      own,
      there.map((child) => ofFrontier[child]!),
      [low, Math.max(high, 1 / own.length)],
    );
    const points = weights.map((w, i) => w * own[i]!);
    const score = points.reduce((sum, x) => sum + x, 0);
    scores[unit] = score >= 1 - ON_FRONTIER ? 1 : score;
    for (const [i, child] of there.entries())
      shares[child]![unit] = score > 0 ? points[i]! / score : 1 / there.length;
  }
  return { scores, shares };
}

/** Values as shares of the largest, which changes no score; zeros stay. */
function toLargest(column: Float64Array): Float64Array {
  const largest = column.reduce((most, x) => (x > most ? x : most), 0);
  return largest === 0 ? column : column.map((x) => x / largest);
}
