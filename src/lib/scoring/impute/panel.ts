import { bisector } from 'd3-array';
import type { ImputeContext, Moment } from './context.ts';

const byStep = bisector((moment: Moment) => moment.step);

/** The unit's known values around a row: the last before it and the first after it. */
function neighbours(column: Float64Array, series: readonly Moment[], row: number) {
  const known = series.filter((moment) => !Number.isNaN(column[moment.row]!));
  const now = series.find((moment) => moment.row === row)!;
  const after = byStep.left(known, now.step);
  return { now, before: known[after - 1], after: known[after] };
}

/** R14: the unit's last earlier value, at most `maxSteps` periods of the table back. */
export function latestProposals(
  column: Float64Array,
  maxSteps: number,
  { series, units }: ImputeContext,
): (row: number) => number {
  return (row) => {
    const { now, before } = neighbours(column, series(units[row]!), row);
    return before && now.step - before.step <= maxSteps ? column[before.row]! : NaN;
  };
}

/**
 * R14: between the unit's known values, the earlier one (constant) or the straight line (linear);
 * before the first and after the last, the nearest.
 */
export function interpolatedProposals(
  method: 'constant' | 'linear',
  column: Float64Array,
  { series, units }: ImputeContext,
): (row: number) => number {
  return (row) => {
    const { now, before, after } = neighbours(column, series(units[row]!), row);
    const from = before ? column[before.row]! : NaN;
    const to = after ? column[after.row]! : NaN;
    if (!before) return to;
    if (!after || method === 'constant') return from;
    return from + (to - from) * ((now.time - before.time) / (after.time - before.time));
  };
}
