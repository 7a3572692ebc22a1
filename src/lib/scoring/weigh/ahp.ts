import type { Weighing } from '#lib/model/index.ts';
import { toShares } from './expert.ts';

export type Comparisons = readonly (readonly number[])[];

/**
 * Mean consistency index of random comparisons of n things, n from 0 (Saaty, The Analytic Hierarchy
 * Process, 1980). Nobody can compare more than 15 things in pairs consistently, nor is there a
 * figure to hold it against.
 */
const RANDOM_INDEX = [
  0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
] as const;
export const MOST_COMPARED = RANDOM_INDEX.length - 1;

/**
 * The comparisons made reciprocal exactly: of a pair that was written rounded (3 and 0.33) the
 * larger number counts, and two equal ones mean 1.
 */
export function reciprocal(comparisons: Comparisons): Float64Array[] {
  const exact = (forth: number, back: number): number =>
    forth > back ? forth : forth < back ? 1 / back : 1;
  return comparisons.map((row, i) =>
    Float64Array.from(row, (forth, j) => (i === j ? 1 : exact(forth, comparisons[j]![i]!))),
  );
}

const CONVERGED = 1e-15;
const MOST_STEPS = 10_000;

export interface AhpResult {
  readonly weights: Float64Array;
  readonly consistency: NonNullable<Weighing['consistency']>;
}

/**
 * R73: the principal eigenvector of a square positive matrix, reciprocal to within a rounding,
 * added up to 1, by repeated multiplication, which a positive matrix lets converge; and how
 * consistent the comparisons are.
 */
export function ahpWeights(comparisons: Comparisons): AhpResult {
  const matrix = reciprocal(comparisons);
  const n = matrix.length;
  let weights = new Float64Array(n).fill(1 / n);
  let eigenvalue = n;
  for (let step = 0; step < MOST_STEPS; step++) {
    const product = Float64Array.from(matrix, (row) =>
      row.reduce((sum, a, j) => sum + a * weights[j]!, 0),
    );
    // The weights add up to 1, so their image adds up to the eigenvalue.
    eigenvalue = product.reduce((sum, x) => sum + x, 0);
    const next = toShares(product);
    const change = next.reduce((most, w, i) => Math.max(most, Math.abs(w - weights[i]!)), 0);
    weights = Float64Array.from(next);
    if (change < CONVERGED) break;
  }
  const index = n > 1 ? Math.max(0, (eigenvalue - n) / (n - 1)) : 0;
  const random = RANDOM_INDEX[n] ?? NaN;
  return { weights, consistency: { eigenvalue, index, ratio: n > 2 ? index / random : 0 } };
}

const SAME_DISTANCE = 1e-9;

/** The comparison furthest from what the weights say, i.e. the first one to think over. */
export function worstComparison(comparisons: Comparisons): {
  readonly i: number;
  readonly j: number;
  readonly found: number;
  /** Ratio of the weights, which all comparisons together imply. */
  readonly implied: number;
} {
  const { weights } = ahpWeights(comparisons);
  let worst = { i: 0, j: 0, found: 1, implied: 1 };
  let furthest = -1;
  for (const [i, row] of reciprocal(comparisons).entries())
    for (let j = i + 1; j < row.length; j++) {
      const implied = weights[i]! / weights[j]!;
      const distance = Math.abs(Math.log(row[j]! / implied));
      // Of three children all comparisons are equally far off: the first one is named.
      if (distance <= furthest + SAME_DISTANCE) continue;
      furthest = distance;
      worst = { i, j, found: row[j]!, implied };
    }
  return worst;
}
