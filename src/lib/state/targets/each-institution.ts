/** “Each institution at least 80 %”: every one by itself; their mean has no say. */
import type { Distance, Measure, OpenReason, Verdict } from './evaluation.ts';
import type { IndexedEvidence, TargetInstitution } from './evidence.ts';
import type { Comparator } from './interval.ts';
import { compared, tally } from './members.ts';

export interface Tested {
  readonly verdict: Verdict;
  readonly reason: OpenReason | null;
  readonly measure: Measure;
  readonly distance: Distance | null;
}

/** One that fails decides; one that is missing or hedged leaves it open unless another fails. */
export function eachInstitution(
  evidence: IndexedEvidence,
  institutions: readonly TargetInstitution[],
  period: string,
  indicator: string,
  comparator: Comparator,
  threshold: number,
): Tested {
  const members = institutions.map((one) =>
    compared(evidence, one, period, indicator, comparator, threshold),
  );
  const counts = tally(members);
  const numbers = members.flatMap(({ id, cell }) =>
    cell?.value != null && cell.qualifier === 'exact' ? [{ id, value: cell.value }] : [],
  );
  const minimum = numbers.length > 0 ? Math.min(...numbers.map(({ value }) => value)) : null;
  const measure: Measure = {
    kind: 'each',
    members,
    ...counts,
    minimum,
    lowest: numbers.filter(({ value }) => value === minimum).map(({ id }) => id),
  };
  if (members.length === 0)
    return { verdict: 'undecided', reason: 'no_members', measure, distance: null };
  if (counts.notMet > 0) {
    const distance = {
      kind: 'short',
      amount: counts.notMet,
      unit: 'institutions',
      bound: counts.unknown > 0 ? 'at_least' : null,
    } as const;
    return { verdict: 'not_met', reason: null, measure, distance };
  }
  if (counts.unknown === 0) {
    const distance = { kind: 'even', amount: 0, unit: 'institutions', bound: null } as const;
    return { verdict: 'met', reason: null, measure, distance };
  }
  const allHedged = members.every(({ status, why }) => status !== 'unknown' || why === 'hedged');
  return {
    verdict: allHedged ? 'bounds_only' : 'undecided',
    reason: allHedged ? 'hedged' : 'missing',
    measure,
    distance: null,
  };
}
