/** Targets on a sum: a whole region's institutions, or one institution. */
import type { MeasureKind } from '#lib/model/index.ts';
import type { Tested } from './each-institution.ts';
import type { Distance, Member } from './evaluation.ts';
import type { IndexedEvidence, TargetInstitution } from './evidence.ts';
import {
  compare,
  hedged,
  isExact,
  sumOf,
  UNREPORTED_COUNT,
  type Comparator,
  type Interval,
} from './interval.ts';

/** Counts add up; shares, classes, ranks and scores do not. */
export const addsUp = (kind: MeasureKind): boolean => kind === 'stock' || kind === 'flow';

/** How far a number known within bounds is from the threshold; null where nothing is known. */
export function distanceTo(
  value: Interval,
  comparator: Comparator,
  threshold: number,
  unit: 'own' | 'points',
): Distance | null {
  const upwards = comparator === 'at_least' || comparator === 'more_than';
  // The end of the bounds that speaks against being met.
  const end = upwards ? value.low : value.high;
  if (!Number.isFinite(end)) return null;
  const ahead = upwards ? end - threshold : threshold - end;
  return {
    kind: ahead > 0 ? 'over' : ahead < 0 ? 'short' : 'even',
    amount: Math.abs(ahead),
    unit,
    bound: isExact(value) ? null : ahead < 0 ? 'at_most' : 'at_least',
  };
}

/** The sum over institutions in one year; what is missing may be anything from zero up. */
export function totalOf(
  evidence: IndexedEvidence,
  institutions: readonly TargetInstitution[],
  period: string,
  indicator: string,
): { members: Member[]; sum: Interval; missing: number } {
  const members = institutions.map(({ institution_id: id, name }): Member => {
    const cell = evidence.cell(id, period, indicator);
    const known = cell?.value != null;
    return {
      id,
      name,
      cell,
      // No institution passes a test of the whole region by itself.
      status: 'unknown',
      why: known ? 'compared' : 'missing',
      history: [{ period, cell }],
      short: null,
    };
  });
  const parts = members.map(({ cell }) =>
    cell?.value == null ? UNREPORTED_COUNT : hedged(cell.value, cell.qualifier),
  );
  const missing = members.filter(({ why }) => why === 'missing').length;
  return { members, sum: sumOf(parts), missing };
}

export function total(
  evidence: IndexedEvidence,
  institutions: readonly TargetInstitution[],
  period: string,
  indicator: string,
  comparator: Comparator,
  threshold: number,
): Tested {
  const { members, sum, missing } = totalOf(evidence, institutions, period, indicator);
  const measure = { kind: 'total', members, sum, missing } as const;
  if (members.length === 0)
    return { verdict: 'undecided', reason: 'no_members', measure, distance: null };
  const distance = distanceTo(sum, comparator, threshold, 'own');
  const answer = compare(sum, comparator, threshold);
  if (answer !== 'open')
    return { verdict: answer === 'yes' ? 'met' : 'not_met', reason: null, measure, distance };
  return missing > 0
    ? { verdict: 'undecided', reason: 'missing', measure, distance }
    : { verdict: 'bounds_only', reason: 'hedged', measure, distance };
}
