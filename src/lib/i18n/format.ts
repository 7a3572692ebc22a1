import type { Locale } from '#lib/model/index.ts';

/** Thin space: groups digits without looking like a decimal mark in either language. */
const GROUP = '\u2009';

/**
 * A number with a fixed count of decimals, thousands set apart by a thin space from 10,000 on.
 * Rounds half away from zero on the decimal digits that the double prints as, so that 0.125 shown
 * with two decimals is 0.13. NaN and infinities give an em dash.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '—';
  const [integer = '', fraction] = roundDecimal(Math.abs(value), decimals).split('.');
  const grouped = integer.length > 4 ? integer.replace(/\B(?=(\d{3})+$)/g, GROUP) : integer;
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const isZero = !/[1-9]/.test(digits);
  return value < 0 && !isZero ? `\u2212${digits}` : digits;
}

function roundDecimal(value: number, decimals: number): string {
  // toFixed rounds the binary value (1.005 -> 1.00); shifting the printed exponent rounds the
  // decimal one that people see.
  const text = String(value);
  if (text.includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

/** As many decimals as the number has, at most `most`: 12, 12.5, 66.67. */
export function formatPlain(value: number, most = 2): string {
  const rounded = Number(roundDecimal(Math.abs(value), most));
  const decimals = (String(rounded).split('.')[1] ?? '').length;
  return formatNumber(value, Math.min(most, decimals));
}

/** A share in [0, 1] as a percentage: 0.8125 -> 81 % (en), 81% (zh). */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)}%`;
}

/** An ISO day in the words of the language: 2025年12月31日, 31 December 2025. */
export function formatDay(iso: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (locale === 'zh') return `${year}年${Number(month)}月${Number(day)}日`;
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A period at its own precision, never a day that nobody named: 2025年, 2016年第3季度, 2022年3月,
 * 2025年12月31日, 2016–2020年; 2025, Q3 2016, March 2022, 31 December 2025, 2016–2020. What is none of
 * these stays as it is.
 */
export function formatPeriod(period: string, locale: Locale): string {
  const zh = locale === 'zh';
  if (/^\d{4}$/.test(period)) return zh ? `${period}年` : period;
  const span = /^(\d{4})-(\d{4})$/.exec(period);
  if (span) return `${span[1] ?? ''}–${span[2] ?? ''}${zh ? '年' : ''}`;
  const [, year = '', quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  if (quarter !== undefined) return zh ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
  const [, of = '', month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name !== undefined) return zh ? `${of}年${Number(month)}月` : `${name} ${of}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDay(period, locale) : period;
}

/** Bytes for people: 812 B, 12.3 KB, 7.8 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 1)} KB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
