import type { Estimate, NoIndices, SobolIndices } from '#lib/model/index.ts';
import type { PickFreezeSums } from './pick-freeze.ts';
import { quantile7 } from './quantile.ts';

/** Fewer rows than this say nothing. */
export const LEAST_ROWS = 8;

/** With fewer rows the intervals of first-order indices are too narrow (R103). */
export const ENOUGH_ROWS = 1024;

/** Resamples behind an interval. */
export const RESAMPLES = 500;

/** A spread below this share of the largest value is rounding. */
const ROUNDING = 1e-12;

export interface PointEstimates {
  readonly mean: number;
  readonly variance: number;
  readonly first: Float64Array;
  readonly total: Float64Array;
}

/**
 * First-order and total Sobol' indices of one output (R102) from the totals of its rows: Saltelli et
 * al. (2010), Table 2 (b) and (f), with the outputs centred on their mean in (b). A single factor
 * has exactly 1 and 1 (R105). NaN without variance.
 *
 * @param totals sums of one output, as `PickFreezeSums.totals` gives them
 */
export function indicesOf(totals: Float64Array, factors: number): PointEstimates {
  const rows = totals[0]!;
  const mean = totals[1]! / (2 * rows);
  const variance = Math.max(0, (totals[2]! - 2 * rows * mean * mean) / (2 * rows - 1));
  const first = new Float64Array(factors);
  const total = new Float64Array(factors);
  for (let i = 0; i < factors; i++) {
    const at = 3 + 3 * i;
    if (factors === 1) {
      first[i] = total[i] = variance > 0 ? 1 : NaN;
      continue;
    }
    first[i] = (totals[at + 1]! - mean * totals[at]!) / rows / variance;
    total[i] = totals[at + 2]! / (2 * rows) / variance;
  }
  return { mean, variance, first, total };
}

/** The rows of the design drawn again and again: how often each block is in each resample. */
export function resamplesOf(blocks: number, draw: () => number): Uint16Array[] {
  return Array.from({ length: RESAMPLES }, () => {
    const times = new Uint16Array(blocks);
    for (let i = 0; i < blocks; i++) times[Math.floor(draw() * blocks)]!++;
    return times;
  });
}

export interface Estimated extends SobolIndices {
  /** Of total less first-order index: below zero they contradict each other. */
  readonly gaps: readonly Estimate[];
}

/**
 * Indices of one output with bootstrap intervals (R103): percentiles over the resamples, the variance
 * computed anew in each. Those of first-order indices are too narrow below `ENOUGH_ROWS`.
 *
 * @param confidence of the intervals, in (0, 1)
 * @param resamples as `resamplesOf` gives them for the blocks that have rows
 * @param samples rows that the design has
 */
export function estimate(
  sums: PickFreezeSums,
  output: number,
  samples: number,
  confidence: number,
  resamples: () => readonly Uint16Array[],
): Estimated {
  const { factors } = sums;
  const totals = sums.totals(output);
  const rows = totals[0]!;
  if (rows < LEAST_ROWS || rows < samples / 2) return nothing('too_few_rows', rows, NaN, NaN);
  const { mean, variance, first, total } = indicesOf(totals, factors);
  const place = mean + sums.origin(output);
  if (Math.sqrt(variance) <= ROUNDING * sums.largest(output))
    return nothing('no_variance', rows, place, 0);
  const drawn = resamples().map((times) => indicesOf(sums.totals(output, times), factors));
  const interval = (value: number, of: (estimates: PointEstimates) => number): Estimate => {
    const sorted = Float64Array.from(drawn, of).filter(Number.isFinite).sort();
    const at = (p: number) => quantile7(sorted.length, (i) => sorted[i]!, p);
    return { value, low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
  };
  const each = (of: (estimates: PointEstimates, factor: number) => number): Estimate[] =>
    Array.from({ length: factors }, (_, i) =>
      interval(of({ mean, variance, first, total }, i), (estimates) => of(estimates, i)),
    );
  return {
    rows,
    mean: place,
    variance,
    first: each((estimates, i) => estimates.first[i]!),
    total: each((estimates, i) => estimates.total[i]!),
    gaps: each((estimates, i) => estimates.total[i]! - estimates.first[i]!),
    interactions: 1 - first.reduce((sum, x) => sum + x, 0),
    reason: null,
  };

  function nothing(reason: NoIndices, count: number, at: number, spread: number): Estimated {
    const none = Array.from({ length: factors }, () => ({ value: NaN, low: NaN, high: NaN }));
    const indices = { first: none, total: none, gaps: none, interactions: NaN };
    return { rows: count, mean: at, variance: spread, ...indices, reason };
  }
}
