import { formatNumber, formatPlain } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Report } from './report.ts';
import type { TextColumn } from './text-table.ts';
import { wordsFor } from './words.ts';

export const left = (head: string, cells: readonly string[]): TextColumn => ({
  head,
  cells,
  align: 'left',
});
export const right = (head: string, cells: readonly string[]): TextColumn => ({
  head,
  cells,
  align: 'right',
});

/** Codes of the units, and their names where there are any. */
export function unitColumns(
  { result, names }: Report,
  rows: readonly number[],
  locale: Locale,
): TextColumn[] {
  const words = wordsFor(locale);
  const units = rows.map((row) => result.rows[row]!.unit);
  const named = units.some((unit) => names.has(unit));
  return [
    left(words.unit, units),
    ...(named
      ? [
          left(
            words.name,
            units.map((unit) => names.get(unit) ?? ''),
          ),
        ]
      : []),
  ];
}

const missing = (x: number, locale: Locale) => (Number.isNaN(x) ? wordsFor(locale).missing : null);
/** Two decimals, or the word for missing. */
export const cell = (x: number, locale: Locale) => missing(x, locale) ?? formatNumber(x, 2);
/** As many decimals as the number has, four at most, or the word for missing. */
export const plain = (x: number, locale: Locale) => missing(x, locale) ?? formatPlain(x, 4);
