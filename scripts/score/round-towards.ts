/**
 * The nearest number with at most so many decimals that is not below `value` (direction 1) or not
 * above it (-1).
 */
export function roundTowards(value: number, direction: 1 | -1, decimals: number): number {
  // Adding 0 makes 0 of minus zero.
  const nearest = Number(value.toFixed(decimals)) + 0;
  return (value - nearest) * direction > 0
    ? Number((nearest + direction * 10 ** -decimals).toFixed(decimals)) + 0
    : nearest;
}
