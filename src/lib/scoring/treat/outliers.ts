import { fsum } from 'd3-array';
import type { Shape } from '#lib/model/index.ts';
import { averageOf } from '../statistics/moments.ts';
import { PreciseSum } from '../statistics/precise-sum.ts';

export interface OutlierLimits {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Sums of powers of the deviations from the mean. */
interface PowerSums {
  readonly n: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

function powerSums(values: Float64Array): PowerSums {
  const mean = averageOf(values);
  const second = new PreciseSum();
  const third = new PreciseSum();
  const fourth = new PreciseSum();
  for (let i = 0; i < values.length; i++) {
    const d = values[i]! - mean;
    second.add(d * d);
    third.add(d * d * d);
    fourth.add(d * d * d * d);
  }
  // Even powers have one sign: they cannot cancel.
  const cubes = third.isSettled
    ? third.value
    : fsum(values, (x) => (x - mean) * (x - mean) * (x - mean));
  return { n: values.length, second: second.value, third: cubes, fourth: fourth.value };
}

const skewnessOf = ({ n, second, third }: PowerSums): number =>
  n < 3 ? NaN : ((Math.sqrt(n) * third) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));

function kurtosisOf({ n, second, fourth }: PowerSums): number {
  if (n < 4) return NaN;
  const r = (n * fourth) / second ** 2;
  return (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

/**
 * Sample skewness, type 2 (Excel SKEW): √n Σd³ / (Σd²)^1.5 · √(n(n-1)) / (n-2). NaN for n < 3 and
 * for equal values.
 */
export const skewness = (values: Float64Array): number => skewnessOf(powerSums(values));

/**
 * Sample excess kurtosis, type 2 (Excel KURT): ((n+1)(r-3) + 6)(n-1) / ((n-2)(n-3)) with
 * r = nΣd⁴ / (Σd²)². NaN for n < 4 and for equal values.
 */
export const kurtosis = (values: Float64Array): number => kurtosisOf(powerSums(values));

/**
 * Skewness and kurtosis against the outlier rule (R15): content unless both reach their limits. It
 * cannot tell where what it knows does not settle the matter.
 */
export function shapeOf(values: Float64Array, limits: OutlierLimits): Shape {
  const sums = powerSums(values);
  const skew = skewnessOf(sums);
  const kurt = kurtosisOf(sums);
  const isCalm = Math.abs(skew) < limits.skewness || kurt < limits.kurtosis;
  const isKnown = !Number.isNaN(skew) && !Number.isNaN(kurt);
  return { skewness: skew, kurtosis: kurt, passes: isCalm || (isKnown ? false : null) };
}
