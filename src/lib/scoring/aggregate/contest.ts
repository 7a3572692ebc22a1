import type { NotComputableReason, ScoreIssueCode } from '#lib/model/index.ts';

/**
 * The peers of one period and group as a method sees that compares them with each other (R39):
 * ordered by unit code, with the children that have a weight, and without the rows that have none
 * of these.
 */
export interface Peers {
  /** One column a child, one entry a unit, NaN for missing. */
  readonly columns: readonly Float64Array[];
  /** One a child, positive. */
  readonly weights: Float64Array;
}

/** What such a method makes of them. */
export interface Outcome {
  /** One a unit; NaN for all when `fails` says why. */
  readonly scores: Float64Array;
  readonly fails?: NotComputableReason;
  /** Something to say about the peers together. */
  readonly issue?: ScoreIssueCode;
  /** Of the benefit of the doubt: a column a child, its share in each unit's score. */
  readonly shares?: readonly Float64Array[];
}

export const countOf = ({ columns }: Peers): number => columns[0]?.length ?? 0;
