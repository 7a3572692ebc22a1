/**
 * Changes on a grid (R121). A difference of two doubles split in three does not add up again in
 * doubles. So scores are rounded to a power of two first, fine enough not to be seen and coarse
 * enough that every sum below is an integer that a double holds.
 */

/** Steps between 0 and the power of two above the largest score. */
const STEPS = 2 ** 43;

/** Twelve times as many half steps are still exact, which is more than any sum of parts needs. */
const MOST_STEPS = 2 ** 49;

/** Powers of two beyond which a step or a multiple of it would leave the doubles. */
const SMALLEST = 2 ** -900;
const LARGEST = 2 ** 900;

/** The step for scores of at most this size: less than its 2^-42nd part. */
export function stepFor(largest: number): number {
  let size = 1;
  while (size <= largest && size < LARGEST) size *= 2;
  while (size / 2 > largest && size > SMALLEST) size /= 2;
  return size / STEPS;
}

/** The score in steps, an integer. */
export const stepsOf = (score: number, step: number): number => Math.round(score / step);

/** Whether a score is small enough beside the step for sums of parts to be exact. */
export const isInScale = (score: number, step: number): boolean =>
  Math.abs(score / step) <= MOST_STEPS;
