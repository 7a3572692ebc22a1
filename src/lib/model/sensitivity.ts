/** What the uncertainty of an index comes from: variance shared out among its assumptions. */
import type { Factor } from './robustness.ts';

/** An estimate with its interval; all NaN where there is nothing to estimate. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Why an output has no indices. */
export type NoIndices =
  /** It is the same in all replicates (but for rounding): there is no variance to share out. */
  | 'no_variance'
  /** It is missing in more than half of the replicates, or there are too few of them. */
  | 'too_few_rows';

/** Variance of one output shared out among the assumptions (METHOD.md R102–R104). */
export interface SobolIndices {
  /** Rows of the design (one replicate for A, one for B, one for every assumption) that counted. */
  readonly rows: number;
  readonly mean: number;
  readonly variance: number;
  /** One an assumption: share of the variance that goes when this assumption is settled. */
  readonly first: readonly Estimate[];
  /** One an assumption: share of the variance that stays when all the others are settled. */
  readonly total: readonly Estimate[];
  /** 1 - Σ first: the share that no assumption explains alone. */
  readonly interactions: number;
  /** null when there are indices; otherwise they are NaN. */
  readonly reason: NoIndices | null;
}

/** The indices from the first rows of the design, of the mean shift in rank. */
export interface ConvergenceStep {
  readonly rows: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

export type SensitivityWarning =
  /** An interval is wide, or the last doubling of the rows still moved an index: read no decimals. */
  | { readonly code: 'not_converged'; readonly factor: number }
  /** The first-order index is above the total one by more than chance: the estimates are off. */
  | { readonly code: 'first_above_total'; readonly factor: number }
  /** Too few rows for the intervals of first-order indices, of the units as well: too narrow. */
  | { readonly code: 'few_rows' }
  /** Only a power of two of rows covers the space evenly. */
  | { readonly code: 'not_power_of_two' }
  /** The design has coordinates beyond the quasi-random ones: slower convergence. */
  | { readonly code: 'random_coordinates' }
  /** Replicates in which some units, or all, had no place: their share. */
  | { readonly code: 'incomplete_replicates'; readonly share: number };

export interface UnitSensitivity {
  /** Position in the table's rows. */
  readonly row: number;
  readonly score: SobolIndices;
  readonly rank: SobolIndices;
}

/** Result of a variance-based sensitivity analysis of one period (METHOD.md R100–R109). */
export interface Sensitivity {
  readonly seed: number;
  /** Rows of the design, and the replicates they took: rows · (assumptions + 2). */
  readonly samples: number;
  readonly replicates: number;
  /** Of all the intervals. */
  readonly confidence: number;
  /** The assumptions, in the order of every list of indices. */
  readonly factors: readonly Factor[];
  /** Of the mean absolute shift in rank against the scheme as it stands (Handbook, eq. 38). */
  readonly rank_shift: SobolIndices;
  /** `rank_shift` at a quarter, a half and all of the rows. */
  readonly convergence: readonly ConvergenceStep[];
  /** In the order of the simulation: by unit code, then peer group. */
  readonly units: readonly UnitSensitivity[];
  readonly warnings: readonly SensitivityWarning[];
}
