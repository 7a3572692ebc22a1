import { fsum } from 'd3-array';
import { extremesOf } from './present.ts';
import type { Extremes } from './present.ts';

export interface Moments extends Extremes {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN for n < 2, 0 when all values are equal. */
  readonly sd: number;
}

/**
 * Σ f(x), as good as exact before its one rounding, so that the order of the values cannot change a
 * digit. Carried in twice the precision of a double (Knuth's two-sum); where the terms cancel so far
 * that this is not enough, summed again exactly, which takes many times longer.
 */
export function preciseSum(values: Float64Array, f: (x: number) => number): number {
  let high = 0;
  let low = 0;
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    const x = f(values[i]!);
    const sum = high + x;
    const part = sum - high;
    const rest = low + (high - (sum - part)) + (x - part);
    high = sum + rest;
    low = rest - (high - sum);
    size += Math.abs(x);
  }
  return Math.abs(high) * MOST_CANCELLING < size ? fsum(values, f) : high;
}

/** Two doubles hold 106 bits: with 10 of them cancelled, 43 still stand behind the rounding. */
const MOST_CANCELLING = 1024;

const identity = (x: number): number => x;

/** Mean of values without NaN; NaN when there are none. */
export function averageOf(values: Float64Array): number {
  const { min, max } = extremesOf(values);
  // n equal doubles need not have themselves as their rounded mean.
  return min === max ? min : preciseSum(values, identity) / values.length;
}

/**
 * Count, extremes, mean and sample standard deviation of values without NaN; all NaN but `n` when
 * there are none.
 */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) return { n, min: NaN, max: NaN, mean: NaN, sd: NaN };
  const { min, max } = extremesOf(values);
  const mean = averageOf(values);
  if (min === max) return { n, min, max, mean, sd: n < 2 ? NaN : 0 };
  const sd = Math.sqrt(preciseSum(values, (x) => (x - mean) ** 2) / (n - 1));
  return { n, min, max, mean, sd };
}
