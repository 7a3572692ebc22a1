/** Sheets of the library as grids: its cells are walked, its claims about sizes are not believed. */
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { CellContent, Grid } from '../grid.ts';
import { GridBuilder, type CellBudget } from '../grid-builder.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { builtInFormat, localFormat } from '../number-formats.ts';
import { booleanCell, numberCell, textCell } from '../shown.ts';
import { cellKey, type SheetScan } from './scan.ts';

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

function contentOf(cell: CellObject, format: string, date1904: boolean): CellContent | null {
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v)
        ? numberCell(cell.v, format, date1904)
        : { kind: 'error', text: String(cell.v) };
    case 's':
      return textCell(String(cell.v ?? ''));
    case 'b':
      return booleanCell(cell.v === true);
    case 'e':
      return { kind: 'error', text: ERRORS.get(Number(cell.v)) ?? '#ERROR!' };
    default:
      return null;
  }
}

/** Format of a cell: the file's own code, or what its number means. */
function formatOf(cell: CellObject, id: number | undefined): string {
  if (id !== undefined) return builtInFormat(id);
  return localFormat(typeof cell.z === 'string' ? cell.z : 'General');
}

function putCells(grid: GridBuilder, sheet: WorkSheet, scan: SheetScan, date1904: boolean): number {
  let cells = 0;
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  data.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (!cell || cell.t === 'z') return;
      cells++;
      const format = formatOf(cell, scan.formats.get(cellKey(rowIndex, column)));
      grid.put(rowIndex, column, contentOf(cell, format, date1904));
    });
  });
  return cells;
}

/**
 * Opens a checked binary workbook and hands over its sheets. `scans` has one entry for each sheet
 * in their order, null for those without cells (charts).
 */
export function gridsFromLibrary(
  bytes: Uint8Array,
  scans: readonly (SheetScan | null)[],
  limits: WorkbookLimits,
): Grid[] {
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    sheetRows: limits.rows + 1,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    cellDates: false,
    // The only way to learn which rows and columns are hidden.
    cellStyles: true,
    bookVBA: false,
  });
  if (book.SheetNames.length !== scans.length || new Set(book.SheetNames).size !== scans.length)
    throw new Refused('damaged', `${scans.length} sheets, ${book.SheetNames.length} readable`);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const states = new Map(book.Workbook?.Sheets?.map((sheet) => [sheet.name, sheet.Hidden]));
  const budget: CellBudget = { left: limits.cells };
  return book.SheetNames.flatMap((name, index) => {
    const scan = scans[index];
    if (!scan) return [];
    const sheet = book.Sheets[name];
    if (!sheet || !Array.isArray(sheet['!data']))
      throw new Refused('damaged', `${name}: unreadable`);
    const grid = new GridBuilder(name, (states.get(name) ?? 0) > 0, limits, budget);
    const cells = putCells(grid, sheet, scan, date1904);
    if (cells < scan.cells)
      throw new Refused('damaged', `${name}: ${scan.cells} cells, ${cells} readable`);
    for (const { s, e } of sheet['!merges'] ?? [])
      grid.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
    sheet['!rows']?.forEach((row, at) => row.hidden === true && grid.hideRow(at));
    sheet['!cols']?.forEach((column, at) => column.hidden === true && grid.hideColumns(at, at));
    return [grid.finish()];
  });
}
