/** Sheets that were taken apart to rows with fates and tables to keep. */
import type { Layer } from '#lib/model/index.ts';
import { EMPTY_MAPPING, type Mapping } from '../mapping/mapping.ts';
import { assertConserved } from './account.ts';
import { refuseConflicts, sayDuplicates } from './among-files.ts';
import { sayChanges } from './changes.ts';
import { alive, keyOf, type RowDraft, type SheetInput } from './drafts.ts';
import { inWords } from './findings/code-words.ts';
import { sortImportFindings } from './findings/import-finding.ts';
import { countAll, fateOf, importedCells } from './fates.ts';
import type { Folder } from './folder.ts';
import type { FileReport, ImportFinding, ImportOutcome, OnProgress } from './outcome.ts';
import { Questions } from './questions.ts';
import { readRows } from './read-rows.ts';
import { settle, type Settled } from './settle.ts';
import { sayOfSheet } from './sheet-findings.ts';
import { checkTotals } from './totals.ts';
import { checkTypedRatios, type Read } from './typed-ratios.ts';

/** A file with its sheets taken apart; none where it was refused. */
export interface FileInput extends Omit<FileReport, 'sheets'> {
  readonly sheets: readonly SheetInput[];
}

export interface SheetOptions {
  readonly mapping?: Mapping;
  readonly layer?: Layer | null;
  readonly onProgress?: OnProgress;
  /** What was said while the files were opened. */
  readonly said?: readonly ImportFinding[];
}

/** Progress is told about so often: every so many rows. */
const EVERY = 1000;

function readAll(
  files: readonly FileInput[],
  folder: Folder,
  { mapping = EMPTY_MAPPING, layer = null, onProgress }: SheetOptions,
  findings: ImportFinding[],
  questions: Questions,
): RowDraft[][] {
  const sheets = files.flatMap((file) => file.sheets);
  const total = sheets.reduce((sum, { grid }) => sum + grid.rows, 0);
  let done = 0;
  const onRow = () => {
    done += 1;
    if (done % EVERY === 0 || done === total) onProgress?.(done, total, 'convert');
  };
  return files.flatMap((file) => {
    const tables = file.sheets.filter(({ reading }) => reading.cells.length > 0).length;
    return file.sheets.map((input) => {
      const rows = readRows(input, { folder, mapping, layer, findings, questions }, onRow);
      sayOfSheet(input, tables > (input.reading.cells.length > 0 ? 1 : 0), findings, questions);
      checkTotals(input, findings);
      return rows;
    });
  });
}

/** The value that counts once everything is in place. */
const valueAfter =
  ({ taken }: Settled, folder: Folder): Read =>
  ({ layer, institution_id, period }, indicator) => {
    const cell = taken.get(`${layer}/${institution_id}/${indicator}/${period.period}`);
    if (cell && cell.change !== 'kept') return cell.value;
    return folder.current(layer, institution_id, indicator, period.period)?.values.value ?? null;
  };

/** Imports the sheets; throws where a row or a cell would be lost (a fault of the program). */
export function importSheets(
  files: readonly FileInput[],
  folder: Folder,
  options: SheetOptions = {},
): ImportOutcome {
  const findings = [...(options.said ?? [])];
  const questions = new Questions();
  const bySheet = readAll(files, folder, options, findings, questions);
  const rows = bySheet.flat();
  const conflicts = refuseConflicts(rows, findings);
  const settled = settle(rows, folder, findings, (round) =>
    options.onProgress?.(round, round + 1, 'check'),
  );
  options.onProgress?.(0, 1, 'finish');
  sayDuplicates(rows, settled.taken, findings);
  const standing = rows
    .filter(alive)
    .flatMap((row) => row.cells.filter((cell) => settled.taken.get(keyOf(cell)) === cell));
  sayChanges(standing, settled, folder, findings);
  const read = valueAfter(settled, folder);
  files
    .flatMap((file) => file.sheets)
    .forEach((input, index) => {
      const refused = (bySheet[index] ?? []).filter((row) => row.refused !== null);
      const at = new Set(refused.map(({ row }) => row - 1));
      checkTypedRatios(input, folder, read, at, findings);
    });

  let next = 0;
  const reports = files.map(({ sheets, ...file }): FileReport => ({
    ...file,
    sheets: sheets.map(({ grid, reading }) => ({
      sheet: grid.sheet,
      layouts: reading.layouts,
      rows: (bySheet[next++] ?? []).map((row) => ({
        row: row.row,
        fate: fateOf(row, settled.taken),
      })),
    })),
  }));
  const cells = importedCells(rows, settled.taken);
  const counts = countAll(reports, cells);
  const rowsIn = files.flatMap((file) => file.sheets).reduce((sum, { grid }) => sum + grid.rows, 0);
  assertConserved(reports, rowsIn, counts);
  options.onProgress?.(1, 1, 'finish');
  return {
    files: reports,
    cells,
    findings: inOrder(inWords(findings, folder), files),
    questions: questions.all(),
    conflicts,
    counts,
    tables: settled.merged.tables,
  };
}

function inOrder(findings: readonly ImportFinding[], files: readonly FileInput[]): ImportFinding[] {
  const order = new Map<string, number>();
  for (const { file, sheets } of files) {
    order.set(`${file}\n`, order.size);
    for (const { grid } of sheets) order.set(`${file}\n${grid.sheet}`, order.size);
  }
  return sortImportFindings(findings, (file, sheet) => order.get(`${file}\n${sheet}`) ?? -1);
}
