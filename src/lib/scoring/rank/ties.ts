/** Rounding that a computed score may carry, as a multiple of the largest score. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * How far below the best of a tie a score may lie and still share its place (R51):
 * share · (max - min), but at least what rounding may have moved it, unless the share is 0.
 */
export const widthOfTies = (min: number, max: number, share: number): number =>
  share === 0
    ? 0
    : Math.max(share * (max - min), ROUNDING * Math.max(Math.abs(min), Math.abs(max)));
