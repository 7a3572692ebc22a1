/** “Two new class-A institutions”, “a first research project at two”: changes since a base year. */
import type { Tested } from './each-institution.ts';
import type { Member, MemberStatus, MemberWhy } from './evaluation.ts';
import type { IndexedEvidence, TargetCell, TargetInstitution } from './evidence.ts';
import { tally } from './members.ts';

/** The best class, as the tables write it. */
const BEST_CLASS = 'A';

type Judged = readonly [MemberStatus, MemberWhy];

const classOf = (cell: TargetCell | null): string | null =>
  cell?.value == null ? null : cell.value_text;

/** Class A at the end and not in the base year; a class that was lost again does not count. */
function becameBest(history: Member['history'], base: string): Judged {
  const before = classOf(history.find(({ period }) => period === base)?.cell ?? null);
  const now = classOf(history[history.length - 1]?.cell ?? null);
  if (before === BEST_CLASS)
    return ['not_met', now === null || now === BEST_CLASS ? 'already' : 'lost'];
  if (now === null) return ['unknown', 'missing'];
  if (now !== BEST_CLASS) {
    const wasBest = history.some(({ cell }) => classOf(cell) === BEST_CLASS);
    return ['not_met', wasBest ? 'lost' : 'never'];
  }
  return before === null ? ['unknown', 'missing'] : ['met', 'became'];
}

/** No project in any year up to the base year, and one in some year after it. */
function firstAfterNone(history: Member['history'], base: string): Judged {
  const valueOf = (cell: TargetCell | null) => cell?.value ?? null;
  const before = history.filter(({ period }) => period <= base).map(({ cell }) => valueOf(cell));
  const after = history.filter(({ period }) => period > base).map(({ cell }) => valueOf(cell));
  const positive = (value: number | null) => value !== null && value > 0;
  if (before.some(positive)) return ['not_met', 'earlier'];
  if (after.length === 0 || after.every((value) => value !== null && value <= 0))
    return ['not_met', 'none_yet'];
  const cleanBefore = before.length > 0 && before.every((value) => value !== null);
  return cleanBefore && after.some(positive) ? ['met', 'first'] : ['unknown', 'missing'];
}

/**
 * Counts institutions that changed since the base year. Those whose numbers are missing are not
 * counted, and leave the verdict open where they could make up what is lacking.
 */
export function countInstitutions(
  evidence: IndexedEvidence,
  institutions: readonly TargetInstitution[],
  period: string,
  indicator: string,
  rule: 'class' | 'first',
  base: string,
  wanted: number,
): Tested {
  const before = evidence.periods.filter(
    (year) => year < period && (rule === 'first' || year >= base),
  );
  const years = [...before, period];
  const members = institutions.map(({ institution_id: id, name }): Member => {
    const history = years.map((year) => ({
      period: year,
      cell: evidence.cell(id, year, indicator),
    }));
    const [status, why] = (rule === 'class' ? becameBest : firstAfterNone)(history, base);
    return {
      id,
      name,
      status,
      why,
      cell: evidence.cell(id, period, indicator),
      history,
      short: null,
    };
  });
  const counts = tally(members);
  const measure = { kind: 'count', rule, base, members, ...counts } as const;
  const none = members.length === 0 ? 'no_members' : period <= base ? 'not_begun' : null;
  if (none) return { verdict: 'undecided', reason: none, measure, distance: null };
  const lacking = wanted - counts.met;
  const distance = {
    kind: lacking > 0 ? 'short' : lacking < 0 ? 'over' : 'even',
    amount: Math.abs(lacking),
    unit: 'institutions',
    bound: counts.unknown === 0 ? null : lacking > 0 ? 'at_most' : 'at_least',
  } as const;
  if (lacking <= 0) return { verdict: 'met', reason: null, measure, distance };
  return counts.unknown >= lacking
    ? { verdict: 'undecided', reason: 'missing', measure, distance }
    : { verdict: 'not_met', reason: null, measure, distance };
}
