/** Columns side by side: who is how far from the one that all are measured against. */
import type { LocalText, Qualifier, Scheme } from '#lib/model/index.ts';
import { indicatorsOf } from '#lib/state/score-chain.ts';
import type { Subject } from './subjects.ts';
import type { DimensionValue, IndicatorValue } from './values.ts';

export interface DimensionCell extends Omit<DimensionValue, 'code' | 'indicators'> {
  /** Less the measure's, of the dimension's own points; null where either is missing. */
  readonly gap: number | null;
  /** The same of what it adds to the index; these add up to the gap of the scores. */
  readonly pointsGap: number | null;
}

export interface IndicatorCell extends Omit<IndicatorValue, 'code'> {
  /** In the indicator's unit; in percentage points where that is %. */
  readonly gap: number | null;
  /** Either value is hedged (余, 约), so that the gap is about that. */
  readonly about: boolean;
}

export interface IndicatorLine {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText | null;
  /** Less is better. */
  readonly reversed: boolean;
  readonly cells: readonly IndicatorCell[];
}

export interface DimensionLine {
  readonly code: string;
  readonly name: LocalText;
  /** Position in the scheme. */
  readonly colour: number;
  /** Share of the index when nothing is missing. */
  readonly share: number;
  readonly cells: readonly DimensionCell[];
  readonly indicators: readonly IndicatorLine[];
}

const less = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a - b;

/** One line a dimension with its indicators; one cell a subject, in their order. */
export function gapLines(
  scheme: Scheme,
  shares: ReadonlyMap<string, number>,
  subjects: readonly Subject[],
  measure: Subject | undefined,
): DimensionLine[] {
  return scheme.index.children.map((node, d) => ({
    code: node.code,
    name: node.name,
    colour: d,
    share: shares.get(node.code) ?? 0,
    cells: subjects.map(({ values }) => dimensionCell(values[d], measure?.values[d])),
    indicators: indicatorsOf(node).map(({ code, name, unit = null, direction }, i) => ({
      code,
      name,
      unit,
      reversed: direction === -1,
      cells: subjects.map(({ values }) =>
        indicatorCell(values[d]?.indicators[i], measure?.values[d]?.indicators[i]),
      ),
    })),
  }));
}

const dimensionCell = (
  own: DimensionValue | undefined,
  measure: DimensionValue | undefined,
): DimensionCell => ({
  score: own?.score ?? null,
  points: own?.points ?? null,
  n: own?.n ?? null,
  gap: less(own?.score, measure?.score),
  pointsGap: less(own?.points, measure?.points),
});

const hedged = (qualifier: Qualifier | undefined): boolean =>
  qualifier !== undefined && qualifier !== 'exact';

const indicatorCell = (
  own: IndicatorValue | undefined,
  measure: IndicatorValue | undefined,
): IndicatorCell => ({
  value: own?.value ?? null,
  qualifier: own?.qualifier ?? 'exact',
  reason: own ? own.reason : 'not_reported',
  n: own?.n ?? null,
  origin: own?.origin ?? null,
  gap: less(own?.value, measure?.value),
  about: hedged(own?.qualifier) || hedged(measure?.qualifier),
});

/** Whether the gaps of the points explain the gap of the scores (to 1e-6 of it). */
export function pointsExplain(
  lines: readonly DimensionLine[],
  column: number,
  gap: number | null,
): boolean {
  const points = lines.map(({ cells }) => cells[column]?.pointsGap ?? NaN);
  const sum = points.reduce((total, value) => total + value, 0);
  return gap !== null && Math.abs(sum - gap) <= 1e-6 * Math.max(1, Math.abs(gap));
}
