import type { Agreement, UnitChange } from '#lib/model/index.ts';
import { kendall, spearman } from '../statistics/correlation.ts';

/** How far two rankings of the same peer group agree (R122). */
export function agreementOf(units: readonly UnitChange[]): Agreement {
  const both = units.flatMap(({ change, before, after }) =>
    change && before && after
      ? [{ moved: change.rank, before: before.rank, after: after.rank }]
      : [],
  );
  const [xs, ys] = (['before', 'after'] as const).map((side) =>
    Float64Array.from(both, (of) => of[side]),
  ) as [Float64Array, Float64Array];
  const count = (holds: (moved: number) => boolean) =>
    both.filter(({ moved }) => holds(moved)).length;
  const n = both.length;
  return {
    n,
    spearman: spearman(xs, ys),
    kendall: kendall(xs, ys),
    mean_moved: both.reduce((sum, { moved }) => sum + Math.abs(moved), 0) / n,
    most_moved: both.reduce((most, { moved }) => Math.max(most, Math.abs(moved)), 0),
    unchanged: count((moved) => moved === 0),
    climbed: count((moved) => moved < 0),
    fallen: count((moved) => moved > 0),
    entered: units.filter(({ kind }) => kind === 'entered').length,
    left: units.filter(({ kind }) => kind === 'left').length,
  };
}
