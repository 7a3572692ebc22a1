/** Holds what an import came to against what the files tell. */
import Papa from 'papaparse';
import { cellAddress } from '../../csv/address.ts';
import { importFiles, type ImportOptions } from '../../import/import-files.ts';
import type { HandedIn, ImportFinding, ImportOutcome } from '../../import/outcome.ts';
import { corpusFolder } from './folder.ts';
import type { Sheet } from './sheet.ts';

const FOLDER = corpusFolder();

export const importCorpus = (files: readonly HandedIn[], options: ImportOptions = {}) =>
  importFiles(files, FOLDER, options);

/** A file as it is handed in, with the sheets it is made of. */
export interface CorpusFile extends HandedIn {
  readonly sheets: readonly Sheet[];
  /** Text files have sheets without a name. */
  readonly named: boolean;
}

const told = (of: {
  readonly institution_id: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number | null;
  readonly missing_reason: string | null;
  readonly qualifier: string;
}) =>
  [of.institution_id, of.indicator, of.period, of.value, of.missing_reason, of.qualifier].join(' ');

/** What must come out, cell by cell: `file!sheet!C5 …`; rows named in `refused` bring nothing. */
export function expectedCells(
  { name, sheets, named }: CorpusFile,
  refused: (sheet: Sheet, row: number) => boolean = () => false,
): string[] {
  return sheets
    .flatMap((sheet) =>
      sheet.expected
        .filter(({ row }) => !refused(sheet, row))
        .map(
          (one) =>
            `${name}!${named ? sheet.name : ''}!${cellAddress(one.column, one.row + 1)} ${told(one)}`,
        ),
    )
    .sort();
}

export const importedCells = ({ cells }: ImportOutcome): string[] =>
  cells.map((cell) => `${cell.file}!${cell.sheet}!${cell.cell} ${told(cell)}`).sort();

/** Rows of a sheet up to the last with content. */
function physicalRows({ rows }: Sheet): number {
  let last = rows.length;
  const isEmpty = (row: Sheet['rows'][number] | undefined) =>
    !row || row.every((cell) => (cell?.text ?? '') === '' && cell?.number === undefined);
  while (last > 0 && isEmpty(rows[last - 1])) last -= 1;
  return last;
}

/** What is wrong with the account of the rows; empty where every row has exactly one fate. */
export function unaccounted(outcome: ImportOutcome, files: readonly CorpusFile[]): string[] {
  const faults: string[] = [];
  let rows = 0;
  const fates = { imported: 0, skipped: 0, refused: 0 };
  for (const file of files) {
    const report = outcome.files.find((one) => one.file === file.name);
    if (!report) {
      faults.push(`${file.name}: no report`);
      continue;
    }
    if (report.bytes !== file.bytes.length) faults.push(`${file.name}: ${report.bytes} bytes`);
    file.sheets.forEach((sheet, at) => {
      const listed = report.sheets[at]?.rows ?? [];
      const expected = physicalRows(sheet);
      rows += listed.length;
      for (const { fate } of listed) fates[fate.fate] += 1;
      const order = listed.every(({ row }, index) => row === index + 1);
      // A text file ends where its last line does, empty or not.
      const complete = listed.length === expected || listed.length === sheet.rows.length;
      if (!order || !complete)
        faults.push(`${file.name} ${sheet.name}: ${listed.length} rows of ${expected} listed`);
      const withValue = new Set(
        outcome.cells
          .filter((cell) => cell.file === file.name && (!file.named || cell.sheet === sheet.name))
          .map(({ row }) => row),
      );
      for (const { row, fate } of listed)
        if (fate.fate === 'refused' && withValue.has(row))
          faults.push(`${file.name} row ${row}: refused, and yet a value was taken`);
    });
  }
  const { counts } = outcome;
  if (counts.rows !== rows) faults.push(`${counts.rows} rows counted, ${rows} listed`);
  for (const fate of ['imported', 'skipped', 'refused'] as const)
    if (counts[fate] !== fates[fate]) faults.push(`${fate}: ${counts[fate]} and ${fates[fate]}`);
  if (counts.imported + counts.skipped + counts.refused !== counts.rows)
    faults.push('rows in are not rows out');
  return faults;
}

const PATH = /^(\w+)\/observations\/(\d{4})\.csv$/;
const key = (row: Record<string, string>) =>
  [row['institution_id'], row['indicator'], row['period']].join(' ');

/** Values of the tables to keep that are not those of the cells, and the other way round. */
export function wrongTables({ tables, cells }: ImportOutcome): string[] {
  const kept = new Map<string, Record<string, string>>();
  for (const { path, bytes } of tables) {
    if (!PATH.test(path)) continue;
    const rows = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes).trimEnd(), {
      header: true,
    }).data;
    for (const row of rows) {
      const before = kept.get(key(row));
      if (!before || Number(before['revision']) < Number(row['revision'])) kept.set(key(row), row);
    }
  }
  return cells.flatMap((cell) => {
    if (cell.change === 'unchanged' || cell.change === 'kept' || cell.change === 'duplicate')
      return [];
    const row = kept.get([cell.institution_id, cell.indicator, cell.period].join(' '));
    const same =
      row !== undefined &&
      row['value'] === (cell.value === null ? '' : String(cell.value)) &&
      row['missing_reason'] === (cell.missing_reason ?? '') &&
      row['qualifier'] === cell.qualifier &&
      row['region_code'] === cell.region_code &&
      row['origin_cell'] === cell.cell &&
      (row['raw_text'] ?? '').replace(/^'/, '') === cell.raw.replace(/\r\n?/g, '\n');
    return same ? [] : [`${cell.cell} ${told(cell)}: ${JSON.stringify(row ?? null)}`];
  });
}

export const ofSeverity = (
  { findings }: Pick<ImportOutcome, 'findings'>,
  severity: ImportFinding['severity'],
): string[] =>
  findings
    .filter((one) => one.severity === severity)
    .map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
