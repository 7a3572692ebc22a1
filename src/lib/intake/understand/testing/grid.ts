/** Small sheets written as rows of texts and numbers. */
import type { CellContent, Grid, Merge } from '../../workbook/grid.ts';

export type Written = string | number | null;

const content = (written: Written | undefined): CellContent | null => {
  if (written === null || written === undefined || written === '') return null;
  return typeof written === 'number'
    ? { kind: 'number', value: written, text: String(written) }
    : { kind: 'text', text: written };
};

const place = (address: string): readonly [row: number, column: number] => {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
};

/** A1:C1 as a merged place. */
export function mergeOf(range: string): Merge {
  const [from = 'A1', to = from] = range.split(':');
  const [top, left] = place(from);
  const [bottom, right] = place(to);
  return { top, left, bottom, right };
}

/** A sheet of the cells given; `merges` as A1:C1. */
export function gridOf(
  cells: readonly (readonly Written[])[],
  merges: readonly (string | Merge)[] = [],
  sheet = '',
): Grid {
  return {
    sheet,
    hidden: false,
    rows: cells.length,
    columns: Math.max(0, ...cells.map((row) => row.length)),
    cell: (row, column) => content(cells[row]?.[column]),
    merges: merges.map((merge) => (typeof merge === 'string' ? mergeOf(merge) : merge)),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** `甲县 | 45` lines as cells: an empty place between bars is an empty cell, a number a number. */
export const lines = (text: string): Written[][] =>
  text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) =>
      line.split('|').map((cell) => {
        const written = cell.trim();
        return /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written;
      }),
    );
