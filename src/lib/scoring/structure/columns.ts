/**
 * Columns of `n` equal cells that lie side by side in one piece of memory. To ask for that many
 * pieces takes longer than to compute with them as long as the table is small.
 *
 * @param value of every cell
 */
export function columnsTogether(count: number, n: number, value = 0): Float64Array[] {
  const all = new Float64Array(count * n);
  if (value !== 0) all.fill(value);
  const bytes = n * Float64Array.BYTES_PER_ELEMENT;
  const columns: Float64Array[] = [];
  // What `subarray` and `Array.from` give, in a third of the time.
  for (let i = 0; i < count; i++) columns.push(new Float64Array(all.buffer, i * bytes, n));
  return columns;
}

/** The same of bytes, all 0. */
export function flagsTogether(count: number, n: number): Uint8Array[] {
  const { buffer } = new Uint8Array(count * n);
  const columns: Uint8Array[] = [];
  for (let i = 0; i < count; i++) columns.push(new Uint8Array(buffer, i * n, n));
  return columns;
}

/**
 * A column to work in: at least `n` cells, holding whatever the last use left there. The same cells
 * every time, so whoever asks may neither hand them on nor keep them until the next time.
 */
export type Scratch = (n: number) => Float64Array;

export function scratchColumn(): Scratch {
  let cells = new Float64Array(0);
  return (n) => (cells.length < n ? (cells = new Float64Array(n)) : cells);
}

/** The same of at least `count` columns, of `n` cells each. */
export function scratchTable(): (count: number, n: number) => readonly Float64Array[] {
  let columns: Float64Array[] = [];
  return (count, n) => {
    if (columns.length < count || columns[0]?.length !== n) columns = columnsTogether(count, n);
    return columns;
  };
}
