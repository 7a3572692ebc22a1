/** The report for programs. Complete: nothing is grouped or cut; no clock, the order is that of the files. */
import type { ImportedCell, ImportOutcome, RowReport } from '../import/outcome.ts';

/** Goes up when a field changes its meaning or goes away; new fields may come without. */
export const REPORT_FORMAT = 'hengjian-intake-report';
export const REPORT_VERSION = 1;

const rowOf = ({ row, fate }: RowReport) => ({ row, ...fate });

/** `became` is what the cell was taken for, `rule` the conversions that fired, in their order. */
const cellOf = (cell: ImportedCell) => ({
  file: cell.file,
  sheet: cell.sheet,
  cell: cell.cell,
  row: cell.row,
  raw: cell.raw,
  institution_id: cell.institution_id,
  region_code: cell.region_code,
  indicator: cell.indicator,
  period: cell.period,
  became: {
    value: cell.value,
    missing_reason: cell.missing_reason,
    value_text: cell.value_text,
    unit: cell.unit,
    qualifier: cell.qualifier,
  },
  rule: cell.conversions,
  change: cell.change,
  before: cell.before,
});

/**
 * The report as a plain object:
 *
 * - `format`, `version`
 * - `counts`: rows = imported + skipped + refused; values, gaps, revised, unchanged, duplicates
 * - `files`: name, SHA-256, bytes, format, encoding, refusal (null for a file that was opened) and
 *   `sheets` with `layouts` and `rows`, every row of the sheet with its `fate`: `imported` with the
 *   number of values and gaps, `skipped` or `refused` with the `reason`, a code
 * - `findings`: severity, code, file, sheet, row, cell, raw text, what it became, rule, what to do;
 *   texts in Chinese (`zh`) and English (`en`)
 * - `questions`: what has to be confirmed once, with proposals
 * - `conflicts`: numbers that cells of the files tell differently
 * - `cells`: every value and gap that was read in rows that stand
 * - `tables`: files of the data folder that change, by path and size
 */
export const reportOf = (outcome: ImportOutcome) => ({
  format: REPORT_FORMAT,
  version: REPORT_VERSION,
  counts: outcome.counts,
  files: outcome.files.map(({ sheets, ...file }) => ({
    ...file,
    sheets: sheets.map(({ sheet, layouts, rows }) => ({ sheet, layouts, rows: rows.map(rowOf) })),
  })),
  findings: outcome.findings,
  questions: outcome.questions,
  conflicts: outcome.conflicts,
  cells: outcome.cells.map(cellOf),
  tables: outcome.tables.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
});

export type IntakeReport = ReturnType<typeof reportOf>;

/** The report as text of JSON, ending in a line end; the same outcome gives the same bytes. */
export const reportJson = (outcome: ImportOutcome): string =>
  `${JSON.stringify(reportOf(outcome), null, 1)}\n`;
