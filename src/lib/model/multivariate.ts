/** How the values behind an index hang together: correlations, components, consistency. */

/** A correlation of two columns. */
export interface Correlation {
  /** From -1 to 1; NaN with fewer than two rows, or where a column has one value only. */
  readonly r: number;
  /** Rows in which both are there. */
  readonly n: number;
  /** Two-sided, for r = 0; approximate (METHOD.md R81). NaN for n < 3. */
  readonly p: number;
}
