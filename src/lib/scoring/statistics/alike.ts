import { bisectLeft } from 'd3-array';
import { scratchColumn } from '../structure/columns.ts';
import { sortedOf } from './present.ts';

/** How far two results of the same arithmetic on paper may lie apart, relative to the greater. */
const ROUNDING = 4 * Number.EPSILON;

const areAlike = (a: number, b: number): boolean =>
  Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));

/**
 * Makes values equal that differ by rounding alone (R10, R11): of a run of neighbours at most four
 * rounding steps apart, all become the least. 7 / 70 and 3 / 30 are the same rate, whatever their
 * last bit. In place; NaN stays. The order of the values cannot matter.
 */
export function makeAlike(values: Float64Array): void {
  const first = firstOfRuns(sortedOf(values, scratch(values.length)));
  if (first.size === 0) return;
  for (let i = 0; i < values.length; i++) values[i] = first.get(values[i]!) ?? values[i]!;
}

const scratch = scratchColumn();

/** By value, the least of the run that it belongs to; without those that are it themselves. */
function firstOfRuns(sorted: Float64Array): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (let i = 1; i < sorted.length; i++) {
    const below = sorted[i - 1]!;
    const x = sorted[i]!;
    if (x !== below && areAlike(x, below)) first.set(x, first.get(below) ?? below);
  }
  return first;
}

/** The one of the values, ascending, that `x` is but for rounding; `x` itself where there is none. */
export function alikeIn(sorted: Float64Array, x: number): number {
  const at = bisectLeft(sorted, x);
  const above = sorted[at];
  const below = sorted[at - 1];
  if (above !== undefined && areAlike(above, x)) return above;
  return below !== undefined && areAlike(below, x) ? below : x;
}
