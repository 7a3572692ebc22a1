/** Number formats: what the numbered ones are, which of them show a day, what a number looks like. */
import { SSF } from '@e965/xlsx';

/** The part of the library that knows number formats, which has no types of its own. */
interface NumberFormats {
  get_table(): Readonly<Record<number, string>>;
  is_date(format: string): boolean;
  format(format: string, value: number, options: { date1904: boolean }): unknown;
}
const formats = SSF as NumberFormats;
const COMMON = formats.get_table();

/** Numbered formats that every language has its own of, as Chinese spreadsheet programs show them. */
const LOCAL = new Map([
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm/d/yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'],
  [35, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'h"时"mm"分"'],
  [56, 'h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** The format of a number that a file does not spell out; General where nobody knows it. */
export const builtInFormat = (id: number): string => LOCAL.get(id) ?? COMMON[id] ?? 'General';

/** The formats above for codes that the binary reader gives in their American form. */
export function localFormat(code: string): string {
  if (code === 'm/d/yy') return builtInFormat(14);
  return code === 'm/d/yy h:mm' ? builtInFormat(22) : code;
}

const cache = new Map<string, boolean>();

/** True for a format with a year, month or day in it; a mere time of day is no date. */
export function isDayFormat(format: string): boolean {
  let known = cache.get(format);
  if (known === undefined) {
    known = decideDayFormat(format);
    if (cache.size < 10_000) cache.set(format, known);
  }
  return known;
}

function decideDayFormat(format: string): boolean {
  if (/^general/i.test(format) || !formats.is_date(format)) return false;
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .toLowerCase()
    .replace(/\[[hms]+\]/g, 'h')
    .replace(/\[[^\]]*\]/g, '');
  if (/[yd]|^[^h]*e/.test(bare)) return true;
  return bare.includes('m') && !/[hs]/.test(bare);
}

/** What a spreadsheet shows for a number; the number itself where the format makes no sense. */
export function shownText(value: number, format: string, date1904: boolean): string {
  // The general format shows up to eleven characters: most numbers are simply themselves.
  const plain = String(value);
  if (format === 'General' && plain.length <= 11 && (value === 0 || Math.abs(value) >= 0.001))
    return plain;
  try {
    const text = formats.format(format, value, { date1904 });
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : plain;
  } catch {
    return plain;
  }
}
