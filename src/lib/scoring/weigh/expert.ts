import type { WeighSpec } from '#lib/model/index.ts';

type Budget = Extract<WeighSpec, { method: 'budget' }>;

/** Scales numbers of which one is positive so that they add up to 1. */
export function toShares(values: Float64Array): Float64Array {
  const total = values.reduce((sum, x) => sum + x, 0);
  return values.map((x) => x / total);
}

/** R72: every expert's row scaled to add up to 1, then averaged over the experts. */
export function budgetWeights({ allocations }: Budget): Float64Array {
  const rows = allocations.map((row) => toShares(Float64Array.from(row)));
  const sums = new Float64Array(rows[0]!.length);
  for (const row of rows) for (const [i, share] of row.entries()) sums[i]! += share;
  return toShares(sums);
}
