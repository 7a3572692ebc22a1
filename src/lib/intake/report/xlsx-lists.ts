/** The lists of the report: findings, questions, conflicts, rows and cells. */
import type { Locale } from '#lib/model/index.ts';
import type { SheetModel } from '#lib/office/xlsx/index.ts';
import type { ImportedCell, ImportFinding, ImportOutcome, RowFate } from '../import/outcome.ts';
import { tableSheet, type TableColumn } from './xlsx-table.ts';
import type { ReportWords } from './xlsx-words.ts';

export interface Listing {
  readonly locale: Locale;
  readonly words: ReportWords;
  /** Name of an institution or indicator beside its code; the code alone where none is known. */
  readonly names: ReadonlyMap<string, string>;
}

const named = (code: string, { names }: Listing): string => {
  const name = names.get(code);
  return name === undefined ? code : `${name}（${code}）`;
};

export function findingsSheet(findings: readonly ImportFinding[], of: Listing): SheetModel {
  const { words: w, locale } = of;
  const c = w.columns;
  const columns: TableColumn<ImportFinding>[] = [
    { head: c.severity, of: ({ severity }) => w.severity[severity] },
    { head: c.file, of: ({ file }) => file, style: 'text' },
    { head: c.sheet, of: ({ sheet }) => sheet, style: 'text' },
    { head: c.row, of: ({ row }) => row },
    { head: c.cell, of: ({ cell }) => cell },
    { head: c.raw, of: ({ raw }) => raw, style: 'text' },
    { head: c.became, of: ({ became }) => became[locale], style: 'text' },
    { head: c.rule, of: ({ rule }) => rule[locale], style: 'text', most: 44 },
    { head: c.todo, of: ({ todo }) => todo[locale], style: 'text', most: 44 },
    { head: c.code, of: ({ code }) => code },
  ];
  const severity = columns[0];
  return tableSheet(
    w.sheets.findings,
    columns,
    findings,
    (row, column) => (column === severity ? row.severity : (column.style ?? 'plain')),
    w.footer,
  );
}

export function questionsSheet({ questions }: ImportOutcome, { words: w }: Listing): SheetModel {
  const c = w.columns;
  return tableSheet(
    w.sheets.questions,
    [
      { head: c.question, of: ({ kind }) => w.question[kind] },
      { head: c.key, of: ({ key }) => key, style: 'text', most: 40 },
      {
        head: c.proposals,
        of: ({ proposals }) => proposals.map(({ code, name }) => `${name}（${code}）`).join('\n'),
        style: 'text',
        most: 44,
      },
      { head: c.waiting, of: ({ waiting }) => waiting },
      { head: c.file, of: ({ file }) => file, style: 'text' },
      { head: c.sheet, of: ({ sheet }) => sheet, style: 'text' },
      { head: c.cell, of: ({ cell }) => cell },
    ],
    questions,
    undefined,
    w.footer,
  );
}

export function conflictsSheet({ conflicts }: ImportOutcome, of: Listing): SheetModel {
  const { words: w } = of;
  const c = w.columns;
  const rows = conflicts.flatMap((conflict) =>
    conflict.cells.map((cell) => ({ ...conflict, cell })),
  );
  return tableSheet(
    w.sheets.conflicts,
    [
      { head: c.institution, of: ({ institution_id }) => named(institution_id, of), style: 'text' },
      { head: c.indicator, of: ({ indicator }) => named(indicator, of), style: 'text' },
      { head: c.period, of: ({ period }) => period },
      { head: c.file, of: ({ cell }) => cell.file, style: 'text' },
      { head: c.sheet, of: ({ cell }) => cell.sheet, style: 'text' },
      { head: c.cell, of: ({ cell }) => cell.cell },
      { head: c.raw, of: ({ cell }) => cell.raw, style: 'text' },
      { head: c.value, of: ({ cell }) => cell.value },
    ],
    rows,
    undefined,
    w.footer,
  );
}

export interface ReportRow {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly fate: RowFate;
}

/** Every row of every sheet, in order. */
export const reportRows = ({ files }: ImportOutcome): readonly ReportRow[] =>
  files.flatMap(({ file, sheets }) =>
    sheets.flatMap(({ sheet, rows }) => rows.map((row) => ({ file, sheet, ...row }))),
  );

export function rowsSheet(
  rows: readonly ReportRow[],
  findings: readonly ImportFinding[],
  { words: w, locale }: Listing,
): SheetModel {
  const c = w.columns;
  const key = (file: string, sheet: string, row: number | null, code: string) =>
    JSON.stringify([file, sheet, row, code]);
  const rules = new Map<string, string>();
  for (const { severity, file, sheet, row, code, rule } of findings) {
    const place = key(file, sheet, row, code);
    if (severity === 'error' || !rules.has(place)) rules.set(place, rule[locale]);
  }
  const why = ({ file, sheet, row, fate }: ReportRow): string => {
    switch (fate.fate) {
      case 'imported':
        return w.taken(fate.values, fate.gaps);
      case 'skipped':
        return w.skip[fate.reason];
      case 'refused':
        return (
          rules.get(key(file, sheet, row, fate.reason)) ??
          rules.get(key(file, sheet, null, fate.reason)) ??
          fate.reason
        );
    }
  };
  return tableSheet<ReportRow>(
    w.sheets.rows,
    [
      { head: c.file, of: ({ file }) => file },
      { head: c.sheet, of: ({ sheet }) => sheet },
      { head: c.row, of: ({ row }) => row },
      { head: c.fate, of: ({ fate }) => w.fate[fate.fate] },
      { head: c.why, of: why, style: 'text', most: 60 },
    ],
    rows,
    undefined,
    w.footer,
  );
}

export function cellsSheet(cells: readonly ImportedCell[], of: Listing): SheetModel {
  const { words: w } = of;
  const c = w.columns;
  return tableSheet<ImportedCell>(
    w.sheets.cells,
    [
      { head: c.file, of: ({ file }) => file },
      { head: c.sheet, of: ({ sheet }) => sheet },
      { head: c.cell, of: ({ cell }) => cell },
      { head: c.raw, of: ({ raw }) => raw },
      { head: c.institution, of: ({ institution_id }) => named(institution_id, of), most: 36 },
      { head: c.region, of: ({ region_code }) => region_code },
      { head: c.indicator, of: ({ indicator }) => named(indicator, of), most: 36 },
      { head: c.period, of: ({ period }) => period },
      { head: c.value, of: ({ value }) => value },
      {
        head: c.missing,
        of: ({ missing_reason: reason }) => (reason === null ? null : w.reason[reason]),
      },
      { head: c.unit, of: ({ unit }) => unit },
      { head: c.qualifier, of: ({ qualifier }) => w.qualifier[qualifier] },
      {
        head: c.conversions,
        of: ({ conversions }) => conversions.map((rule) => w.conversion[rule]).join('、'),
      },
      { head: c.change, of: ({ change }) => w.change[change] },
      { head: c.before, of: ({ before }) => before },
    ],
    cells,
    undefined,
    w.footer,
  );
}
