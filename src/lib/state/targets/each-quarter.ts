/** “Training every quarter”: each quarter by itself; one that is missed cannot be made up. */
import type { Activity } from '#lib/model/index.ts';
import type { Tested } from './each-institution.ts';
import type { QuarterPart } from './evaluation.ts';
import { tally } from './members.ts';

/** Last day of a quarter written 2025-Q1. */
export const quarterEnd = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(quarter.slice(-1)) - 1] ?? '12-31'}`;

/** Every quarter from the first to the last one that had ended by a day. */
export function quartersUntil(first: string, day: string): string[] {
  const quarters: string[] = [];
  let [year, quarter] = [Number(first.slice(0, 4)), Number(first.slice(-1))];
  for (;;) {
    const name = `${year}-Q${quarter}`;
    if (quarterEnd(name) > day) return quarters;
    quarters.push(name);
    [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  }
}

/**
 * Held in each quarter that has ended at least `wanted` times. A quarter passes or fails by what
 * was held or said not to be; planned ones that nobody reported on, and quarters without any entry,
 * leave it open.
 */
export function eachQuarter(
  trainings: readonly Activity[],
  first: string,
  day: string,
  wanted: number,
): Tested {
  const quarters = quartersUntil(first, day).map((period): QuarterPart => {
    const activities = trainings.filter((activity) => activity.period === period);
    const held = activities.filter(
      ({ status, done_on }) => status === 'done' && (done_on === null || done_on <= day),
    ).length;
    const pending = activities.filter(
      ({ status }) => status === 'planned' || status === 'collecting',
    ).length;
    const open = activities.length === 0 || held + pending >= wanted;
    return {
      period,
      activities,
      held,
      status: held >= wanted ? 'met' : open ? 'unknown' : 'not_met',
    };
  });
  const counts = tally(quarters);
  const measure = { kind: 'quarters', quarters, ...counts } as const;
  if (quarters.length === 0)
    return { verdict: 'undecided', reason: 'not_begun', measure, distance: null };
  const distance = {
    kind: counts.notMet > 0 ? 'short' : 'even',
    amount: counts.notMet,
    unit: 'quarters',
    bound: counts.unknown > 0 ? 'at_least' : null,
  } as const;
  if (counts.notMet > 0) return { verdict: 'not_met', reason: null, measure, distance };
  return counts.unknown > 0
    ? { verdict: 'undecided', reason: 'missing', measure, distance: null }
    : { verdict: 'met', reason: null, measure, distance };
}
