/** Files as clerks hand them in to observations of data/, and the account of every row and cell. */
import type { Layer } from '#lib/model/index.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Period } from '../period.ts';
import type { InputFile } from '../raw/read-data.ts';
import { recogniserOf } from '../recognise/recogniser-of.ts';
import { readSheet } from '../understand/read-sheet.ts';
import type { WorkbookLimits } from '../workbook/limits.ts';
import { coverOf } from './cover.ts';
import { openFolder } from './folder.ts';
import { importSheets } from './import-sheets.ts';
import { openFiles } from './open-files.ts';
import type { HandedIn, ImportFinding, ImportOutcome, OnProgress } from './outcome.ts';
import { sayCover } from './sheet-findings.ts';

export interface ImportOptions {
  /** Answers that a person confirmed; absent for those of data/mapping.json. */
  readonly mapping?: Mapping;
  /** The only layer to import into; absent or null for the one that the institutions are of. */
  readonly layer?: Layer | null;
  /** Period of all values for which the files tell none. */
  readonly period?: Period | null;
  readonly limits?: WorkbookLimits;
  readonly onProgress?: OnProgress;
}

/**
 * Imports files into the data of a folder (`folder`: the files of data/, unchanged). Pure; the
 * result does not depend on the order of the files. Every row of every sheet is imported, skipped
 * or refused, and said so; the tables that come out pass `checkData` without an error. Never throws
 * for what is in the files; throws where this program would lose a row or a cell.
 *
 * Opening untrusted files may take seconds and some hundred megabytes, see `readWorkbook`.
 */
export function importFiles(
  handedIn: readonly HandedIn[],
  folder: readonly InputFile[],
  options: ImportOptions = {},
): ImportOutcome {
  const { layer = null, period = null, limits, onProgress } = options;
  const said: ImportFinding[] = [];
  const opened = openFiles(handedIn, limits, said, onProgress);
  const open = openFolder(folder);
  const mapping = options.mapping ?? open.data.mapping;
  const recogniser = recogniserOf(open.data, open.catalogue, mapping);
  const total = opened.reduce((sum, { grids }) => sum + rowsOf(grids), 0);
  let done = 0;
  const files = opened.map(({ grids, ...file }) => {
    const cover = coverOf(grids, file.file, recogniser);
    const sheets = grids.map((grid) => {
      onProgress?.(done, total, 'understand');
      const around = { file: file.file, sheet: grid.sheet, period, cover: cover?.period ?? null };
      const reading = readSheet(grid, around, recogniser);
      done += grid.rows;
      onProgress?.(done, total, 'understand');
      return { file: file.file, sha256: file.sha256, grid, reading };
    });
    if (cover) sayCover(cover, sheets, said);
    return { ...file, sheets };
  });
  return importSheets(files, open, {
    mapping,
    layer,
    said,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

const rowsOf = (grids: readonly { readonly rows: number }[]): number =>
  grids.reduce((sum, { rows }) => sum + rows, 0);
