/** What one column of the comparison holds: an institution's own values, or those of a group. */
import { mean, median } from 'd3-array';
import {
  institutionObservationId,
  isGroup,
  type Qualifier,
  type Scheme,
  type ScoreResult,
} from '#lib/model/index.ts';
import type { Dataset } from '#lib/state/dataset.ts';
import { indicatorsOf } from '#lib/state/score-chain.ts';

export interface IndicatorValue {
  readonly code: string;
  /** In the indicator's own unit; null is missing, for `reason`. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly reason: string | null;
  /** Institutions that it rests on; null for an institution's own. */
  readonly n: number | null;
  /** Name of the observation; null for those of a group. */
  readonly origin: string | null;
}

export interface DimensionValue {
  readonly code: string;
  readonly score: number | null;
  /**
   * What the dimension adds to the index; null where it is missing, or where points do not add up
   * (a mean that is not arithmetic, a median).
   */
  readonly points: number | null;
  readonly n: number | null;
  readonly indicators: readonly IndicatorValue[];
}

/** The values of one row of the scores, one entry a dimension of the scheme. */
export function ownValues(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  row: number,
): DimensionValue[] {
  const { unit = '', period = '' } = result.rows[row] ?? {};
  const at = (column: ReadonlyMap<string, Float64Array>, code: string): number | null => {
    const value = column.get(code)?.[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  return scheme.index.children.map((node) => ({
    code: node.code,
    score: at(isGroup(node) ? result.scores : result.normalised, node.code),
    points: at(result.contributions, node.code),
    n: null,
    indicators: indicatorsOf(node).map(({ code, column }) => {
      const cell = dataset.cell(unit, period, column ?? code);
      return {
        code,
        value: cell?.value ?? null,
        qualifier: cell?.qualifier ?? 'exact',
        reason: cell?.value == null ? (cell?.missing_reason ?? 'not_reported') : null,
        n: null,
        origin: institutionObservationId(dataset.layer, unit, column ?? code, period),
      };
    }),
  }));
}

/**
 * The plain mean or median of several institutions' values, each taken over those that have one.
 * Points are averaged only where all have them; medians of points add up to nothing, so they have
 * none.
 */
export function groupValues(
  members: readonly (readonly DimensionValue[])[],
  how: 'mean' | 'median',
): DimensionValue[] {
  const average: (values: readonly number[]) => number | undefined = (values) =>
    how === 'mean' ? mean(values) : median(values);
  const of = (values: readonly (number | null | undefined)[]) => {
    const there = values.filter((value): value is number => value != null);
    return { value: average(there) ?? null, n: there.length };
  };
  return (members[0] ?? []).map(({ code, indicators }, d) => {
    const score = of(members.map((values) => values[d]?.score));
    const points = of(members.map((values) => values[d]?.points));
    return {
      code,
      score: score.value,
      points: how === 'mean' && points.n === members.length ? points.value : null,
      n: score.n,
      indicators: indicators.map(({ code: indicator }, i) => {
        const found = of(members.map((values) => values[d]?.indicators[i]?.value));
        return {
          code: indicator,
          ...found,
          qualifier: 'exact',
          reason: found.value === null ? 'not_reported' : null,
          origin: null,
        };
      }),
    };
  });
}
