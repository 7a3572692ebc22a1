/** How the values behind an index hang together: correlations, components, consistency, flags. */

export const CORRELATION_METHODS = ['pearson', 'spearman', 'kendall'] as const;
export type CorrelationMethod = (typeof CORRELATION_METHODS)[number];

/** A correlation of two columns. */
export interface Correlation {
  /** From -1 to 1; NaN with fewer than two rows, or where a column has one value only. */
  readonly r: number;
  /** Rows in which both are there. */
  readonly n: number;
  /** Two-sided, for r = 0; approximate (METHOD.md R81). NaN for n < 3. */
  readonly p: number;
}

/** Square and symmetric, in the order of `Multivariate.elements`; for r, n and p see Correlation. */
export interface CorrelationMatrix {
  readonly r: readonly Float64Array[];
  readonly n: readonly Int32Array[];
  readonly p: readonly Float64Array[];
}

/** Cronbach's alpha of some columns; METHOD.md R82. */
export interface Consistency {
  /** Of the values as they are; at most 1, negative where they run against each other. */
  readonly alpha: number;
  /** Of the standardised values, i.e. from the correlations alone. */
  readonly standardised: number;
  /** Of the standardised values, one entry a column: what happens without it. */
  readonly without: readonly {
    readonly element: string;
    /** Alpha of the others; above `standardised`, this one does not measure what they do. */
    readonly standardised: number;
    /** Correlation of this one with the sum of the others. */
    readonly r: number;
  }[];
}

/** Principal components of the correlations; METHOD.md R83. */
export interface ComponentStructure {
  /** By descending size; they add up to the number of columns. */
  readonly eigenvalues: Float64Array;
  /** Shares of the variance; they add up to 1. */
  readonly explained: Float64Array;
  /** Correlations of the columns with the components: one entry a component, one number a column. */
  readonly loadings: readonly Float64Array[];
}

/** What some elements that are summed up together have in common. */
export interface Structure {
  /** The group that they make. */
  readonly group: string;
  readonly elements: readonly string[];
  /** Rows with all of them, which everything here rests on. */
  readonly n: number;
  /** NaN inside where a figure does not exist: one element, too few rows, equal values. */
  readonly consistency: Consistency;
  /** null with fewer than two elements or three rows, or when one has a single value. */
  readonly components: ComponentStructure | null;
}

/** Something in the structure that a developer of an index should look at; METHOD.md R84. */
export type StructureFlag =
  /** Two siblings say the same thing. */
  | {
      readonly kind: 'redundant';
      readonly group: string;
      readonly elements: readonly [string, string];
      readonly r: number;
    }
  /** Two siblings run against each other: a mean cancels them. */
  | {
      readonly kind: 'opposed_siblings';
      readonly group: string;
      readonly elements: readonly [string, string];
      readonly r: number;
    }
  /** An element runs against a group that it is part of. */
  | {
      readonly kind: 'opposed_to_group';
      readonly group: string;
      readonly element: string;
      readonly r: number;
    }
  /** A child leaves hardly a trace in its group. */
  | {
      readonly kind: 'weak_in_group';
      readonly group: string;
      readonly element: string;
      readonly r: number;
    }
  /** One element correlates with the group far more than any other: `next` is the second. */
  | {
      readonly kind: 'dominant';
      readonly group: string;
      readonly element: string;
      readonly r: number;
      readonly next: number;
    };

/** The values of which stage; groups always count with their scores. */
export const STAGES = ['raw', 'treated', 'normalised'] as const;
export type Stage = (typeof STAGES)[number];

/** Everything about how the elements of an index hang together in one selection of rows. */
export interface Multivariate {
  readonly stage: Stage;
  /** Codes, the index first, as the scheme lists them. */
  readonly elements: readonly string[];
  /** Rows looked at. */
  readonly rows: Int32Array;
  readonly correlations: ReadonlyMap<CorrelationMethod, CorrelationMatrix>;
  /** One a group, its direct children. */
  readonly structures: readonly Structure[];
  /** All indicators together, under the index. */
  readonly overall: Structure;
  readonly flags: readonly StructureFlag[];
}
