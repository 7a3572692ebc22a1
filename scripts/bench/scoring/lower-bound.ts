/**
 * The least that a replicate with its ranking can come to: one multiplication for every cell, one sort
 * of the scores, one place for every unit; no gaps, no ties, no groups. Written without any of the
 * product's code, as plainly as it will go.
 */
export interface LowerBound {
  /** @param weights of the whole index, one an indicator; places are left in `ranks` */
  run(weights: Float64Array): void;
  readonly ranks: Int32Array;
}

/** @param columns values by indicator, without gaps */
export function lowerBound(columns: readonly Float64Array[]): LowerBound {
  const width = columns.length;
  const n = columns[0]?.length ?? 0;
  const values = new Float64Array(n * width);
  for (const [i, column] of columns.entries())
    for (let row = 0; row < n; row++) values[row * width + i] = column[row]!;
  const scores = new Float64Array(n);
  const sorted = new Float64Array(n);
  const ranks = new Int32Array(n);
  return {
    ranks,
    run(weights) {
      for (let row = 0, at = 0; row < n; row++) {
        let sum = 0;
        for (let i = 0; i < width; i++) sum += weights[i]! * values[at++]!;
        scores[row] = sum;
      }
      sorted.set(scores);
      sorted.sort();
      for (let row = 0; row < n; row++) {
        const score = scores[row]!;
        let low = 0;
        let high = n - 1;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (sorted[middle]! < score) low = middle + 1;
          else high = middle;
        }
        ranks[row] = n - low;
      }
    },
  };
}
