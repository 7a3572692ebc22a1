/**
 * Columns of `n` zeros that lie side by side in one piece of memory. To ask for that many pieces
 * takes longer than to compute with them as long as the table is small.
 */
export function columnsTogether(count: number, n: number): Float64Array[] {
  const all = new Float64Array(count * n);
  return Array.from({ length: count }, (_, i) => all.subarray(i * n, (i + 1) * n));
}
