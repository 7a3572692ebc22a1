export interface Moments {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN for n < 2, 0 when all values are equal. */
  readonly sd: number;
}

/**
 * Σ f(x), carried in twice the precision of a double (Knuth's two-sum), so that neither the order
 * of the values nor their cancelling decides a digit of the rounded sum.
 */
export function preciseSum(values: Float64Array, f: (x: number) => number): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < values.length; i++) {
    const x = f(values[i]!);
    const sum = high + x;
    const part = sum - high;
    const rest = low + (high - (sum - part)) + (x - part);
    high = sum + rest;
    low = rest - (high - sum);
  }
  return high;
}

const identity = (x: number): number => x;

/**
 * Count, extremes, mean and sample standard deviation of values without NaN; all NaN but `n` when
 * there are none.
 */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) return { n, min: NaN, max: NaN, mean: NaN, sd: NaN };
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  // n equal doubles need not have themselves as their rounded mean.
  if (min === max) return { n, min, max, mean: min, sd: n < 2 ? NaN : 0 };
  const mean = preciseSum(values, identity) / n;
  const sd = Math.sqrt(preciseSum(values, (x) => (x - mean) ** 2) / (n - 1));
  return { n, min, max, mean, sd };
}
