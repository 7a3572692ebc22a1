import type { ConvergenceStep, Estimate, SensitivityWarning } from '#lib/model/index.ts';
import type { Estimated } from './sobol-indices.ts';
import { ENOUGH_ROWS } from './sobol-indices.ts';
import { SOBOL_DIMENSIONS } from './sobol-sequence.ts';

/** An interval wider than this, or a last step greater than that, and no decimal can be read. */
const WIDE = 0.2;
const STEP = 0.05;
/** A first-order index may be this much above the total one for want of rows alone. */
const TOUCHING = 0.01;

/**
 * What is to be held against an analysis (R106).
 *
 * @param whole the indices of the shift in rank
 * @param half the same at half of the rows
 * @param rows of the design
 * @param dimensions quasi-random coordinates that the design asks for
 * @param incomplete share of the replicates in which somebody had no place
 */
export const warningsOf = (
  whole: Estimated,
  half: ConvergenceStep,
  rows: number,
  dimensions: number,
  incomplete: number,
): SensitivityWarning[] => [
  ...(whole.reason === null ? doubts(whole, half) : []),
  ...(rows < ENOUGH_ROWS && whole.first.length > 1 ? [{ code: 'few_rows' as const }] : []),
  ...((rows & (rows - 1)) === 0 ? [] : [{ code: 'not_power_of_two' as const }]),
  ...(dimensions > SOBOL_DIMENSIONS ? [{ code: 'random_coordinates' as const }] : []),
  ...(incomplete > 0 ? [{ code: 'incomplete_replicates' as const, share: incomplete }] : []),
];

function doubts({ first, total, gaps }: Estimated, half: ConvergenceStep): SensitivityWarning[] {
  const isUnsettled = ({ value, low, high }: Estimate, before: number) =>
    !(high - low <= WIDE && Math.abs(value - before) <= STEP);
  return gaps.flatMap((gap, factor) => [
    ...(isUnsettled(first[factor]!, half.first[factor]!) ||
    isUnsettled(total[factor]!, half.total[factor]!)
      ? [{ code: 'not_converged' as const, factor }]
      : []),
    ...(gap.high < 0 && gap.value < -TOUCHING
      ? [{ code: 'first_above_total' as const, factor }]
      : []),
  ]);
}
