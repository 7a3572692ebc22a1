/** How much the elements of an index really count in it, beside the weights they were given. */

/** Why an element has no correlation ratio. */
export type NoImportance =
  /** Too few rows have a value: there is nothing to fit a curve to. */
  | 'few_units'
  /** The element, or the index, is the same in all rows. */
  | 'constant';

/** METHOD.md R86–R88. NaN where there is no such figure. */
export interface ElementImportance {
  readonly code: string;
  /** 1 for indicators, rising to the index, which itself is left out. */
  readonly level: number;
  /** Share among its siblings, and of the whole index, as the weights say. */
  readonly nominal: number;
  readonly effective: number;
  /** Rows that have both the element and the index. */
  readonly n: number;
  /** Pearson's correlation with the index, and its square: the linear part of the importance. */
  readonly pearson: number;
  readonly pearson2: number;
  /** V(E(y|x)) / V(y): share of the index's variance that the element accounts for by itself. */
  readonly correlation_ratio: number;
  /** Of the curve behind it, as a share of the range of x; Infinity for a straight line. */
  readonly bandwidth: number;
  /** Correlation ratio over effective weight, both as shares of those of its level; 1 = as weighed. */
  readonly ratio: number;
  /** null when there is a correlation ratio. */
  readonly reason: NoImportance | null;
}

/** Importance in one period and peer group. */
export interface Importance {
  readonly period: string;
  readonly group: string;
  /** Every indicator and group but the index, in the order of the hierarchy. */
  readonly elements: readonly ElementImportance[];
}
