import { bisectLeft } from 'd3-array';
import type { NormaliseSpec, ScoreIssueCode } from '#lib/model/index.ts';
import type { Moments } from '../statistics/moments.ts';

/** Turns one directed value (more is better) into its normalised value. */
export type Scale = (x: number) => number;

/** What a method may know: the peers' values after direction, and how to stretch shares. */
export interface ScaleInput {
  readonly direction: 1 | -1;
  /** Directed values of the peers, without the missing ones. */
  readonly peers: Float64Array;
  /** Of the directed values. */
  readonly moments: Moments;
  /** Where 0 and 1 go for the methods that give a share. */
  readonly range: readonly [number, number];
}

type Spec<M extends NormaliseSpec['method']> = Extract<NormaliseSpec, { method: M }>;
type Method<M extends NormaliseSpec['method']> = (
  spec: Spec<M>,
  input: ScaleInput,
) => Scale | ScoreIssueCode;

/** Shares in the order of operations of the reference implementation, so that digits agree. */
const stretch =
  ([low, high]: readonly [number, number]) =>
  (share: number): number =>
    share * (high - low) + low;

/** Each method of R21-R25: a scale, or the reason why these peers give none. */
const METHODS: { readonly [M in NormaliseSpec['method']]: Method<M> } = {
  minmax: (_, { moments: { min, max }, range }) => {
    if (min === max) return 'constant_indicator';
    const to = stretch(range);
    return (x) => to((x - min) / (max - min));
  },

  goalposts: ({ low, high, truncate = true }, { direction, range }) => {
    const [from, until] = direction === 1 ? [low, high] : [-high, -low];
    const to = stretch(range);
    const share: Scale = (x) => (x - from) / (until - from);
    return truncate ? (x) => to(Math.min(1, Math.max(0, share(x)))) : (x) => to(share(x));
  },

  target: ({ target, cap = true }, { direction, moments: { min }, range }) => {
    const goal = direction * target;
    const to = stretch(range);
    if (goal <= min) return cap ? () => to(1) : 'target_below_peers';
    const share: Scale = (x) => (x - min) / (goal - min);
    return cap ? (x) => to(Math.min(1, share(x))) : (x) => to(share(x));
  },

  zscore: ({ mean: at = 0, sd: by = 1 }, { moments: { mean, sd } }) =>
    sd > 0 ? (x) => ((x - mean) / sd) * by + at : 'constant_indicator',

  rank: (_, { peers }) => {
    const sorted = peers.slice().sort();
    return (x) => 1 + bisectLeft(sorted, x);
  },
};

/** The scale that a method gives for these peers (at least one), or the issue in its way. */
export function scaleOf(spec: NormaliseSpec, input: ScaleInput): Scale | ScoreIssueCode {
  // The table is exhaustive, but the checker cannot follow a union through it.
  const method = METHODS[spec.method] as Method<NormaliseSpec['method']>;
  return method(spec, input);
}
