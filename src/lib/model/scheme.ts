/**
 * An index scheme: hierarchy, directions, weights, normalisation, aggregation, missing-data rule,
 * ties and bands in one versioned file (scheme.schema.json describes every option). Nothing else
 * in the product knows which indicators make the index.
 */
import type { LocalText } from './vocabulary.ts';

/** Which place equal values share when places are counted from the worst up. */
export const TIES = ['lowest', 'average', 'highest'] as const;
export type Ties = (typeof TIES)[number];

/** How values of different units are made comparable; METHOD.md R20–R29. */
export type NormaliseSpec =
  /** (x - min) / (max - min) over the peers. */
  | { readonly method: 'minmax' }
  /**
   * (x - low) / (high - low), truncated to [0, 1] unless `truncate` is false. With `log10` the
   * value and both posts are replaced by their logarithms first.
   */
  | {
      readonly method: 'goalposts';
      readonly low: number;
      readonly high: number;
      readonly truncate?: boolean;
      readonly log10?: boolean;
    }
  /** As goalposts without truncation: (x - low) / (high - low). */
  | { readonly method: 'scaled'; readonly low: number; readonly high: number }
  /**
   * (x - min) / (target - min) over the peers, capped at 1 unless `cap` is false. When even the
   * worst peer has reached the target, all get 1, or nothing without a cap.
   */
  | { readonly method: 'target'; readonly target: number; readonly cap?: boolean }
  /** 1 - (max - x) / (max - min) over the peers. */
  | { readonly method: 'distance_to_max' }
  /**
   * 1 - (ref - x) / (ref - min), ref the value of a unit in the same period or in `period`;
   * beyond the reference above 1 unless `cap` is true.
   */
  | {
      readonly method: 'distance_to_reference';
      readonly unit: string;
      readonly period?: string;
      readonly cap?: boolean;
    }
  /** x / max over the peers; min / x where less is better. */
  | { readonly method: 'fraction_of_max' }
  /** (x - mean) / sd · `sd` + `mean`, sample standard deviation; not stretched to `range`. */
  | { readonly method: 'zscore'; readonly mean?: number; readonly sd?: number }
  /** Place from the worst up, from 1; not stretched to `range`. */
  | { readonly method: 'rank'; readonly ties?: Ties }
  /** Place from the worst up, from 0; not stretched to `range`. */
  | { readonly method: 'borda'; readonly ties?: Ties }
  /** Place from the worst up as a share: (rank - 1) / (n - 1). */
  | { readonly method: 'percentile_rank'; readonly ties?: Ties }
  /** The value itself (negated where less is better), for data that come normalised. */
  | { readonly method: 'none' };

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

/** How a group is made of its children; METHOD.md R32–R39, R61–R64. */
export const AGGREGATE_METHODS = [
  'arithmetic',
  'geometric',
  'harmonic',
  /** (Σ w·x^p / Σ w)^(1/p) with the group's `power` p. */
  'generalised',
  /** Pairwise contests, won by the greater weight of indicators; victories minus defeats. */
  'copeland',
  /** The order that agrees with most of the weighted pairwise comparisons. */
  'kemeny',
  /** Every unit with the weights that favour it most, within the group's `share_limits`. */
  'benefit_of_the_doubt',
] as const;
export type AggregateMethod = (typeof AGGREGATE_METHODS)[number];

/** Where the weights of a group's children come from; METHOD.md R70–R79. */
export type WeighSpec =
  /** As written at the children. */
  | { readonly method: 'given' }
  | { readonly method: 'equal' }
  /** One row an expert, one number a child in the scheme's order: points out of any budget. */
  | { readonly method: 'budget'; readonly allocations: readonly (readonly number[])[] }
  /** Pairwise comparison matrix of the children (Saaty), reciprocal, in the scheme's order. */
  | {
      readonly method: 'ahp';
      readonly comparisons: readonly (readonly number[])[];
      /** Above it the scheme is refused. Default 0.1. */
      readonly max_consistency_ratio?: number;
    }
  /** Squared loadings on the first principal component of the children. */
  | { readonly method: 'pca' }
  /** OECD Handbook: squared varimax loadings, factors weighed by the variance they explain. */
  | {
      readonly method: 'factor';
      /** Number of factors; without it those with eigenvalue > 1 (at least one). */
      readonly factors?: number;
      readonly rotation?: 'varimax' | 'none';
    }
  /** Weights for which every child correlates equally, or as `targets` say, with the group. */
  | { readonly method: 'equal_influence'; readonly targets?: readonly number[] };

/** One thing about an index that could have been done otherwise; METHOD.md R90–R99. */
export type Assumption = { readonly name?: LocalText } & (
  | /** Every weight moved by up to ± `noise` of itself, uniformly. */ {
      readonly kind: 'weights';
      readonly noise: number;
      /** Levels of the children whose weights move (1 = indicators); default all. */
      readonly levels?: readonly number[];
    }
  | /** Weights of siblings drawn around their shares, closer the greater `concentration`. */ {
      readonly kind: 'dirichlet';
      readonly concentration: number;
      readonly levels?: readonly number[];
    }
  | /** The scheme's own choice, or one of these, each as likely. */ {
      readonly kind: 'normalise';
      /** In place of the scheme's default; `range` replaces the scheme's. */
      readonly alternatives: readonly {
        readonly spec: NormaliseSpec;
        readonly range?: readonly [number, number];
      }[];
    }
  | {
      readonly kind: 'aggregate';
      /** `range` replaces the scheme's, for means that cannot take 0. */
      readonly alternatives: readonly {
        readonly method: AggregateMethod;
        readonly power?: number;
        readonly range?: readonly [number, number];
      }[];
      /** Levels of the groups meant (2 = made of indicators); default all. */
      readonly levels?: readonly number[];
    }
  | { readonly kind: 'impute'; readonly alternatives: readonly ImputeSpec[] }
  | { readonly kind: 'treat'; readonly alternatives: readonly TreatSpec[] }
  /** Nothing, or one indicator or one child of the index, is left out, each as likely. */
  | { readonly kind: 'leave_out'; readonly of: 'indicators' | 'dimensions' }
);

/** How the uncertainty of the ranking is simulated. */
export interface Robustness {
  readonly seed: number;
  readonly replicates: number;
  readonly assumptions: readonly Assumption[];
  /** A unit is told from its tier’s first where either beats the other this often. Default 0.95. */
  readonly confidence?: number;
}

export interface SchemeIndicator {
  readonly code: string;
  /** Column of the input table; the code when absent. */
  readonly column?: string;
  readonly name: LocalText;
  readonly unit?: LocalText;
  /** 1: more is better, -1: less is better. Reversed before normalising. */
  readonly direction: 1 | -1;
  /** Whether the values count whole things. */
  readonly integer?: boolean;
  /** Lowest and highest value that there can be, in the unit of the table. */
  readonly value_range?: readonly [number, number];
  /** Any non-negative scale: only ratios among siblings matter. */
  readonly weight: number;
  /** Lowest and highest weight that may be argued for, on the scale of `weight`. */
  readonly weight_range?: readonly [number, number];
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
  /** Lowest and highest weight that may be argued for, on the scale of `weight`. */
  readonly weight_range?: readonly [number, number];
  readonly aggregate: AggregateMethod;
  /** Of the generalised mean. */
  readonly power?: number;
  /** Of the benefit of the doubt: least and greatest share of a child in the group. */
  readonly share_limits?: readonly [number, number];
  /** Where the weights of the children come from. Default: as given. */
  readonly weigh?: WeighSpec;
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
   * Default: none. Not for indicators with goalposts, a target, a reference or a ratio (R18).
   */
  readonly treat?: TreatSpec;
  readonly normalise: {
    /** panel: parameters from all periods together; period: each period by itself. */
    readonly scope: 'panel' | 'period';
    /** [low, high] that the methods giving a share are stretched to (METHOD.md R20). */
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
  /** What is simulated to tell how certain the places are. */
  readonly robustness?: Robustness;
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

/**
 * The columns of words that a scheme reads to impute by group, in its own way or in one that its
 * assumptions put in its place, each once.
 */
export function schemeLabels({
  index,
  impute,
  robustness,
}: Pick<Scheme, 'index' | 'impute' | 'robustness'>): string[] {
  const own = indicatorsOf(index).map((indicator) => indicator.impute ?? impute);
  const others = (robustness?.assumptions ?? []).flatMap((assumption) =>
    assumption.kind === 'impute' ? assumption.alternatives : [],
  );
  const words = [...own, ...others].flatMap((spec) =>
    spec && 'by' in spec && spec.by ? [spec.by] : [],
  );
  return [...new Set(words)];
}
