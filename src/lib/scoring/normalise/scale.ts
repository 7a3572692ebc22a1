import type { NormaliseSpec, ScoreIssueCode, Ties } from '#lib/model/index.ts';
import type { Moments } from '../statistics/moments.ts';
import type { Extremes } from '../statistics/present.ts';

/** Turns one directed value (more is better) into its normalised value; NaN where it has none. */
export type Scale = (x: number) => number;

/** The share of the way between two directed posts, (x - from) / (until - from), to be stretched. */
export interface Line {
  readonly from: number;
  readonly until: number;
  /** Whether shares are cut to [0, 1]. */
  readonly isCut: boolean;
}

/**
 * What a method may know: the peers' values after direction, and how to stretch shares. Neither this
 * nor the scale made of it outlives the pool.
 */
export interface ScaleInput {
  readonly direction: 1 | -1;
  /** Directed values of the peers, ascending, without the missing ones; good for this pool alone. */
  readonly sorted: Float64Array;
  /** Of the directed values, like the moments. */
  readonly extremes: Extremes;
  readonly moments: Moments;
  /** Where 0 and 1 go for the methods that give a share. */
  readonly range: readonly [number, number];
  /**
   * Directed value of any unit of the table in `period`, without it in the period of the peers;
   * NaN where there is none.
   */
  readonly valueOf: (unit: string, period: string | undefined) => number;
}

/** Places from the worst up, from 1, among the peers: (place - minus) / by, to be stretched. */
export interface Ladder {
  /** Ascending. */
  readonly sorted: Float64Array;
  readonly ties: Ties;
  readonly minus: 0 | 1;
  readonly by: number;
  /** Where 0 and 1 go. */
  readonly range: readonly [number, number];
}

type Spec<M extends NormaliseSpec['method']> = Extract<NormaliseSpec, { method: M }>;

/** A scale for these peers (at least one), or the issue in its way. */
export type Method<M extends NormaliseSpec['method']> = (
  spec: Spec<M>,
  input: ScaleInput,
) => Scale | Line | Ladder | ScoreIssueCode;

/** A family of methods by name. */
export type Methods<M extends NormaliseSpec['method']> = { readonly [Name in M]: Method<Name> };

/** Shares in the order of operations of the reference implementation, so that digits agree. */
export const stretch =
  ([low, high]: readonly [number, number]) =>
  (share: number): number =>
    share * (high - low) + low;

/** Where a directed value stands on a line, stretched to the range. */
export function onLine(x: number, line: Line, range: readonly [number, number]): number {
  const { from, until } = line;
  const way = until - from;
  // Where the way itself is beyond the largest double, half of everything is not.
  const share = way < Infinity ? (x - from) / way : (x / 2 - from / 2) / (until / 2 - from / 2);
  return (line.isCut ? Math.min(1, Math.max(0, share)) : share) * (range[1] - range[0]) + range[0];
}
