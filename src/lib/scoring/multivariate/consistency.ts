import type { Consistency } from '#lib/model/index.ts';
import { correlationsOf } from '../statistics/correlation.ts';
import { momentsOf } from '../statistics/moments.ts';

/** Below it a sum has no variance but for rounding, relative to the variances of its parts. */
const NOTHING = 1e-12;

/**
 * Cronbach's alpha (R82). NaN with fewer than two columns or rows; standardised also when a column
 * has one value only; either when the sum of the columns is the same in all rows.
 *
 * @param columns of equal length, without missing values
 */
export function cronbachAlpha(
  elements: readonly string[],
  columns: readonly Float64Array[],
): Consistency {
  const correlations = correlationsOf(columns);
  const all = columns.map((_, i) => i);
  return {
    alpha: rawAlpha(columns),
    standardised: standardisedAlpha(correlations, all),
    without: elements.map((element, i) => {
      const others = all.filter((j) => j !== i);
      return {
        element,
        standardised: standardisedAlpha(correlations, others),
        r: withSum(correlations, i, others),
      };
    }),
  };
}

/** k / (k - 1) · (1 - Σ var(x) / var(Σx)) */
function rawAlpha(columns: readonly Float64Array[]): number {
  const k = columns.length;
  if (k < 2) return NaN;
  const total = columns[0]!.map((_, row) => columns.reduce((sum, xs) => sum + xs[row]!, 0));
  const parts = columns.reduce((sum, xs) => sum + momentsOf(xs).sd ** 2, 0);
  const whole = momentsOf(total).sd ** 2;
  return whole > NOTHING * parts ? (k / (k - 1)) * (1 - parts / whole) : NaN;
}

/** k r̄ / (1 + (k - 1) r̄), r̄ the mean correlation: the same formula where every variance is 1. */
function standardisedAlpha(correlations: readonly Float64Array[], of: readonly number[]): number {
  const k = of.length;
  if (k < 2) return NaN;
  const whole = sumOver(correlations, of);
  return whole > NOTHING * k ? (k / (k - 1)) * (1 - k / whole) : NaN;
}

/** Correlation of one standardised column with the sum of others. */
function withSum(
  correlations: readonly Float64Array[],
  i: number,
  others: readonly number[],
): number {
  const whole = sumOver(correlations, others);
  const shared = others.reduce((sum, j) => sum + correlations[i]![j]!, 0);
  return whole > NOTHING * others.length ? shared / Math.sqrt(whole) : NaN;
}

const sumOver = (correlations: readonly Float64Array[], of: readonly number[]): number =>
  of.reduce((sum, i) => of.reduce((part, j) => part + correlations[i]![j]!, sum), 0);
