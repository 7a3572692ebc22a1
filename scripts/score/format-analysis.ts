import { formatNumber, formatPercent, formatPlain, textIn } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Analysis, Label, Table, Value } from './analysis.ts';
import { roundTowards } from './round-towards.ts';
import { textTable } from './text-table.ts';
import { wordsFor } from './words.ts';

/** The blocks of an analysis for reading on a terminal: facts and notes, then its tables. */
export function analysisBlocks(analysis: Analysis, locale: Locale): string[][] {
  const { colon } = wordsFor(locale);
  return [
    [
      `◆ ${textIn(analysis.title, locale)}`,
      ...analysis.facts
        .filter(({ filesOnly }) => !filesOnly)
        .map((of) => `  ${textIn(of.head, locale)}${colon}${shown(of.value, of, locale)}`),
      ...analysis.notes.map((note) => `  ${textIn(note, locale)}`),
    ],
    ...analysis.tables
      .filter(({ filesOnly, rows }) => !filesOnly && rows.length > 0)
      .map((table) => tableBlock(table, locale)),
  ];
}

function tableBlock({ title, columns, rows }: Table, locale: Locale): string[] {
  const told = columns
    .map((label, at) => ({
      head: textIn(label.head, locale),
      cells: rows.map((row) => shown(row[at]!, label, locale)),
      align: label.kind === 'text' ? ('left' as const) : ('right' as const),
      label,
    }))
    .filter(({ label, cells }) => !label.filesOnly && !isSilent(label, cells));
  return [textIn(title, locale), ...textTable(told)];
}

/** Where everybody is in the same period or peer group, or nobody has a word, nothing is said. */
const isSilent = ({ key, kind }: Label, cells: readonly string[]): boolean =>
  key === 'period' || key === 'group'
    ? new Set(cells).size === 1
    : kind === 'text' && cells.every((cell) => cell === '');

function shown(value: Value, { kind, words }: Label, locale: Locale): string {
  if (value === null) return kind === 'text' ? '' : wordsFor(locale).none;
  if (typeof value === 'object') return textIn(value, locale);
  if (typeof value === 'string') return words?.[value] ? textIn(words[value], locale) : value;
  switch (kind) {
    case 'share':
      return formatPercent(value, 1);
    case 'points':
      return formatNumber(roundTowards(100 * value, 1, 2), 2);
    case 'exact':
      return String(value).replace(/^-/, '−');
    case 'number':
      return formatNumber(value, 2);
    case 'fine':
      return formatNumber(value, 4);
    case 'whole':
    case 'text':
      return formatPlain(value, 4);
  }
}

/** An analysis as JSON: its facts by key, then its tables as lists of objects. */
export function analysisValue({ title, facts, notes, tables }: Analysis): Record<string, unknown> {
  return {
    title,
    ...Object.fromEntries(facts.map(({ key, value }) => [key, value])),
    ...(notes.length > 0 && { notes }),
    ...Object.fromEntries(
      tables.map(({ key, columns, rows }) => [
        key,
        rows.map((row) => Object.fromEntries(columns.map((of, at) => [of.key, row[at]]))),
      ]),
    ),
  };
}

/** Long form: section, row (from 1), column, value. The facts are the one row of the analysis. */
export type LongRow = readonly [section: string, row: number, column: string, value: Value];

export function* analysisRows({ key, facts, notes, tables }: Analysis): Generator<LongRow> {
  for (const of of facts) yield [key, 1, of.key, of.value];
  for (const [i, note] of notes.entries()) yield [`${key}.notes`, i + 1, 'note', note];
  for (const { key: name, columns, rows } of tables)
    for (const [i, row] of rows.entries())
      for (const [at, of] of columns.entries()) yield [`${key}.${name}`, i + 1, of.key, row[at]!];
}
