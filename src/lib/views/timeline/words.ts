/** How events and what is found about them are put into words. */
import { formatPeriod, formatPlain } from '#lib/i18n/index.ts';
import type { TimelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Locale } from '#lib/model/index.ts';
import type { ChronicleEvent } from '#lib/state/chronicle.ts';
import type { TimelineView } from '#lib/state/timeline-view.ts';
import type { TimelineFinding } from './model.ts';

/** Years and ordinals are no amounts: no grouping. A key without words is shown as it is. */
export const numberWords = ({ numbers }: ChronicleEvent, t: TimelineMessages): string[] =>
  numbers.map(([key, value]) => {
    const n = key === 'evaluation_year' ? String(value) : formatPlain(value);
    const words = Object.entries(t.numbers).find(([known]) => known === key)?.[1];
    return words?.(n) ?? t.number(key, n);
  });

export const categoryName = (category: string, t: TimelineMessages): string =>
  t.category[category] ?? category;

/** Ties are told up to this many; more are no finding. */
const NAMED = 3;

/** “2022 年共 42 件，党建最多（7 件），2022年2月最集中（6 件）。” */
export function findingText(
  finding: TimelineFinding,
  { year }: TimelineView,
  locale: Locale,
  t: TimelineMessages,
): string {
  const { events, categories, mostInCategory, months, mostInMonth, undated } = finding;
  if (events === 0) return t.none + t.stop;
  const names = categories.map((category) => categoryName(category, t));
  const periods = months.map((month) => formatPeriod(month, locale));
  return (
    [
      t.finding(year === null ? null : t.year(year), events),
      ...(names.length <= NAMED && mostInCategory > 1
        ? [t.mostCategory(names.join(t.nameJoin), mostInCategory)]
        : []),
      ...(periods.length > 0 && periods.length <= NAMED && mostInMonth > 1
        ? [t.mostMonth(periods.join(t.nameJoin), mostInMonth)]
        : []),
      ...(undated > 0 ? [t.undated(undated)] : []),
    ].join(t.join) + t.stop
  );
}
