/**
 * The columns of time of a chronicle: months where they are few, else quarters, else years. Events
 * whose month nobody gave have a column of their own beside the months of their year.
 */
import { formatPeriod } from '#lib/i18n/index.ts';
import type { TimelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Locale } from '#lib/model/index.ts';

export type TimeUnit = 'month' | 'quarter' | 'year';

/** More columns than this are too narrow for a number on a phone. */
const MOST = 13;

export interface TimeColumn {
  /** 2022-03, 2025-Q1 or 2016: a period, at the precision of the column. */
  readonly id: string;
  readonly year: string;
  /** Month or quarter in its year; 0 for the whole year, or for events without month. */
  readonly part: number;
  /** False for events without month beside columns of months or quarters. */
  readonly dated: boolean;
}

export interface TimeScale {
  readonly unit: TimeUnit;
  readonly columns: readonly TimeColumn[];
}

const monthOf = (date: string): number => Number(date.slice(5, 7)) || 0;

/** Which column of a scale of `unit` a date falls into. */
export function columnOf(date: string, unit: TimeUnit): string {
  const year = date.slice(0, 4);
  const month = monthOf(date);
  if (unit === 'year' || month === 0) return year;
  return unit === 'month' ? date.slice(0, 7) : `${year}-Q${Math.ceil(month / 3)}`;
}

function columns(dates: readonly string[], unit: TimeUnit): TimeColumn[] {
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort();
  return years.flatMap((year): TimeColumn[] => {
    const own = dates.filter((date) => date.startsWith(year));
    const whole: TimeColumn = { id: year, year, part: 0, dated: unit === 'year' };
    if (unit === 'year') return [whole];
    const parts = unit === 'month' ? 12 : 4;
    const dated = own.some((date) => monthOf(date) > 0);
    const undated = own.some((date) => monthOf(date) === 0);
    return [
      ...(undated ? [whole] : []),
      ...(dated
        ? Array.from({ length: parts }, (_, i): TimeColumn => ({
            id:
              unit === 'month' ? `${year}-${String(i + 1).padStart(2, '0')}` : `${year}-Q${i + 1}`,
            year,
            part: i + 1,
            dated: true,
          }))
        : []),
    ];
  });
}

/** The finest scale that still has room; where no date has a month, years. */
export function timeScale(dates: readonly string[]): TimeScale {
  const hasMonths = dates.some((date) => monthOf(date) > 0);
  for (const unit of hasMonths ? (['month', 'quarter'] as const) : []) {
    const found = columns(dates, unit);
    if (found.length <= MOST) return { unit, columns: found };
  }
  return { unit: 'year', columns: columns(dates, 'year') };
}

/** A column as the chart writes it. */
export function columnWords(
  { id, year, part, dated }: TimeColumn,
  unit: TimeUnit,
  locale: Locale,
  t: TimelineMessages,
) {
  const label = !dated
    ? '–'
    : unit === 'month'
      ? t.monthLabel(part)
      : unit === 'quarter'
        ? t.quarterLabel(part)
        : '';
  return {
    id,
    year,
    label,
    short: unit === 'month' && dated ? String(part) : label,
    full: dated ? formatPeriod(id, locale) : t.undatedHead(formatPeriod(year, locale)),
    dated,
  };
}
