/** Rounding that a computed score may carry, as a multiple of the largest score. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * How far below the best of a tie a score may lie and still share its place (R51):
 * share · (max - min), but at least what rounding may have moved it, unless the share is 0.
 */
export function tieWidth(scores: ArrayLike<number>, rows: ArrayLike<number>, share: number) {
  if (share === 0) return 0;
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const x = scores[rows[i]!]!;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return Math.max(share * (max - min), ROUNDING * Math.max(Math.abs(min), Math.abs(max)));
}

/**
 * Competition ranks 1, 2, 2, 4 of `rows` by descending score, written to `ranks` (R50, R51). Rows
 * with a NaN score keep 0 and are not counted.
 *
 * Closeness is not transitive (a ≈ b and b ≈ c do not make a ≈ c), so ties are cut from the best
 * down: the best score not yet placed opens a place and every score at most `share · (max - min)`
 * below *it* shares that place. No place is wider than that, and which scores share one does not
 * depend on the order of the rows.
 */
export function rankInto(
  ranks: Int32Array,
  scores: ArrayLike<number>,
  rows: Int32Array,
  share: number,
): void {
  const placed = rows.filter((row) => !Number.isNaN(scores[row]!));
  const width = tieWidth(scores, placed, share);
  placed.sort((a, b) => scores[b]! - scores[a]! || a - b);
  let best = NaN;
  let rank = 0;
  for (const [i, row] of placed.entries()) {
    const score = scores[row]!;
    if (i === 0 || best - score > width) {
      best = score;
      rank = i + 1;
    }
    ranks[row] = rank;
  }
}
