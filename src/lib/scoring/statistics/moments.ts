import { fsum } from 'd3-array';
import { PreciseSum } from './precise-sum.ts';
import type { Extremes } from './present.ts';

export interface Moments extends Extremes {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN for n < 2, 0 when all values are equal. */
  readonly sd: number;
}

/** Mean and extremes of values without NaN; NaN and infinite when there are none. */
function averageWithin(values: Float64Array): Extremes & { readonly mean: number } {
  let min = Infinity;
  let max = -Infinity;
  const sum = new PreciseSum();
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
    sum.add(x);
  }
  const mean = (sum.isSettled ? sum.value : fsum(values)) / values.length;
  // n equal doubles need not have themselves as their rounded mean; and which of 0 and -0 came
  // first must not show.
  return { min: min + 0, max: max + 0, mean: min === max ? min + 0 : mean };
}

/** Mean of values without NaN; NaN when there are none. */
export const averageOf = (values: Float64Array): number => averageWithin(values).mean;

/**
 * Count, extremes, mean and sample standard deviation of values without NaN; all NaN but `n` when
 * there are none.
 */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) return { n, min: NaN, max: NaN, mean: NaN, sd: NaN };
  const { min, max, mean } = averageWithin(values);
  if (min === max) return { n, min, max, mean, sd: n < 2 ? NaN : 0 };
  const squares = new PreciseSum();
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - mean;
    squares.add(deviation * deviation);
  }
  return { n, min, max, mean, sd: Math.sqrt(squares.value / (n - 1)) };
}
