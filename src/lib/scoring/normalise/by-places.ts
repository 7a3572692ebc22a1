import type { Ties } from '#lib/model/index.ts';
import type { Methods, Scale } from './scale.ts';
import { stretch } from './scale.ts';

/** How many of the sorted values are below x: plain numbers need no comparator. */
function countBelow(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are at most x, of which `below` are below it. */
function countUpTo(sorted: Float64Array, x: number, below: number): number {
  // Most values are alone: then there is no run of equal ones to find the end of.
  if (sorted[below] !== x) return below;
  if (sorted[below + 1] !== x) return below + 1;
  let low = below + 2;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places from the worst up, from 1, of values among the peers; exactly equal values share one of
 * their places, or the average of them (R25).
 */
function placeAmong(sorted: Float64Array, ties: Ties = 'lowest'): Scale {
  switch (ties) {
    case 'lowest':
      return (x) => 1 + countBelow(sorted, x);
    case 'highest':
      return (x) => countUpTo(sorted, x, countBelow(sorted, x));
    case 'average':
      return (x) => {
        const below = countBelow(sorted, x);
        return (1 + below + countUpTo(sorted, x, below)) / 2;
      };
  }
}

/** Scales that know the order of the peers alone: R25. */
export const BY_PLACES: Methods<'rank' | 'borda' | 'percentile_rank'> = {
  rank: ({ ties }, { sorted }) => placeAmong(sorted, ties),

  borda: ({ ties }, { sorted }) => {
    const place = placeAmong(sorted, ties);
    return (x) => place(x) - 1;
  },

  percentile_rank: ({ ties }, { sorted, range }) => {
    if (sorted.length === 1) return 'constant_indicator';
    const place = placeAmong(sorted, ties);
    const to = stretch(range);
    return (x) => to((place(x) - 1) / (sorted.length - 1));
  },
};
