import { presentIn } from '../statistics/present.ts';
import { Ranker } from './ranker.ts';
import { widthOfTies } from './ties.ts';

/**
 * How far below the best of a tie a score may lie and still share its place (R51).
 *
 * @param sorted scores, ascending, without NaN
 */
export const tieWidth = (sorted: Float64Array, share: number): number =>
  sorted.length === 0 ? 0 : widthOfTies(sorted[0]!, sorted[sorted.length - 1]!, share);

/**
 * Competition ranks 1, 2, 2, 4 of `rows` by descending score, written to `ranks` (R50, R51). Rows
 * with a NaN score keep 0 and are not counted.
 *
 * Closeness is not transitive (a ≈ b and b ≈ c do not make a ≈ c), so ties are cut from the best
 * down: the best score not yet placed opens a place and every score at most `share · (max - min)`
 * below *it* shares that place. No place is wider than that, and which scores share one does not
 * depend on the order of the rows.
 *
 * @param ranker for as many rows, to be used again from call to call
 */
export function rankInto(
  ranks: Int32Array,
  scores: Float64Array,
  rows: Int32Array,
  share: number,
  ranker = new Ranker(rows.length),
): void {
  if (!ranker.rank(scores, rows, share, 0, ranks)) rankUneven(ranks, scores, rows, share);
}

/** The same for scores that lie too unevenly for the ranker: by a sort that does not mind. */
function rankUneven(
  ranks: Int32Array,
  scores: Float64Array,
  rows: Int32Array,
  share: number,
): void {
  const sorted = presentIn(scores, rows).sort();
  const width = tieWidth(sorted, share);
  // The place of every sorted score, worked out from the best down.
  const places = new Int32Array(sorted.length);
  const last = sorted.length - 1;
  let best = NaN;
  for (let at = last; at >= 0; at--) {
    const opensPlace = at === last || best - sorted[at]! > width;
    if (opensPlace) best = sorted[at]!;
    places[at] = opensPlace ? last - at + 1 : places[at + 1]!;
  }
  for (let i = 0; i < rows.length; i++) {
    const score = scores[rows[i]!]!;
    if (!Number.isNaN(score)) ranks[rows[i]!] = places[positionOf(score, sorted)]!;
  }
}

/** Where a score stands in the sorted scores; of equal ones any, for they share a place. */
function positionOf(score: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
