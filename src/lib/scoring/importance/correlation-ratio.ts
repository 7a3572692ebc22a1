import type { NoImportance } from '#lib/model/index.ts';
import { momentsOf } from '../statistics/moments.ts';
import { localLinear } from './local-linear.ts';
import type { Fit } from './local-linear.ts';
import { lumpsOf } from './lumps.ts';
import type { Lump } from './lumps.ts';

/** Fewer rows than this carry no curve. */
export const LEAST_UNITS = 10;

/** Bandwidths as shares of the range of x, from the plain line (Infinity) down to a hundredth. */
export const BANDWIDTHS: readonly number[] = [
  Infinity,
  ...Array.from({ length: 17 }, (_, k) => 10 ** (-k / 8)),
];

/** How much better than a smoother curve a rougher one must foretell. */
const BETTER = 1e-9;

export interface CorrelationRatio {
  readonly value: number;
  readonly bandwidth: number;
  readonly reason: NoImportance | null;
}

const none = (reason: NoImportance): CorrelationRatio => ({
  value: NaN,
  bandwidth: NaN,
  reason,
});

/**
 * Pearson's correlation ratio V(E(y|x)) / V(y), the share of the variance of y that x accounts for
 * in whatever form (Paruolo, Saisana and Saltelli 2013): E(y|x) by local-linear regression, the
 * bandwidth by leave-one-out cross-validation (R87). Expects pairs without NaN. At least that of the
 * straight line when this foretells best, which is Pearson's r²; never above 1.
 */
export function correlationRatio(xs: Float64Array, ys: Float64Array): CorrelationRatio {
  if (xs.length < LEAST_UNITS) return none('few_units');
  const [ofX, ofY] = [momentsOf(xs), momentsOf(ys)];
  if (!(ofX.max > ofX.min) || !(ofY.max > ofY.min)) return none('constant');
  // On a scale of its own, so that neither size nor place of y decides a digit.
  const lumps = lumpsOf(
    xs,
    ys.map((y) => (y - ofY.mean) / ofY.sd),
  );
  let best: { fit: Fit; bandwidth: number } | undefined;
  for (const bandwidth of BANDWIDTHS) {
    const fit = localLinear(lumps, bandwidth);
    if (!best || fit.left_out < best.fit.left_out * (1 - BETTER) - NOTHING)
      best = { fit, bandwidth };
  }
  const { fit, bandwidth } = best!;
  return { value: Math.min(1, explained(lumps, fit.curve)), bandwidth, reason: null };
}

/** A sum of squares of standardised values below this is rounding. */
const NOTHING = 1e-20;

/** Variance of the curve over that of y, every observation counted. */
function explained(lumps: readonly Lump[], curve: Float64Array): number {
  const sum = (of: (lump: Lump, k: number) => number) =>
    lumps.reduce((total, lump, k) => total + of(lump, k), 0);
  const n = sum(({ count }) => count);
  const center = sum(({ count }, k) => count * curve[k]!) / n;
  const mean = sum(({ count, y }) => count * y) / n;
  return (
    sum(({ count }, k) => count * (curve[k]! - center) ** 2) /
    sum(({ count, y, spread }) => count * (y - mean) ** 2 + spread)
  );
}
