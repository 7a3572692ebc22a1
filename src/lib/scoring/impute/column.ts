import { median } from 'd3-array';
import type { ImputeContext } from './context.ts';
import { averageOf } from '../statistics/moments.ts';
import { presentIn } from '../statistics/present.ts';

const AVERAGES = {
  mean: averageOf,
  median: (values: Float64Array): number => median(values) ?? NaN,
};

/** The values of some rows by the rows' word, all under '' without labels; '' is no word. */
function valuesByWord(
  column: Float64Array,
  rows: Int32Array,
  labels: readonly string[] | null,
): ReadonlyMap<string, ArrayLike<number>> {
  if (!labels) return new Map([['', presentIn(column, rows)]]);
  const values = new Map<string, number[]>();
  for (let i = 0; i < rows.length; i++) {
    const word = labels[rows[i]!]!;
    const x = column[rows[i]!]!;
    if (word === '' || Number.isNaN(x)) continue;
    const own = values.get(word);
    if (own) own.push(x);
    else values.set(word, [x]);
  }
  return values;
}

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
  // Most columns of most pools have no gap, and then nobody asks.
  const known: Map<string, number>[] = [];
  const averagesOf = (pool: number): Map<string, number> =>
    (known[pool] ??= new Map(
      [...valuesByWord(column, pools[pool]!.rows, labels)].map(([word, values]) => [
        word,
        AVERAGES[average](new Float64Array(values)),
      ]),
    ));
  return (row) => averagesOf(poolOf[row]!).get(labels ? labels[row]! : '') ?? NaN;
}
