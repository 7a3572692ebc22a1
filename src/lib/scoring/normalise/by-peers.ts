import type { Methods } from './scale.ts';
import { onLine, stretch } from './scale.ts';

/** Scales made of the peers' own figures: R21, R24, R27, R29. */
export const BY_PEERS: Methods<'minmax' | 'zscore' | 'distance_to_max' | 'fraction_of_max'> = {
  minmax: (_, { extremes: { min, max } }) =>
    min === max ? 'constant_indicator' : { from: min, until: max, isCut: false },

  zscore: ({ mean: at = 0, sd: by = 1 }, { moments: { mean, sd } }) =>
    sd > 0 ? (x) => ((x - mean) / sd) * by + at : 'constant_indicator',

  distance_to_max: (_, { extremes: { min, max }, range }) => {
    if (min === max) return 'constant_indicator';
    const to = stretch(range);
    const line = { from: min, until: max, isCut: false };
    return max - min < Infinity
      ? (x) => to(1 - (max - x) / (max - min))
      : (x) => onLine(x, line, range);
  },

  fraction_of_max: (_, { direction, extremes: { min, max }, range }) => {
    const to = stretch(range);
    // The best is the directed maximum; where less is better both signs are turned and cancel.
    if (direction === 1) return min >= 0 && max > 0 ? (x) => to(x / max) : 'nonpositive_fraction';
    return max < 0 ? (x) => to(max / x) : 'nonpositive_fraction';
  },
};
