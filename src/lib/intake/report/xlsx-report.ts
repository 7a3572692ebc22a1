/** The report of an import as a workbook, to be handed back with the files. */
import type { Locale } from '#lib/model/index.ts';
import type { SheetModel, WorkbookModel } from '#lib/office/xlsx/index.ts';
import type { HandedIn, ImportFinding, ImportOutcome } from '../import/outcome.ts';
import type { Grid } from '../workbook/grid.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { byCell } from './by-cell.ts';
import {
  cellsSheet,
  conflictsSheet,
  findingsSheet,
  questionsSheet,
  reportRows,
  rowsSheet,
  type Listing,
} from './xlsx-lists.ts';
import { markedSheet } from './xlsx-marked.ts';
import { REPORT_STYLES } from './xlsx-styles.ts';
import { summarySheet } from './xlsx-summary.ts';
import { reportWords, type ReportWords } from './xlsx-words.ts';

/** A workbook that still opens quickly; what is left out is said in the summary. */
export const REPORT_LIMITS = {
  findings: 20_000,
  rows: 60_000,
  cells: 60_000,
  markedSheets: 20,
  markedRows: 5_000,
  markedColumns: 200,
} as const;

export interface ReportOptions {
  readonly locale: Locale;
  /** ISO day that the file is dated with. */
  readonly day: string;
  /** Names of institutions and indicators by their codes. */
  readonly names?: ReadonlyMap<string, string>;
  /** The files once more; without them no sheet is marked. */
  readonly handedIn?: readonly HandedIn[];
}

interface Marks {
  readonly sheets: readonly SheetModel[];
  /** Sheets with findings that were left out. */
  readonly without: readonly string[];
}

function bySheet(findings: readonly ImportFinding[]) {
  const sheets = new Map<string, Map<string, ImportFinding[]>>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    const ofFile = sheets.get(finding.file) ?? new Map<string, ImportFinding[]>();
    sheets.set(finding.file, ofFile);
    const own = ofFile.get(finding.sheet) ?? [];
    ofFile.set(finding.sheet, own);
    own.push(finding);
  }
  return sheets;
}

const isSmall = ({ rows, columns }: Grid) =>
  rows <= REPORT_LIMITS.markedRows && columns <= REPORT_LIMITS.markedColumns;

function marks(
  findings: readonly ImportFinding[],
  { handedIn = [], locale }: ReportOptions,
  words: ReportWords,
): Marks {
  const sheets: SheetModel[] = [];
  const without: string[] = [];
  for (const [file, ofFile] of bySheet(findings)) {
    const bytes = handedIn.find(({ name }) => name === file)?.bytes;
    const read = bytes && readWorkbook(file, bytes);
    for (const [sheet, own] of ofFile) {
      const grid = read?.ok ? read.grids.find((one) => one.sheet === sheet) : undefined;
      if (!grid || !isSmall(grid) || sheets.length >= REPORT_LIMITS.markedSheets)
        without.push(sheet === '' ? file : `${file} ${sheet}`);
      else {
        const copy = markedSheet(grid, own, words, locale);
        const name = sheet === '' ? words.sheets.marked(file) : copy.name;
        sheets.push({ ...copy, name });
      }
    }
  }
  return { sheets, without };
}

/**
 * Summary, findings, what is to be confirmed, conflicts, every row's fate, every imported cell, and
 * copies of the sheets with their findings marked. Text of the files stays text whatever it is.
 */
export function reportWorkbook(outcome: ImportOutcome, options: ReportOptions): WorkbookModel {
  const { locale, day, names = new Map<string, string>(), handedIn } = options;
  const words = reportWords(locale);
  const of: Listing = { locale, words, names };
  const remarks: string[] = [];
  const first = <T>(all: readonly T[], most: number, what: string): readonly T[] => {
    if (all.length > most) remarks.push(words.summary.cut(what, most, all.length));
    return all.slice(0, most);
  };
  const grouped = byCell(outcome.findings);
  const findings = first(grouped, REPORT_LIMITS.findings, words.sheets.findings);
  const rows = first(reportRows(outcome), REPORT_LIMITS.rows, words.sheets.rows);
  const cells = first(outcome.cells, REPORT_LIMITS.cells, words.sheets.cells);
  const { sheets: copies, without } = marks(findings, options, words);
  if (copies.length > 0) remarks.push(words.summary.marks);
  if (handedIn && without.length > 0) remarks.push(words.summary.unmarked(without.join('、')));
  return {
    title: words.title,
    creator: words.creator,
    day,
    font: { name: '宋体', size: 10 },
    styles: REPORT_STYLES,
    sheets: [
      summarySheet(outcome, grouped, remarks, words),
      findingsSheet(findings, of),
      ...(outcome.questions.length > 0 ? [questionsSheet(outcome, of)] : []),
      ...(outcome.conflicts.length > 0 ? [conflictsSheet(outcome, of)] : []),
      rowsSheet(rows, outcome.findings, of),
      cellsSheet(cells, of),
      ...copies,
    ],
  };
}
