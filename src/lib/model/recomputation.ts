/** What came of computing an index a second time, in SQL; METHOD.md R130–R139. */
import type { Layer } from './vocabulary.ts';

/** Difference of two scores, as a share of the element's greatest score, that counts as none. */
export const RECOMPUTE_TOLERANCE = 1e-9;

/** What in a scheme the second computation does not know, so that it says nothing of the scheme. */
export const NOT_COVERED_REASONS = [
  'impute',
  'treat',
  'normalise',
  'weigh',
  'aggregate',
  /** Ties of identical scores only: rounding would decide places. */
  'exact_ties',
] as const;
export type NotCoveredReason = (typeof NOT_COVERED_REASONS)[number];

/** One thing on which the two computations differ. */
export interface Disagreement {
  readonly unit: string;
  readonly period: string;
  /** Group of the hierarchy, for `row` and `status` the index. */
  readonly element: string;
  /** `row`: the unit is there in one of the two only. */
  readonly what: 'row' | 'status' | 'score' | 'place';
  /** What the scores on the page say, and what SQL says; null for nothing. */
  readonly scored: string | number | null;
  readonly recomputed: string | number | null;
}

export type RecomputeVerdict =
  /** `rows` units in periods; `largest` difference, relative as RECOMPUTE_TOLERANCE is. */
  | { readonly kind: 'agrees'; readonly rows: number; readonly largest: number }
  /** `first` holds a few of them, in the order of the scores; there is at least one. */
  | {
      readonly kind: 'differs';
      readonly differences: number;
      readonly first: readonly [Disagreement, ...Disagreement[]];
    }
  | {
      readonly kind: 'not_covered';
      readonly reason: NotCoveredReason;
      /** Code of the element that asks for it; null for the scheme. */
      readonly element: string | null;
    }
  | {
      readonly kind: 'not_checked';
      /** Yet to come, not asked for, or there is no SQL engine that could. */
      readonly reason: 'pending' | 'not_started' | 'no_sql';
    };

/** What was found at publication. Where the two differ nothing is published. */
export interface ManifestRecomputation {
  readonly layer: Layer;
  readonly scheme: string;
  readonly verdict: 'agrees' | 'not_covered';
  /** Units in periods that were compared; 0 when not covered. */
  readonly rows: number;
  readonly tolerance: number;
}
