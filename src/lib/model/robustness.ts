/** How certain the places of an index are: what is varied, and what came of it. */
import type { Assumption } from './scheme.ts';
import type { LocalText } from './vocabulary.ts';

/** One assumption of the scheme as part of the space that replicates are drawn from (R90). */
export interface Factor {
  readonly name: LocalText;
  readonly kind: Assumption['kind'];
  /** Its coordinates of the unit hypercube, from (inclusive) to (exclusive). */
  readonly from: number;
  readonly to: number;
}

/** The unit hypercube that one point a replicate is drawn from. */
export interface Design {
  readonly dimensions: number;
  /** In the order of the scheme's assumptions; their coordinates follow each other. */
  readonly factors: readonly Factor[];
}

/** Counts of something per row and place, for the places from a row's least to its greatest. */
export interface PlaceCounts {
  /** Where the counts of each row start in `counts`; one more than there are rows. */
  readonly starts: Uint32Array;
  /** The place that the first of a row's counts is for: its best one; 0 for a row without any. */
  readonly best: Int32Array;
  readonly counts: Uint32Array;
}

/** Quantiles of something over the replicates, one a row; NaN for a row without any (R96). */
export interface Spread {
  readonly p5: Float64Array;
  readonly median: Float64Array;
  readonly p95: Float64Array;
}

/** How often the first row of each pair came out above the second (R97). */
export interface Contests {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly probability: Float64Array;
}

/**
 * What the simulation of a ranking found (R95–R98). All arrays have one entry a row of `rows`, unless
 * they say otherwise; rows are named by their position there.
 */
export interface Uncertainty {
  /** What the points were drawn with. The same name, seed and design give the same result. */
  readonly generator: string;
  readonly seed: number;
  readonly sampling: 'random' | 'sobol';
  readonly replicates: number;
  readonly confidence: number;
  /** Positions in the table of the rows that have a place in the period, by unit code. */
  readonly rows: Int32Array;
  /** Number of the peer group of each row: places are compared within one only. */
  readonly peers: Int32Array;
  readonly nominal: { readonly scores: Float64Array; readonly ranks: Int32Array };
  /** Replicates in which the row had a place; the others count for nothing in its figures. */
  readonly placed: Uint32Array;
  readonly ranks: Spread & {
    readonly mean: Float64Array;
    /** Best and worst place; 0 for a row without any. */
    readonly min: Int32Array;
    readonly max: Int32Array;
  };
  readonly places: PlaceCounts;
  /** Of the first `replicates` ones, as many as are kept for this. */
  readonly scores: Spread & { readonly replicates: number };
  /** One entry a replicate: mean |place - nominal place| of the rows that had one; NaN for none. */
  readonly shifts: Float64Array;
  /**
   * Probability that the row of the line beats the row of the column, line by line: n × n; ties count
   * half, NaN between peer groups and where the two never had a place together. null when there
   * are too many rows.
   */
  readonly wins: Float64Array | null;
  /** The pairs that were asked for, then every row and the next of its peers by `order`. */
  readonly contests: Contests;
  /** Replicates behind `contests` and `tiers`. */
  readonly compared: number;
  /** Rows from the best down, one peer group after the other (R98). */
  readonly order: Int32Array;
  /** Tier of each row among its peers, from 1; no row can be told from the first of its tier. */
  readonly tiers: Int32Array;
}
