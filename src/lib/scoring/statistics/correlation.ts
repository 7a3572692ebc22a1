import type { Correlation } from '#lib/model/index.ts';
import { kendallScore } from './kendall.ts';
import { momentsOf } from './moments.ts';
import { sumOfProducts } from './precise-sum.ts';
import { averageRanks } from './ranks.ts';
import { normalTwoSided, studentTwoSided } from './tails.ts';

/** The rows in which both columns have a value (R80). */
function pairsOf(xs: Float64Array, ys: Float64Array): readonly [Float64Array, Float64Array] {
  const a = new Float64Array(xs.length);
  const b = new Float64Array(xs.length);
  let n = 0;
  for (let i = 0; i < xs.length; i++) {
    if (Number.isNaN(xs[i]!) || Number.isNaN(ys[i]!)) continue;
    a[n] = xs[i]!;
    b[n++] = ys[i]!;
  }
  return [a.subarray(0, n), b.subarray(0, n)];
}

/** Deviations from the mean in units of the largest; null when all values are equal. */
function deviations(values: Float64Array): Float64Array | null {
  const { min, max, mean } = momentsOf(values);
  const largest = Math.max(max - mean, mean - min);
  // Equal values have none; a spread below what a double can tell has none either.
  return largest > 0 && Number.isFinite(largest) ? values.map((x) => (x - mean) / largest) : null;
}

/** Σab / √(Σa² Σb²) of the deviations; NaN when there are none. No missing values. */
function productMoment(xs: Float64Array, ys: Float64Array): number {
  const a = deviations(xs);
  const b = deviations(ys);
  if (!a || !b) return NaN;
  const r = sumOfProducts(a, b) / Math.sqrt(sumOfProducts(a, a) * sumOfProducts(b, b));
  return Math.max(-1, Math.min(1, r));
}

/** Student's t with n - 2 degrees of freedom for r = 0 (R81). */
const pOfProductMoment = (r: number, n: number): number =>
  n < 3 || Number.isNaN(r) ? NaN : studentTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);

/**
 * Pearson's product-moment correlation of two columns of equal length, over the rows in which both
 * are there (R80). NaN when fewer than two are, or a column has one value only; p by R81.
 */
export function pearson(xs: Float64Array, ys: Float64Array): Correlation {
  const [a, b] = pairsOf(xs, ys);
  const r = productMoment(a, b);
  return { r, n: a.length, p: pOfProductMoment(r, a.length) };
}

/** Spearman's rank correlation: Pearson's of the mean ranks, else as `pearson` (R80, R81). */
export function spearman(xs: Float64Array, ys: Float64Array): Correlation {
  const [a, b] = pairsOf(xs, ys);
  const r = productMoment(averageRanks(a), averageRanks(b));
  return { r, n: a.length, p: pOfProductMoment(r, a.length) };
}

/** Kendall's tau-b in n log n steps, else as `pearson` (R80); p by the normal distribution (R81). */
export function kendall(xs: Float64Array, ys: Float64Array): Correlation {
  const [a, b] = pairsOf(xs, ys);
  const n = a.length;
  const { score, untiedX, untiedY, variance } = kendallScore(a, b);
  // Two roots: the product of the counts would leave the integers that a double holds.
  const r = score / (Math.sqrt(untiedX) * Math.sqrt(untiedY));
  const bounded = untiedX === untiedY ? score / untiedX : r;
  const p = n < 3 || Number.isNaN(bounded) ? NaN : normalTwoSided(score / Math.sqrt(variance));
  return { r: Math.max(-1, Math.min(1, bounded)), n, p };
}

/** Pearson's correlations of columns without missing values, symmetric, 1 on the diagonal. */
export function correlationsOf(columns: readonly Float64Array[]): Float64Array[] {
  const matrix = columns.map(() => new Float64Array(columns.length).fill(1));
  for (const [i, a] of columns.entries())
    for (let j = 0; j < i; j++) matrix[i]![j] = matrix[j]![i] = productMoment(a, columns[j]!);
  return matrix;
}
