/** What a cell of a spreadsheet holds, from what its file says. */
import type { CellContent } from './grid.ts';
import { isDayFormat, shownText } from './number-formats.ts';

const DAY = 86_400_000;
/** Seconds have their rounding errors: what is half a millisecond before midnight is midnight. */
const HALF_MILLISECOND = 0.5 / DAY;

/**
 * ISO day of a serial number; null where there is none: before the first day, after the year 9999,
 * and the 29 February 1900 that spreadsheets believe in.
 */
export function serialDay(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial + HALF_MILLISECOND);
  const since1900 = date1904 ? whole + 1462 : whole;
  if (!(since1900 >= 1 && since1900 <= 2_958_465) || (since1900 === 60 && !date1904)) return null;
  const epoch = Date.UTC(1899, 11, since1900 < 60 ? 31 : 30);
  return new Date(epoch + since1900 * DAY).toISOString().slice(0, 10);
}

/** The cell of a number: a date where its format is one, with what the spreadsheet shows. */
export function numberCell(value: number, format: string, date1904: boolean): CellContent {
  const day = isDayFormat(format) ? serialDay(value, date1904) : null;
  const text = shownText(value, format, date1904);
  return day === null ? { kind: 'number', value, text } : { kind: 'date', day, text };
}

/** The cell of a text; nothing where it is empty. */
export const textCell = (text: string): CellContent | null =>
  text === '' ? null : { kind: 'text', text };

export const booleanCell = (value: boolean): CellContent => ({
  kind: 'boolean',
  value,
  text: value ? 'TRUE' : 'FALSE',
});
