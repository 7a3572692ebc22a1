/**
 * The values of a column in some rows, in their order, without the missing ones.
 *
 * @param values where to write them, of at least as many cells as rows; the result is its beginning
 */
export function presentIn(
  column: Float64Array,
  rows: Int32Array,
  values: Float64Array = new Float64Array(rows.length),
): Float64Array {
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const x = column[rows[i]!]!;
    if (!Number.isNaN(x)) values[n++] = x;
  }
  return n === values.length ? values : values.subarray(0, n);
}

/**
 * The values that are not missing, ascending.
 *
 * @param sorted where to write them, of at least as many cells; the result is its beginning
 */
export function sortedOf(
  values: Float64Array,
  sorted: Float64Array = new Float64Array(values.length),
): Float64Array {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) sorted[n++] = values[i]!;
  return sorted.subarray(0, n).sort();
}

export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** Of values without NaN; Infinity and -Infinity when there are none. */
export function extremesOf(values: Float64Array): Extremes {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  // Which of 0 and -0 came first must not show.
  return { min: min + 0, max: max + 0 };
}

/** Of the values of a column in some rows, missing ones left out; null when there are none. */
export function extremesIn(column: Float64Array, rows: Int32Array): Extremes | null {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const x = column[rows[i]!]!;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  // Which of 0 and -0 came first must not show.
  return min > max ? null : { min: min + 0, max: max + 0 };
}

/** The columns in those of the rows in which none of them is missing (listwise deletion). */
export function completeIn(columns: readonly Float64Array[], rows: Int32Array): Float64Array[] {
  const complete = rows.filter((row) => columns.every((column) => !Number.isNaN(column[row]!)));
  return columns.map((column) => Float64Array.from(complete, (row) => column[row]!));
}
