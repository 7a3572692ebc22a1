import type { Ties } from '#lib/model/index.ts';
import type { Ladder, Methods } from './scale.ts';

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

/** Where the run of equal values ends that begins at `from`. */
function endOfRun(sorted: Float64Array, from: number): number {
  const x = sorted[from]!;
  let low = from + 1;
  // Most values are alone: then there is nothing to look for.
  if (sorted[low] !== x) return low;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The place of one of the peers, from the worst up, from 1; exactly equal values share one of their
 * places, or the average of them (R25).
 */
function placeAmong(sorted: Float64Array, x: number, ties: Ties): number {
  const below = countBelow(sorted, x);
  if (ties === 'lowest') return below + 1;
  const upTo = endOfRun(sorted, below);
  return ties === 'highest' ? upTo : (1 + below + upTo) / 2;
}

/** Writes the values of `rows` to `out`, which keeps what it has where there is none. */
export function climbInto(
  out: Float64Array,
  column: Float64Array,
  rows: Int32Array,
  direction: 1 | -1,
  { sorted, ties, minus, by, range: [low, high] }: Ladder,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const x = column[row]!;
    if (Number.isNaN(x)) continue;
    const place = placeAmong(sorted, direction * x, ties);
    out[row] = ((place - minus) / by) * (high - low) + low;
  }
}

/** Leaves a number as it is. */
const UNSTRETCHED = [0, 1] as const;

/** Scales that know the order of the peers alone: R25. */
export const BY_PLACES: Methods<'rank' | 'borda' | 'percentile_rank'> = {
  rank: ({ ties = 'lowest' }, { sorted }) => ({
    sorted,
    ties,
    minus: 0,
    by: 1,
    range: UNSTRETCHED,
  }),

  borda: ({ ties = 'lowest' }, { sorted }) => ({
    sorted,
    ties,
    minus: 1,
    by: 1,
    range: UNSTRETCHED,
  }),

  percentile_rank: ({ ties = 'lowest' }, { sorted, range }) =>
    sorted.length === 1
      ? 'constant_indicator'
      : { sorted, ties, minus: 1, by: sorted.length - 1, range },
};
