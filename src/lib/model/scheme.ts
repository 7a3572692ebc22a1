/**
 * An index scheme: hierarchy, directions, weights, normalisation, aggregation, missing-data rule,
 * ties and bands in one versioned file (scheme.schema.json describes every option). Nothing else
 * in the product knows which indicators make the index.
 */
import type { LocalText } from './vocabulary.ts';

export type NormaliseSpec =
  /** (x - min) / (max - min) over the peers. */
  | { readonly method: 'minmax' }
  /** (x - low) / (high - low), truncated to [0, 1] unless `truncate` is false. */
  | {
      readonly method: 'goalposts';
      readonly low: number;
      readonly high: number;
      readonly truncate?: boolean;
    }
  /**
   * (x - min) / (target - min) over the peers, capped at 1 unless `cap` is false. When even the
   * worst peer has reached the target, all get 1, or nothing without a cap.
   */
  | { readonly method: 'target'; readonly target: number; readonly cap?: boolean }
  /** (x - mean) / sd · `sd` + `mean`, sample standard deviation; not stretched to `range`. */
  | { readonly method: 'zscore'; readonly mean?: number; readonly sd?: number }
  /** Ascending rank (ties get the lowest), not stretched to `range`. */
  | { readonly method: 'rank' };

/** Where the value of a missing cell is taken from. Imputed cells are flagged, never silent. */
export type ImputeSpec =
  | { readonly method: 'none' }
  /** Of the peers in the same period; with `by`, of those with the same word in that column. */
  | { readonly method: 'mean' | 'median'; readonly by?: string }
  /** Of the unit's other indicators, all min-maxed; with `level`, of those in its group there. */
  | { readonly method: 'row_mean' | 'row_median'; readonly level?: number }
  /** The unit's last earlier value, at most `max_steps` periods back. */
  | { readonly method: 'latest'; readonly max_steps?: number }
  /** From the unit's values before and after; the nearest one beyond its first and last. */
  | { readonly method: 'constant' | 'linear' };

export const TRANSFORMS = ['log', 'log_plus1', 'log_signed', 'boxcox'] as const;
export type Transform = (typeof TRANSFORMS)[number];

/** What is done about outliers before normalising. Treated cells are flagged, never silent. */
export type TreatSpec =
  | { readonly method: 'none' }
  /**
   * Winsorise while both |skewness| and kurtosis reach their limits; transform what still does.
   * Defaults: 2, 3.5, 5 cells, log. `winsorise_max` null sets no limit, `force` goes to the limit
   * whatever the shape; `combine` transforms the winsorised values instead of the given ones.
   */
  | {
      readonly method: 'outliers';
      readonly skewness?: number;
      readonly kurtosis?: number;
      readonly winsorise_max?: number | null;
      readonly force?: boolean;
      readonly transform?: Transform | 'none';
      /** Of the Box-Cox transformation. Default 0, the logarithm. */
      readonly lambda?: number;
      readonly combine?: boolean;
    }
  /** Transforms without asking for the shape. */
  | { readonly method: 'transform'; readonly transform: Transform; readonly lambda?: number };

export type AggregateMethod = 'arithmetic' | 'geometric';

export interface SchemeIndicator {
  readonly code: string;
  /** Column of the input table; the code when absent. */
  readonly column?: string;
  readonly name: LocalText;
  readonly unit?: LocalText;
  /** 1: more is better, -1: less is better. Reversed before normalising. */
  readonly direction: 1 | -1;
  /** Any non-negative scale: only ratios among siblings matter. */
  readonly weight: number;
  /** Column that the values are divided by before anything else. */
  readonly denominator?: string;
  /** The denominator is divided by this first: 1000 gives values per thousand. Default 1. */
  readonly scale_factor?: number;
  /** Overrides the scheme's. */
  readonly impute?: ImputeSpec;
  /** Overrides the scheme's; of two outlier rules, what this one leaves out is the scheme's. */
  readonly treat?: TreatSpec;
  /** Overrides the scheme's default. */
  readonly normalise?: NormaliseSpec;
}

export interface SchemeGroup {
  readonly code: string;
  readonly name: LocalText;
  readonly weight: number;
  readonly aggregate: AggregateMethod;
  /** Share of direct children that must be available, else the group is missing. Default 0. */
  readonly min_availability?: number;
  readonly children: readonly SchemeNode[];
}

export type SchemeNode = SchemeGroup | SchemeIndicator;

export const isGroup = (node: SchemeNode): node is SchemeGroup => 'children' in node;

export interface SchemeBand {
  readonly code: string;
  readonly name: LocalText;
  /** Lowest score (inclusive) of the band. Bands are listed from the best down. */
  readonly min: number;
}

export interface Scheme {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly effective_from: string;
  /** What the weights are, in words shown beside every ranking (“示例权重”). */
  readonly weights_label: LocalText;
  /** How the columns of a bare table are to be read; not needed for the product's own tables. */
  readonly input?: {
    readonly unit: string;
    readonly name?: string;
    readonly period?: string;
    readonly group?: string;
    /** Words that mean “missing”, besides an empty cell. Default: NA. */
    readonly missing?: readonly string[];
  };
  readonly index: SchemeGroup;
  /** Default: none. */
  readonly impute?: ImputeSpec;
  /**
   * Default: none. Not for indicators with goalposts or a target, whose scale no outlier stretches.
   */
  readonly treat?: TreatSpec;
  readonly normalise: {
    /** panel: parameters from all periods together; period: each period by itself. */
    readonly scope: 'panel' | 'period';
    /** [low, high] that minmax, goalposts and target are stretched to. */
    readonly range: readonly [number, number];
    readonly default: NormaliseSpec;
  };
  readonly missing: {
    /** Share of all indicators that must be available for a unit to be ranked. */
    readonly min_availability: number;
    /** Also require every direct child of the index (no dimension may be wholly missing). */
    readonly require_all_dimensions: boolean;
    /** Share of the available indicators that must not be zero. Default 0. */
    readonly min_nonzero?: number;
    /** Units that are in or out whatever the thresholds say. */
    readonly force?: {
      readonly include?: readonly string[];
      readonly exclude?: readonly string[];
    };
  };
  readonly ranking: {
    /** Scores at most tolerance · (max - min) below the best of a tie share its place. */
    readonly tie_tolerance: number;
  };
  readonly bands: readonly SchemeBand[];
}

const indicatorsOf = (node: SchemeNode): SchemeIndicator[] =>
  isGroup(node) ? node.children.flatMap(indicatorsOf) : [node];

/**
 * The columns of numbers that a scheme reads, denominators included, each once, in the order of
 * the scheme.
 */
export function schemeColumns(scheme: Pick<Scheme, 'index'>): string[] {
  const columns = indicatorsOf(scheme.index).flatMap(({ code, column, denominator }) => [
    column ?? code,
    ...(denominator === undefined ? [] : [denominator]),
  ]);
  return [...new Set(columns)];
}

/** The columns of words that a scheme reads to impute by group, each once. */
export function schemeLabels({ index, impute }: Pick<Scheme, 'index' | 'impute'>): string[] {
  const specs = indicatorsOf(index).map((indicator) => indicator.impute ?? impute);
  return [...new Set(specs.flatMap((spec) => (spec && 'by' in spec && spec.by ? [spec.by] : [])))];
}
