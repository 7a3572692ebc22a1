/**
 * Where a sum is heading: the straight line of least squares through its yearly values, read at the
 * year the target is due. Named as a projection wherever it is shown.
 */
import type { SeriesBreak } from '#lib/model/index.ts';
import type { TargetInstitution, IndexedEvidence } from './evidence.ts';
import { compare, exactly, isExact, type Comparator } from './interval.ts';
import { totalOf } from './totals.ts';

export interface YearValue {
  readonly period: string;
  readonly value: number;
}

/** value = meanValue + slope × (year − meanYear). */
export interface Line {
  readonly slope: number;
  readonly meanYear: number;
  readonly meanValue: number;
}

export interface Projection {
  readonly kind: 'projected';
  /** The complete years that the line goes through. */
  readonly years: readonly YearValue[];
  readonly slope: number;
  readonly dueYear: string;
  readonly value: number;
  /** Whether the target would be met in time. */
  readonly onTrack: boolean;
  /** Changes of scope or definition within the years. */
  readonly breaks: readonly SeriesBreak[];
}

/** Why there is no projection. */
export type NoOutlook =
  /** The day has come: the result stands. */
  | 'due'
  | 'no_due'
  /** Each institution moves by itself, and which one is lowest changes. */
  | 'each'
  /** A few events are no trend. */
  | 'events'
  /** A missed quarter stays missed. */
  | 'quarters'
  | 'published'
  | 'too_few_years'
  | 'not_judged';

export type Outlook = Projection | { readonly kind: 'none'; readonly why: NoOutlook };

/** Least squares; null for fewer than two different years. */
export function lineThrough(years: readonly YearValue[]): Line | null {
  if (years.length < 2) return null;
  const xs = years.map(({ period }) => Number(period));
  const meanYear = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const meanValue = years.reduce((sum, { value }) => sum + value, 0) / years.length;
  const spread = xs.reduce((sum, x) => sum + (x - meanYear) ** 2, 0);
  if (spread === 0) return null;
  const joint = years.reduce(
    (sum, { value }, i) => sum + ((xs[i] ?? 0) - meanYear) * (value - meanValue),
    0,
  );
  return { slope: joint / spread, meanYear, meanValue };
}

/** The sum in each year up to one; null where a number is missing or hedged. */
export const yearlyTotals = (
  evidence: IndexedEvidence,
  institutionsIn: (period: string) => readonly TargetInstitution[],
  indicator: string,
  period: string,
): { period: string; value: number | null }[] =>
  evidence.periods
    .filter((year) => year <= period)
    .map((year) => {
      const institutions = institutionsIn(year);
      const { sum } = totalOf(evidence, institutions, year, indicator);
      const complete = institutions.length > 0 && isExact(sum);
      return { period: year, value: complete ? sum.low : null };
    });

/** The outlook of a total that is not yet due. */
export function projectTotal(
  evidence: IndexedEvidence,
  institutionsIn: (period: string) => readonly TargetInstitution[],
  indicator: string,
  period: string,
  due: { readonly day: string; readonly reached: boolean } | null,
  comparator: Comparator,
  threshold: number,
): Outlook {
  if (due === null) return { kind: 'none', why: 'no_due' };
  if (due.reached) return { kind: 'none', why: 'due' };
  const years = yearlyTotals(evidence, institutionsIn, indicator, period).flatMap(
    ({ period: year, value }) => (value === null ? [] : [{ period: year, value }]),
  );
  const line = lineThrough(years);
  if (line === null) return { kind: 'none', why: 'too_few_years' };
  const dueYear = due.day.slice(0, 4);
  const value = line.meanValue + line.slope * (Number(dueYear) - line.meanYear);
  const ids = new Set(institutionsIn(period).map(({ institution_id }) => institution_id));
  const [first = '', last = ''] = [years[0]?.period, years[years.length - 1]?.period];
  return {
    kind: 'projected',
    years,
    slope: line.slope,
    dueYear,
    value,
    onTrack: compare(exactly(value), comparator, threshold) === 'yes',
    breaks: evidence.breaks.filter(
      (one) =>
        one.kind !== 'scheme' &&
        (one.indicator === null || one.indicator === indicator) &&
        (one.institution_id === null || ids.has(one.institution_id)) &&
        one.period > first &&
        one.period <= last,
    ),
  };
}
