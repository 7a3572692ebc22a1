/** Tables of the pages as tables of documents. */
import type { Cell, TableBlock } from '#lib/office/docx/index.ts';
import type { TableCell, TableColumn, TableRow } from '#lib/ui/data-table.ts';

function cellOf(cell: TableCell | string, numeric: boolean): Cell {
  if (typeof cell === 'string') return { kind: numeric ? 'number' : 'text', text: cell };
  const { text, sub = '', missing = false } = cell;
  return {
    kind: missing ? 'missing' : numeric ? 'number' : 'text',
    text,
    ...(sub === '' ? {} : { sub }),
  };
}

const withUnit = (label: string, unit: string): string =>
  /\p{Script=Han}/u.test(label) ? `${label}（${unit}）` : `${label} (${unit})`;

/** The first column takes the room of two. */
export const tableBlock = (
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableBlock => ({
  kind: 'table',
  caption,
  columns: columns.map(({ label, unit, numeric = false }, i) => {
    const title = unit === undefined || unit === '' ? label : withUnit(label, unit);
    // 2021→2025 on one line.
    const width = i === 0 ? 2 : Math.max(2.4, title.length * 0.33);
    return { title, width, align: numeric ? 'right' : 'left' };
  }),
  rows: rows.map(({ cells }) => cells.map((cell, i) => cellOf(cell, columns[i]?.numeric ?? false))),
});
