import type { AggregateMethod } from '#lib/model/index.ts';

export interface Mean {
  /**
   * Weighted mean of the values that are not NaN, weights renormalised over them. NaN when none is
   * left or their weights are all zero. Not to be asked where `forbids` finds something.
   */
  of(values: Float64Array, weights: Float64Array): number;
  /** Position of the first value that this mean cannot take, -1 when there is none. */
  forbids(values: Float64Array, weights: Float64Array): number;
}

/** Σ w·f(x) / Σ w with Neumaier's compensation: as good as sums in extended precision. */
function weightedMean(values: Float64Array, weights: Float64Array, f: (x: number) => number) {
  let sum = 0;
  let lost = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const w = weights[i]!;
    if (Number.isNaN(values[i]!) || w === 0) continue;
    const term = w * f(values[i]!);
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    total += w;
  }
  return (sum + lost) / total;
}

const identity = (x: number): number => x;

/** R33 and R34. A value with weight zero has no part in any mean. */
export const MEANS: { readonly [M in AggregateMethod]: Mean } = {
  arithmetic: {
    of: (values, weights) => weightedMean(values, weights, identity),
    forbids: () => -1,
  },
  geometric: {
    of: (values, weights) => Math.exp(weightedMean(values, weights, Math.log)),
    forbids: (values, weights) => values.findIndex((x, i) => x <= 0 && weights[i] !== 0),
  },
};
