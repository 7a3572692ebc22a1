import type { ElementImportance, Importance, Scheme, ScoreResult } from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { pearson } from '../statistics/correlation.ts';
import { completeIn } from '../statistics/present.ts';
import { correlationRatio } from './correlation-ratio.ts';

/** Elements as far as one can tell each by itself; how it compares is filled in afterwards. */
type Alone = Omit<ElementImportance, 'ratio'>;

/**
 * What every indicator and group really counts for in the index, beside what the weights say
 * (R86–R88): squared correlation and correlation ratio with the index among the rows that are ranked
 * in a period and peer group. Nothing is ranked there: all figures are NaN, with the reason.
 *
 * @param result of `score` with that scheme
 */
export function importance(
  result: ScoreResult,
  scheme: Pick<Scheme, 'index'>,
  period: string,
  group: string,
): Importance {
  const rows = Int32Array.from(
    [...result.rows.keys()].filter(
      (row) =>
        result.status[row]!.kind === 'ranked' &&
        result.rows[row]!.period === period &&
        result.rows[row]!.group === group,
    ),
  );
  const index = result.scores.get(scheme.index.code)!;
  const { elements } = hierarchyOf(scheme);
  const alone = elements.slice(1).map(({ code, level, kind }): Alone => {
    const column = (kind === 'indicator' ? result.normalised : result.scores).get(code)!;
    const [xs, ys] = completeIn([column, index], rows) as [Float64Array, Float64Array];
    const { share, effective } = result.weights.get(code)!;
    const { r } = pearson(xs, ys);
    const { value, bandwidth, reason } = correlationRatio(xs, ys);
    return {
      code,
      level,
      nominal: share,
      effective,
      n: xs.length,
      pearson: r,
      pearson2: r * r,
      correlation_ratio: value,
      bandwidth,
      reason,
    };
  });
  return { period, group, elements: alone.map((of) => ({ ...of, ratio: ratioOf(of, alone) })) };
}

/** R88: share of the level's correlation ratios over share of its weights. */
function ratioOf({ level, correlation_ratio, effective }: Alone, all: readonly Alone[]): number {
  const told = all.filter((of) => of.level === level && of.reason === null);
  const sum = (of: (element: Alone) => number) => told.reduce((total, e) => total + of(e), 0);
  const achieved = correlation_ratio / sum((of) => of.correlation_ratio);
  const meant = effective / sum((of) => of.effective);
  return meant > 0 ? achieved / meant : NaN;
}
