/** The six spellings of a period, as people write them in the period column. */
import type { PeriodType } from '#lib/model/index.ts';

export interface Period {
  /** As written: 2025, 2016-Q3, 2022-03, 2025-12-31, 2016-2020, 2017-04/2017-11. */
  readonly period: string;
  readonly period_type: PeriodType;
  /** First and last day, ISO. */
  readonly period_start: string;
  readonly period_end: string;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Years outside 1900–2100 are slips of typing (20225, 0202). */
const isYear = (year: number) => year >= 1900 && year <= 2100;

/** True for a day that exists, written YYYY-MM-DD, between 1900 and 2100. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return isYear(year) && day >= 1 && day <= daysInMonth(year, month);
}

function months(
  period: string,
  type: PeriodType,
  year: number,
  first: number,
  last: number,
): Period {
  return {
    period,
    period_type: type,
    period_start: `${year}-${two(first)}-01`,
    period_end: `${year}-${two(last)}-${two(daysInMonth(year, last))}`,
  };
}

/** A span from the first day of one period to the last of a later one of the same kind. */
function span(period: string, first: Period | null, last: Period | null): Period | null {
  if (!first || !last || first.period_start >= last.period_start) return null;
  return {
    period,
    period_type: 'span',
    period_start: first.period_start,
    period_end: last.period_end,
  };
}

/** Parses a period; null when the text is none of the six spellings or names no real time. */
export function parsePeriod(text: string): Period | null {
  const monthSpan = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(text);
  if (monthSpan)
    return span(text, parsePeriod(monthSpan[1] ?? ''), parsePeriod(monthSpan[2] ?? ''));
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})|(\d{2}-\d{2})|(\d{4})))?$/.exec(text);
  if (!match) return null;
  const [, yearText = '', quarter, month, day, last] = match;
  const year = Number(yearText);
  if (!isYear(year)) return null;
  if (quarter) return months(text, 'quarter', year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (month)
    return daysInMonth(year, Number(month)) > 0
      ? months(text, 'month', year, Number(month), Number(month))
      : null;
  if (day)
    return isDay(text)
      ? { period: text, period_type: 'date', period_start: text, period_end: text }
      : null;
  if (last) return span(text, parsePeriod(yearText), parsePeriod(last));
  return months(text, 'year', year, 1, 12);
}

/** The period of the same kind just before: 2025 → 2024, 2016-Q1 → 2015-Q4; null for a span. */
export function previousPeriod(period: Period): string | null {
  const year = Number(period.period.slice(0, 4));
  switch (period.period_type) {
    case 'year':
      return String(year - 1);
    case 'quarter': {
      const quarter = Number(period.period.slice(6));
      return quarter > 1 ? `${year}-Q${quarter - 1}` : `${year - 1}-Q4`;
    }
    case 'month': {
      const month = Number(period.period.slice(5));
      return month > 1 ? `${year}-${two(month - 1)}` : `${year - 1}-12`;
    }
    case 'date':
      return previousYearDay(period.period, year);
    case 'span':
      return null;
  }
}

/** The same day a year before (a stock at 2025-12-31 follows the one at 2024-12-31). */
function previousYearDay(day: string, year: number): string {
  const before = `${year - 1}${day.slice(4)}`;
  return isDay(before) ? before : `${year - 1}-02-28`;
}
