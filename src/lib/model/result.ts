/** What goes into the scoring module and what comes out: every intermediate table is kept. */
import type { Transform, WeighSpec } from './scheme.ts';

/** One row is a unit in a period; a panel stacks the periods. */
export interface UnitRow {
  readonly unit: string;
  readonly period: string;
  /** Peers are normalised and ranked among themselves: counties with counties. */
  readonly group: string;
}

/** Column-major table of numbers; NaN marks a missing cell. All columns have one entry a row. */
export interface UnitTable {
  readonly rows: readonly UnitRow[];
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Columns of words, for schemes that impute by group; '' for none. */
  readonly labels?: ReadonlyMap<string, readonly string[]>;
}

/** What was done to a cell before it was normalised; flags add up. */
export const CELL = { imputed: 1, winsorised_high: 2, winsorised_low: 4, transformed: 8 } as const;

/** Skewness and excess kurtosis (type 2, as in spreadsheets); NaN where there are too few values. */
export interface Shape {
  readonly skewness: number;
  readonly kurtosis: number;
  /** Whether the outlier rule is content; null when it cannot tell. */
  readonly passes: boolean | null;
}

/** What the outlier treatment found and did, per indicator, peer group and (period or panel). */
export interface Treatment {
  readonly indicator: string;
  readonly group: string;
  readonly period: string | null;
  readonly given: Shape;
  /** null where winsorising was not called for. */
  readonly winsorised: (Shape & { readonly cells: number }) | null;
  /** null where no transformation was called for. */
  readonly transformed: (Shape & { readonly transform: Transform }) | null;
}

/** Why an index that passed the missing-data rule has no value all the same. */
export const NOT_COMPUTABLE_REASONS = [
  /** A mean that takes positive values only met another; `element` is the child that has it. */
  'nonpositive_value',
  /** The same for a method that takes no negative values. */
  'negative_value',
  /** The peers' majorities contradict each other in too large a knot for Kemeny's order. */
  'kemeny_too_large',
  /** The solver found no most favourable weights. */
  'no_optimum',
  /** Too few of the index's direct children are available. */
  'below_min_availability',
  /** Everything available has the weight zero, or no information (constant indicators). */
  'no_information',
  /** The group's weights were to come from data that do not yield them; see `Weighing`. */
  'weights_not_derivable',
] as const;
export type NotComputableReason = (typeof NOT_COMPUTABLE_REASONS)[number];

/** Why a row has no place. `ranked` is the only status with a rank. */
export type RankStatus =
  | { readonly kind: 'ranked' }
  | { readonly kind: 'no_data' }
  /** Fewer indicators available than the scheme asks for. */
  | { readonly kind: 'low_availability'; readonly availability: number; readonly required: number }
  | { readonly kind: 'dimension_missing'; readonly dimensions: readonly string[] }
  /** Too many of its values are zero. */
  | { readonly kind: 'low_nonzero'; readonly nonzero: number; readonly required: number }
  /** The scheme names the unit among those it leaves out. */
  | { readonly kind: 'excluded' }
  /** The index could not be computed, e.g. a geometric mean of a non-positive value. */
  | {
      readonly kind: 'not_computable';
      readonly element: string;
      readonly reason: NotComputableReason;
    };

/** A flagged oddity of the computation; never thrown, never swallowed. */
export interface ScoreIssue {
  readonly code: ScoreIssueCode;
  readonly element: string;
  /** Peer group; '' where the issue concerns the whole table (missing_column). */
  readonly group: string;
  /** null where the issue holds for all periods together. */
  readonly period: string | null;
  readonly unit: string | null;
}

export const SCORE_ISSUE_CODES = [
  /** All peers have the same value (or there is one peer): the method has no scale, cells are NaN. */
  'constant_indicator',
  /** A mean that takes positive values only met another. `element` is the child that has it. */
  'nonpositive_value',
  /** A method that takes no negative values met one. `element` is the child that has it. */
  'negative_value',
  /** Several orders of the peers agree equally well; between them the unit codes decide. */
  'kemeny_not_unique',
  /** The peers' majorities contradict each other in too large a knot: the group has no scores. */
  'kemeny_too_large',
  /** The solver found no most favourable weights for the unit. */
  'no_optimum',
  /** No unit passed the missing-data rule (element: the index), or none has this indicator. */
  'no_peers',
  /** The scheme forces a unit in or out that the table does not have. */
  'unknown_unit',
  /** The table has no such column: the indicator counts as missing for everyone. */
  'missing_column',
  /** A denominator is zero: the cell is missing. */
  'zero_denominator',
  /** Uncapped target at or below the worst peer: there is no scale between the two. */
  'target_below_peers',
  /** A value that is not positive has no logarithm between goalposts: it is not normalised. */
  'nonpositive_log',
  /** The reference unit is not in the table, or has no value there. */
  'missing_reference',
  /** The reference is no better than the worst peer: there is no scale between the two. */
  'reference_below_peers',
  /** A value below zero, or a best one that is not above it: there is no fraction of the best. */
  'nonpositive_fraction',
  /** The group's weights were to come from data that do not yield them: it has no scores. */
  'weights_not_derivable',
  /** The influences asked for cannot be had: the group's weights come as near as any, some are 0. */
  'influence_out_of_reach',
] as const;
export type ScoreIssueCode = (typeof SCORE_ISSUE_CODES)[number];

/** The numbers a normalisation was done with, per indicator, peer group and (period or panel). */
export interface NormaliseParameters {
  readonly indicator: string;
  readonly group: string;
  /** null when the parameters hold for the whole panel. */
  readonly period: string | null;
  readonly method: string;
  /** Peers with a value. The figures below are of their values before direction, as treated. */
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN for n < 2. */
  readonly sd: number;
}

/** Why weights that a group takes from its data could not be had; METHOD.md R71. */
export const WEIGHING_PROBLEMS = [
  /** Fewer than three rows have all children. */
  'too_few_rows',
  /** A child has the same value in all of those rows: it correlates with nothing. */
  'constant_child',
  /** Components that matter explain the same: which is the first, or is kept, is arbitrary. */
  'tied_components',
  /** A child is a combination of others: many weights do as well. */
  'collinear_children',
] as const;
export type WeighingProblem = (typeof WEIGHING_PROBLEMS)[number];

/** Where the weights of a group's children come from, and what they rest on; METHOD.md R70–R76. */
export interface Weighing {
  readonly group: string;
  readonly method: WeighSpec['method'];
  /**
   * One a child, in the scheme's order: as written for `given`, else adding up to 1. All NaN when
   * they could not be had, and then the group has no scores.
   */
  readonly weights: Float64Array;
  /** null when the weights stand. */
  readonly problem: WeighingProblem | null;
  /** Rows with all children, which the weights were taken from; null when not from data. */
  readonly n: number | null;
  /** Of `ahp`. */
  readonly consistency?: {
    /** Principal eigenvalue of the comparisons; the number of children when consistent. */
    readonly eigenvalue: number;
    readonly index: number;
    /** Index over that of random comparisons; 0 up to two children. */
    readonly ratio: number;
  };
  /** Of `pca` and `factor`, by descending eigenvalue. */
  readonly components?: {
    /** All of them; they add up to the number of children. */
    readonly eigenvalues: Float64Array;
    /** Kept ones, rotated as the scheme says: one column a component, one number a child. */
    readonly loadings: readonly Float64Array[];
    /** Variance that each kept one explains after rotation, as a share of all. */
    readonly explained: Float64Array;
  };
  /** Of `equal_influence`. */
  readonly influence?: {
    /** Whether some weights that are not negative give what was asked for. If not, see R76. */
    readonly in_reach: boolean;
    /** Pearson correlation of each child with the group made with these weights. */
    readonly correlations: Float64Array;
    /** Shares asked for; the shares reached are the correlations over their sum. */
    readonly targets: Float64Array;
    /** Greatest distance between a share reached and the one asked for. */
    readonly misfit: number;
  };
}

export interface ElementWeight {
  readonly code: string;
  /** null for the index itself. */
  readonly parent: string | null;
  /** 1 for indicators, rising to the index. */
  readonly level: number;
  /** As written in the scheme. */
  readonly nominal: number;
  /** Share among its siblings. */
  readonly share: number;
  /** Share of the whole index, all data present. */
  readonly effective: number;
}

/**
 * Everything `score` computed. All arrays run parallel to `rows`. Parameters, contributions, actual
 * weights and ranks are worked out when they are first read.
 */
export interface ScoreResult {
  readonly rows: readonly UnitRow[];
  /** Indicator values as given. */
  readonly raw: ReadonlyMap<string, Float64Array>;
  /** The same arrays as in `raw` for indicators without a denominator. */
  readonly denominated: ReadonlyMap<string, Float64Array>;
  /** With the gaps filled as the scheme says; the same arrays where it says nothing. */
  readonly imputed: ReadonlyMap<string, Float64Array>;
  /** After the treatment of outliers, which is what is normalised; else the same arrays. */
  readonly treated: ReadonlyMap<string, Float64Array>;
  /** One entry for each indicator and peer group that the outlier rule looked at. */
  readonly treatments: readonly Treatment[];
  /** CELL flags by indicator; absent where no cell has any. */
  readonly cells: ReadonlyMap<string, Uint8Array>;
  /** NaN for missing cells, for rows that the missing-data rule left out, and without a scale. */
  readonly normalised: ReadonlyMap<string, Float64Array>;
  readonly parameters: readonly NormaliseParameters[];
  readonly weights: ReadonlyMap<string, ElementWeight>;
  /** Where the weights of every group's children come from, the index first. */
  readonly weighings: readonly Weighing[];
  /** Scores of every group of the hierarchy, the index included; NaN where missing. */
  readonly scores: ReadonlyMap<string, Float64Array>;
  /**
   * For children of a benefit-of-the-doubt group: their share in its score with the weights that
   * favour the unit most. NaN where the child or the group's score is missing.
   */
  readonly favourable_shares: ReadonlyMap<string, Float64Array>;
  /**
   * Points that each element (indicator or group) adds to the index score; they add up to it.
   * NaN where the element is missing, or where a mean on its way up is not arithmetic.
   */
  readonly contributions: ReadonlyMap<string, Float64Array>;
  /**
   * Share of the index that the element really had after missing siblings were left out: 0 for a
   * missing element, NaN where the index has no value. The shares of the indicators add up to 1.
   */
  readonly actual_weights: ReadonlyMap<string, Float64Array>;
  /** Competition ranks (1, 2, 2, 4) of every group among ranked peers of the period; 0 = none. */
  readonly ranks: ReadonlyMap<string, Int32Array>;
  /** Available indicators divided by all indicators of the scheme. */
  readonly availability: Float64Array;
  readonly status: readonly RankStatus[];
  /** Band code, null for unranked rows. */
  readonly bands: readonly (string | null)[];
  readonly issues: readonly ScoreIssue[];
}
