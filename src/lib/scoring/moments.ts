import { fsum } from 'd3-array';

export interface Moments {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN for n < 2, 0 when all values are equal. */
  readonly sd: number;
}

/**
 * Count, extremes, mean and sample standard deviation of the values that are not NaN; all NaN but
 * `n` when there are none. Sums are exact before their one rounding, so that the order of the
 * values cannot change a digit.
 */
export function momentsOf(values: Float64Array): Moments {
  const present = values.filter((x) => !Number.isNaN(x));
  const n = present.length;
  if (n === 0) return { n, min: NaN, max: NaN, mean: NaN, sd: NaN };
  let min = Infinity;
  let max = -Infinity;
  for (const x of present) {
    if (x < min) min = x;
    if (x > max) max = x;
  }
  // n equal doubles need not have themselves as their rounded mean.
  if (min === max) return { n, min, max, mean: min, sd: n < 2 ? NaN : 0 };
  const mean = fsum(present) / n;
  const sd = Math.sqrt(fsum(present, (x) => (x - mean) ** 2) / (n - 1));
  return { n, min, max, mean, sd };
}
