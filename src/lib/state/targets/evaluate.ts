/**
 * Tests a target, each by its own rule. A published target is judged by published facts alone, one
 * of the demonstration layer by the numbers of its institutions; nothing crosses over.
 */
import type { TargetRow } from '#lib/queries/index.ts';
import { countInstitutions } from './count-institutions.ts';
import { eachInstitution, type Tested } from './each-institution.ts';
import { eachQuarter } from './each-quarter.ts';
import type { Evaluation, Member, OpenReason } from './evaluation.ts';
import { institutionsOf, type IndexedEvidence, type TargetInstitution } from './evidence.ts';
import { COMPARATORS, type Comparator } from './interval.ts';
import { projectTotal, yearlyTotals, type Outlook } from './projection.ts';
import { published } from './published.ts';
import { addsUp, total } from './totals.ts';

/** A year's numbers and the day that they stand for. */
export interface AsOf {
  readonly period: string;
  readonly day: string;
}

/** “基期2022年” in a target's note: the last year that counts as before. */
export const baseYear = ({ note }: Pick<TargetRow, 'note'>): string | null =>
  /基期(\d{4})年/.exec(note ?? '')?.[1] ?? null;

/** “2023年第1季度起” in a target's test: the first quarter that counts. */
export function firstQuarter({ test }: Pick<TargetRow, 'test'>): string | null {
  const [, year, quarter] = /(\d{4})年第([1-4])季度起/.exec(test) ?? [];
  return year && quarter ? `${year}-Q${quarter}` : null;
}

const undecided = (reason: OpenReason): Tested => ({
  verdict: 'undecided',
  reason,
  measure: { kind: 'none' },
  distance: null,
});

/** Only yearly totals are projected; for every other test it is said why not. */
const noOutlook: Readonly<Record<string, Outlook>> = {
  each_institution: { kind: 'none', why: 'each' },
  count_of_institutions: { kind: 'none', why: 'events' },
  each_quarter: { kind: 'none', why: 'quarters' },
};

export function evaluateTarget(
  target: TargetRow,
  evidence: IndexedEvidence,
  { period, day }: AsOf,
): Evaluation {
  const due = target.due === null ? null : { day: target.due, reached: target.due <= day };
  const comparator = COMPARATORS.find((known) => known === target.comparator);
  const tested = comparator
    ? test(target, comparator, evidence, { period, day })
    : undecided('unknown_test');
  return {
    target,
    ...tested,
    period,
    asOf: day,
    due,
    outlook:
      comparator && tested.measure.kind !== 'none'
        ? outlookOf(target, comparator, evidence, period, due)
        : NOT_JUDGED,
  };
}

const NOT_JUDGED: Outlook = { kind: 'none', why: 'not_judged' };

function test(
  target: TargetRow,
  comparator: Comparator,
  evidence: IndexedEvidence,
  { period, day }: AsOf,
): Tested {
  const { value, scope, indicator, region_code } = target;
  if (value === null) return undecided('words_only');
  if (target.data_status === 'reported') return published(evidence.facts, target, comparator, day);
  const within = institutionsOf(evidence, region_code, period);
  const counties = within.filter(({ level }) => level === 'county');
  if (scope === 'each_quarter') {
    const first = firstQuarter(target);
    const trainings = evidence.activities.filter(
      (one) =>
        one.kind === 'training' && one.institution_id === null && one.region_code === region_code,
    );
    // Quarters after the date that was set are not asked for.
    const last = target.due !== null && target.due < day ? target.due : day;
    return first ? eachQuarter(trainings, first, last, value) : undecided('no_base');
  }
  const known = evidence.indicators.find((one) => one.indicator === indicator);
  if (!known) return undecided('unknown_test');
  switch (scope) {
    case 'each_institution':
      return eachInstitution(evidence, counties, period, known.indicator, comparator, value);
    case 'count_of_institutions': {
      const base = baseYear(target);
      const rule = known.measure_kind === 'category' ? 'class' : 'first';
      return base
        ? countInstitutions(evidence, counties, period, known.indicator, rule, base, value)
        : undecided('no_base');
    }
    case 'region_total':
    case 'institution_total': {
      if (!addsUp(known.measure_kind)) return undecided('not_additive');
      const summed = summedBy(target, evidence)(period);
      return total(evidence, summed, period, known.indicator, comparator, value);
    }
    default:
      return undecided('unknown_test');
  }
}

const ownOf = <T extends { region_code: string }>(within: readonly T[], region: string): T[] =>
  within.filter(({ region_code }) => region_code === region);

function outlookOf(
  target: TargetRow,
  comparator: Comparator,
  evidence: IndexedEvidence,
  period: string,
  due: Evaluation['due'],
): Outlook {
  const { scope, value, indicator, data_status } = target;
  if (data_status === 'reported') return { kind: 'none', why: 'published' };
  const none = noOutlook[scope];
  if (none) return none;
  const known = evidence.indicators.find((one) => one.indicator === indicator);
  if (value === null || !known || !addsUp(known.measure_kind)) return NOT_JUDGED;
  const institutionsIn = summedBy(target, evidence);
  return projectTotal(evidence, institutionsIn, known.indicator, period, due, comparator, value);
}

/** Whose numbers a target on a sum adds, year by year. */
const summedBy =
  ({ scope, region_code }: TargetRow, evidence: IndexedEvidence) =>
  (year: string): TargetInstitution[] => {
    const within = institutionsOf(evidence, region_code, year);
    return scope === 'region_total' ? within : ownOf(within, region_code);
  };

/** The sums behind a target on a sum, up to a year; empty for every other target. */
export const targetTotals = (
  { target, measure, period }: Evaluation,
  evidence: IndexedEvidence,
): ReturnType<typeof yearlyTotals> =>
  measure.kind === 'total' && target.indicator !== null
    ? yearlyTotals(evidence, summedBy(target, evidence), target.indicator, period)
    : [];

/** What a target that is tested institution by institution says of one of them; null for others. */
export function memberOf({ measure }: Evaluation, institution: string): Member | null {
  if (measure.kind !== 'each' && measure.kind !== 'count') return null;
  return measure.members.find(({ id }) => id === institution) ?? null;
}
