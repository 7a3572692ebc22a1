/** The fate of every row, and what the whole comes to. */
import { alive, cellPlace, isWritten, keyOf, type CellDraft, type RowDraft } from './drafts.ts';
import type { Counts, FileReport, ImportedCell, RowFate } from './outcome.ts';

type Taken = ReadonlyMap<string, CellDraft>;

const isTaken = (cell: CellDraft, taken: Taken) => taken.get(keyOf(cell)) === cell;

export function fateOf(row: RowDraft, taken: Taken): RowFate {
  if (row.refused !== null) return { fate: 'refused', reason: row.refused };
  if (row.skipped !== null) return { fate: 'skipped', reason: row.skipped };
  const written = row.cells.filter((cell) => isTaken(cell, taken) && isWritten(cell));
  if (written.length > 0) {
    const gaps = written.filter(({ missing_reason }) => missing_reason !== null).length;
    return { fate: 'imported', values: written.length - gaps, gaps };
  }
  const unchanged = row.cells.every((cell) => !isWritten(cell));
  return { fate: 'skipped', reason: unchanged ? 'unchanged' : 'duplicate' };
}

/** The cells of rows that stand, in the order of the files. */
export function importedCells(rows: readonly RowDraft[], taken: Taken): ImportedCell[] {
  return rows.filter(alive).flatMap((row) =>
    row.cells.map((cell): ImportedCell => {
      const { file, sheet } = cellPlace(cell);
      return {
        file,
        sheet,
        cell: cell.at,
        row: row.row,
        raw: cell.raw,
        institution_id: cell.institution_id,
        region_code: cell.region_code,
        indicator: cell.indicator,
        period: cell.period.period,
        value: cell.value,
        missing_reason: cell.missing_reason,
        value_text: cell.value_text,
        unit: cell.unit,
        qualifier: cell.qualifier,
        conversions: cell.conversions,
        change: isTaken(cell, taken) ? cell.change : 'duplicate',
        before: cell.before,
      };
    }),
  );
}

export function countAll(files: readonly FileReport[], cells: readonly ImportedCell[]): Counts {
  const rows = files.flatMap((file) => file.sheets.flatMap((sheet) => sheet.rows));
  const by = (fate: RowFate['fate']) => rows.filter((row) => row.fate.fate === fate).length;
  const imported = rows.flatMap(({ fate }) => (fate.fate === 'imported' ? [fate] : []));
  const changes = (...wanted: ImportedCell['change'][]) =>
    cells.filter(({ change }) => wanted.includes(change)).length;
  return {
    rows: rows.length,
    imported: by('imported'),
    skipped: by('skipped'),
    refused: by('refused'),
    values: imported.reduce((sum, { values }) => sum + values, 0),
    gaps: imported.reduce((sum, { gaps }) => sum + gaps, 0),
    revised: changes('revises'),
    unchanged: changes('unchanged', 'kept'),
    duplicates: changes('duplicate'),
  };
}
