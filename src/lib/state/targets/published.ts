/** Published targets, judged by published facts and nothing else. */
import type { ReportedFact, TargetRow } from '#lib/queries/index.ts';
import type { Tested } from './each-institution.ts';
import { compare, hedged, type Comparator } from './interval.ts';
import { distanceTo } from './totals.ts';

/** Codes of the facts that a target's own note names: “AH-037” is the indicator F_AH_037. */
export const citedFacts = ({ note }: Pick<TargetRow, 'note'>): string[] =>
  [...(note ?? '').matchAll(/\b([A-Z]{2})-(\d{3})\b/g)].map(
    ([, letters = '', digits = '']) => `F_${letters}_${digits}`,
  );

/** The words of the fact say that the goal was reached (“完成3000家目标”). */
const statesDone = ({ measure_kind, value_text }: ReportedFact): boolean =>
  measure_kind === 'target' && (value_text ?? '').includes('完成');

/** Latest first. */
const byPeriod = (a: ReportedFact, b: ReportedFact) => (a.period_end < b.period_end ? 1 : -1);

/**
 * The fact that tells a target's result, no later than a day: of the very indicator and region; else
 * one that says it was done; else one that the target's note names, in the same unit. A fact that
 * repeats the goal is no result. Undefined where none tells.
 */
export function resultFact(
  facts: readonly ReportedFact[],
  target: TargetRow,
  day: string,
): ReportedFact | undefined {
  const here = facts
    .filter(
      ({ region_code, period_end, value }) =>
        region_code === target.region_code && period_end <= day && value !== null,
    )
    .sort(byPeriod);
  const results = here.filter(({ measure_kind }) => measure_kind !== 'target');
  const cited = new Set(citedFacts(target));
  return (
    // A number of one institution is none of the region.
    results.find(({ indicator, entity }) => indicator === target.indicator && entity === null) ??
    here.find((fact) => fact.indicator === target.indicator && statesDone(fact)) ??
    results.find(({ indicator, unit }) => cited.has(indicator) && unit === target.unit)
  );
}

export function published(
  facts: readonly ReportedFact[],
  target: TargetRow,
  comparator: Comparator,
  day: string,
): Tested {
  const fact = resultFact(facts, target, day);
  if (!fact || fact.value === null || target.value === null)
    return {
      verdict: 'undecided',
      reason: 'not_published',
      measure: { kind: 'none' },
      distance: null,
    };
  const value = hedged(fact.value, fact.qualifier);
  if (statesDone(fact))
    return {
      verdict: 'met',
      reason: null,
      measure: { kind: 'fact', fact, stated: true, value },
      distance: null,
    };
  const measure = { kind: 'fact', fact, stated: false, value } as const;
  const unit = target.unit === '%' ? 'points' : 'own';
  const distance = distanceTo(value, comparator, target.value, unit);
  const answer = compare(value, comparator, target.value);
  if (answer === 'open')
    return { verdict: 'bounds_only', reason: 'hedged', measure, distance: null };
  return { verdict: answer === 'yes' ? 'met' : 'not_met', reason: null, measure, distance };
}
