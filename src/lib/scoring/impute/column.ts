import { median } from 'd3-array';
import type { ImputeContext } from './context.ts';
import { momentsOf } from '../statistics/moments.ts';
import { presentIn } from '../statistics/present.ts';

const AVERAGES = {
  mean: (values: Float64Array): number => momentsOf(values).mean,
  median: (values: Float64Array): number => median(values) ?? NaN,
};

/**
 * The mean or median of the peers of the same period (R12), among those with the same label where
 * `labels` are given; NaN for a row without a label and where nobody has a value.
 */
export function columnProposals(
  average: 'mean' | 'median',
  column: Float64Array,
  labels: readonly string[] | null,
  { pools, poolOf }: ImputeContext,
): (row: number) => number {
  const averages = pools.map(({ rows }) => {
    if (!labels) return new Map([['', AVERAGES[average](presentIn(column, rows))]]);
    const words = new Set(Array.from(rows, (row) => labels[row]!));
    words.delete('');
    return new Map(
      [...words].map((word) => {
        const members = rows.filter((row) => labels[row] === word);
        return [word, AVERAGES[average](presentIn(column, members))];
      }),
    );
  });
  return (row) => averages[poolOf[row]!]!.get(labels ? labels[row]! : '') ?? NaN;
}
