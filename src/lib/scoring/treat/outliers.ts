import type { Shape } from '#lib/model/index.ts';
import { momentsOf, preciseSum } from '../statistics/moments.ts';

export interface OutlierLimits {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Sums of the powers of the deviations from the mean. */
function deviations(values: Float64Array) {
  const { n, mean } = momentsOf(values);
  const power = (exponent: number) => preciseSum(values, (x) => (x - mean) ** exponent);
  return { n, power };
}

/**
 * Sample skewness, type 2 (Excel SKEW): √n Σd³ / (Σd²)^1.5 · √(n(n-1)) / (n-2). NaN for n < 3 and
 * for equal values.
 */
export function skewness(values: Float64Array): number {
  const { n, power } = deviations(values);
  if (n < 3) return NaN;
  return ((Math.sqrt(n) * power(3)) / power(2) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
}

/**
 * Sample excess kurtosis, type 2 (Excel KURT): ((n+1)(r-3) + 6)(n-1) / ((n-2)(n-3)) with
 * r = nΣd⁴ / (Σd²)². NaN for n < 4 and for equal values.
 */
export function kurtosis(values: Float64Array): number {
  const { n, power } = deviations(values);
  if (n < 4) return NaN;
  const r = (n * power(4)) / power(2) ** 2;
  return (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

/**
 * Skewness and kurtosis against the outlier rule (R15): content unless both reach their limits. It
 * cannot tell where what it knows does not settle the matter.
 */
export function shapeOf(values: Float64Array, limits: OutlierLimits): Shape {
  const skew = skewness(values);
  const kurt = kurtosis(values);
  const isCalm = Math.abs(skew) < limits.skewness || kurt < limits.kurtosis;
  const isKnown = !Number.isNaN(skew) && !Number.isNaN(kurt);
  return { skewness: skew, kurtosis: kurt, passes: isCalm || (isKnown ? false : null) };
}
