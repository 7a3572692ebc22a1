/**
 * Quantile of type 7 (Hyndman and Fan; the default of R and of spreadsheets): linear between the
 * sorted values around position (n - 1)·p, counted from 0. NaN for n = 0.
 *
 * @param sorted the value at a position, ascending
 */
export function quantile7(n: number, sorted: (position: number) => number, p: number): number {
  if (n === 0) return NaN;
  const position = (n - 1) * p;
  const low = Math.floor(position);
  const below = sorted(low);
  const above = sorted(Math.min(low + 1, n - 1));
  return below + (above - below) * (position - low);
}
