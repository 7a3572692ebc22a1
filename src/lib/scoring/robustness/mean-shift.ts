/**
 * Mean |place - nominal place| of the rows that have a place, NaN for none (Handbook, eq. 38), and
 * their number.
 */
export function meanShift(
  ranks: Int32Array,
  nominal: Int32Array,
): { readonly mean: number; readonly placed: number } {
  let sum = 0;
  let placed = 0;
  for (let i = 0; i < ranks.length; i++) {
    if (ranks[i] === 0) continue;
    sum += Math.abs(ranks[i]! - nominal[i]!);
    placed++;
  }
  return { mean: sum / placed, placed };
}
