/** Grids and results in a shape that tests can compare at a glance. */
import type { CellContent, Grid, WorkbookRead } from '../grid.ts';

const KIND = { text: '', number: '#', date: '@', boolean: '?', error: '!' } as const;

/** `甲县`, `#45`, `#0.5 (50%)`, `@2023-12-01`, `?TRUE`, `!#N/A`; an empty cell is ''. */
export function shownCell(cell: CellContent | null): string {
  if (cell === null) return '';
  const mark = KIND[cell.kind];
  if (cell.kind === 'date') return `${mark}${cell.day}`;
  if (cell.kind !== 'number') return mark + cell.text;
  const plain = String(cell.value);
  return plain === cell.text ? mark + plain : `${mark}${plain} (${cell.text})`;
}

/** All cells of a grid. */
export const shownRows = (grid: Grid): string[][] =>
  Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => shownCell(grid.cell(row, column))),
  );

/** The only grid of a file that must have been read. */
export function onlyGrid(read: WorkbookRead): Grid {
  if (!read.ok) throw new Error(`${read.refusal}: ${read.detail}`);
  const [grid] = read.grids;
  if (!grid || read.grids.length !== 1) throw new Error(`${read.grids.length} grids`);
  return grid;
}

/** Why a file was refused; `read` where it was not. */
export const refusalOf = (read: WorkbookRead): string => (read.ok ? 'read' : read.refusal);
