/** The institutions that a target is tested on, one by one. */
import type { Comparator } from './interval.ts';
import { compare, hedged, isExact } from './interval.ts';
import type { Member, MemberStatus } from './evaluation.ts';
import type { IndexedEvidence, TargetInstitution } from './evidence.ts';

export const tally = (parts: readonly { readonly status: MemberStatus }[]) => {
  const of = (status: MemberStatus) => parts.filter((part) => part.status === status).length;
  return { met: of('met'), notMet: of('not_met'), unknown: of('unknown') };
};

/** An institution's number of one year against the threshold; a missing one is neither. */
export function compared(
  evidence: IndexedEvidence,
  institution: TargetInstitution,
  period: string,
  indicator: string,
  comparator: Comparator,
  threshold: number,
): Member {
  const { institution_id: id, name } = institution;
  const cell = evidence.cell(id, period, indicator);
  const base = { id, name, cell, history: [{ period, cell }] };
  if (cell?.value == null) return { ...base, status: 'unknown', why: 'missing', short: null };
  const bounds = hedged(cell.value, cell.qualifier);
  const answer = compare(bounds, comparator, threshold);
  const short = answer === 'no' && isExact(bounds) ? Math.abs(threshold - bounds.low) : null;
  if (answer === 'open') return { ...base, status: 'unknown', why: 'hedged', short };
  return { ...base, status: answer === 'yes' ? 'met' : 'not_met', why: 'compared', short };
}
