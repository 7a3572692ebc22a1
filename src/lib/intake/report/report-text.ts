/** The report for a person at a terminal: what came of it, then what to mend, then the rest. */
import type { Locale } from '#lib/model/index.ts';
import type {
  FileReport,
  ImportFinding,
  ImportOutcome,
  ImportSeverity,
  SheetReport,
} from '../import/outcome.ts';
import { byCell } from './by-cell.ts';
import { groupFindings, type FindingGroup } from './grouped.ts';
import { textWords, type TextWords } from './text-words.ts';
import { reportWords } from './xlsx-words.ts';

/** Raw texts longer than this are cut: the JSON has them whole. */
const LONGEST_RAW = 60;

/** One line, and nothing that a terminal would obey. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const short = (text: string): string => {
  const line = oneLine(text);
  return line.length > LONGEST_RAW ? `${line.slice(0, LONGEST_RAW)}…` : line;
};

/** How often each reason occurs, the most frequent first. */
function tally(reasons: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

const rowsOf = (files: readonly FileReport[]) =>
  files.flatMap((file) => file.sheets.flatMap((sheet) => sheet.rows));

function summary({ counts, files, tables }: ImportOutcome, w: TextWords, locale: Locale): string[] {
  const { rows, imported, skipped, refused, values, gaps, revised } = counts;
  const skip = reportWords(locale).skip;
  const reasons = tally(
    rowsOf(files).flatMap(({ fate }) => (fate.fate === 'skipped' ? [skip[fate.reason]] : [])),
  ).map(([reason, count]) => `${reason} ${count}`);
  const same = w.same(counts.unchanged, counts.duplicates);
  return [
    w.title,
    '',
    w.rows(rows, imported, skipped, refused),
    ...(reasons.length > 0 ? [`${w.skipped}${w.colon}${reasons.join(w.separator)}`] : []),
    imported > 0 ? w.taken(values, gaps, revised) : w.nothing,
    ...(same === '' ? [] : [same]),
    ...(refused > 0 ? [w.refusedRows] : []),
    ...(tables.length > 0
      ? [`${w.tables}${w.colon}${tables.map(({ path }) => path).join(w.separator)}`]
      : []),
  ];
}

function sheetLine({ sheet, rows }: SheetReport, w: TextWords): string {
  const by = (fate: string) => rows.filter((row) => row.fate.fate === fate).length;
  const name = sheet === '' ? '' : `${oneLine(sheet)}${w.colon}`;
  return `  ${name}${w.fates(by('imported'), by('skipped'), by('refused'))}`;
}

const fileLines = ({ file, format, encoding, sheets }: FileReport, w: TextWords): string[] => [
  w.file(oneLine(file), format, encoding),
  ...(sheets.length === 0 ? [`  ${w.noSheets}`] : sheets.map((sheet) => sheetLine(sheet, w))),
];

function placeOf({ file, sheet, row, cell }: ImportFinding, w: TextWords): string {
  const at = cell ?? (row === null ? '' : w.row(row));
  const between = sheet === '' || at === '' ? '' : cell === null ? ' ' : '!';
  const where = oneLine(sheet) + between + at;
  return where === '' ? `${oneLine(file)}${w.whole}` : `${oneLine(file)} ${where}`;
}

function findingLines(finding: ImportFinding, w: TextWords, locale: Locale): string[] {
  const { raw, became, rule, todo } = finding;
  const taken = became[locale];
  const read = [
    ...(raw === '' ? [] : [w.raw(short(raw))]),
    ...(taken === '' ? [] : [`→ ${oneLine(taken)}`]),
  ].join(' ');
  return [
    `- ${placeOf(finding, w)}${read === '' ? '' : `  ${read}`}`,
    `  ${oneLine(rule[locale])}`,
    ...(todo[locale] === '' ? [] : [`  ${w.todo}${oneLine(todo[locale])}`]),
  ];
}

function section(
  severity: ImportSeverity,
  groups: readonly FindingGroup[],
  w: TextWords,
  locale: Locale,
): string[] {
  const own = groups.filter((group) => group.severity === severity);
  if (own.length === 0) return [];
  const count = own.reduce((sum, { listed, more }) => sum + listed.length + more, 0);
  return [
    '',
    `${reportWords(locale).severity[severity].slice(0, 1)} ${w.sections[severity]}${w.colon}${w.count(count)}`,
    ...own.flatMap(({ listed, more }) => [
      ...listed.flatMap((finding) => findingLines(finding, w, locale)),
      ...(more > 0 ? [`  ${w.more(more)}`] : []),
    ]),
  ];
}

function questionLines({ questions }: ImportOutcome, w: TextWords, locale: Locale): string[] {
  if (questions.length === 0) return [];
  const kinds = reportWords(locale).question;
  return [
    '',
    `${w.questions}${w.colon}${w.count(questions.length)}`,
    ...questions.flatMap(({ kind, key, file, sheet, cell, proposals, waiting }) => [
      `- ${key === '' ? '' : `${w.raw(short(key))} `}${kinds[kind]}${w.separator}${w.waiting[kind](waiting)}  ${oneLine(file)} ${sheet === '' ? '' : `${oneLine(sheet)}!`}${cell}`,
      ...(kind === 'period'
        ? []
        : [
            proposals.length === 0
              ? `  ${w.noProposals}`
              : `  ${w.proposals}${proposals.map(({ code, name }) => `${name} ${code}`).join(w.separator)}`,
          ]),
    ]),
  ];
}

/** Summary, questions, errors, warnings, information; at most 50 findings of a kind one by one. */
export function reportText(outcome: ImportOutcome, locale: Locale): string {
  const w = textWords(locale);
  const groups = groupFindings(byCell(outcome.findings));
  const lines = [
    ...summary(outcome, w, locale),
    '',
    ...outcome.files.flatMap((file) => fileLines(file, w)),
    ...section('error', groups, w, locale),
    ...questionLines(outcome, w, locale),
    ...section('warning', groups, w, locale),
    ...section('information', groups, w, locale),
  ];
  return `${lines.join('\n')}\n`;
}
