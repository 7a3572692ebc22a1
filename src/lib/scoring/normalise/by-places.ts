import type { Ties } from '#lib/model/index.ts';
import type { Methods, Scale } from './scale.ts';
import { stretch } from './scale.ts';

/** How many of the sorted values are below x, or at most x: plain numbers need no comparator. */
function countBelow(sorted: Float64Array, x: number, includesEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value < x || (includesEqual && value === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places from the worst up, from 1, of values among the peers; exactly equal values share one of
 * their places, or the average of them (R25).
 */
function placeAmong(peers: Float64Array, ties: Ties = 'lowest'): Scale {
  const sorted = peers.slice().sort();
  const lowest: Scale = (x) => 1 + countBelow(sorted, x, false);
  const highest: Scale = (x) => countBelow(sorted, x, true);
  switch (ties) {
    case 'lowest':
      return lowest;
    case 'highest':
      return highest;
    case 'average':
      return (x) => (lowest(x) + highest(x)) / 2;
  }
}

/** Scales that know the order of the peers alone: R25. */
export const BY_PLACES: Methods<'rank' | 'borda' | 'percentile_rank'> = {
  rank: ({ ties }, { peers }) => placeAmong(peers, ties),

  borda: ({ ties }, { peers }) => {
    const place = placeAmong(peers, ties);
    return (x) => place(x) - 1;
  },

  percentile_rank: ({ ties }, { peers, range }) => {
    if (peers.length === 1) return 'constant_indicator';
    const place = placeAmong(peers, ties);
    const to = stretch(range);
    return (x) => to((place(x) - 1) / (peers.length - 1));
  },
};
