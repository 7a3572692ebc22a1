/** The table itself as a sheet: numbers as numbers, its header in sight, its origin below. */
import {
  columnWidth,
  printedWidth,
  type CellRange,
  type SheetCell,
  type SheetModel,
  type SheetRow,
} from '#lib/office/xlsx/index.ts';
import type { CsvCell, Sheet } from './csv.ts';
import { decimalStyle, MOST_DECIMALS } from './table-xlsx-styles.ts';

export interface TableLines {
  /** What must be known of the data before anything else; null where nothing must. */
  readonly mark: string | null;
  /** Title, what is shown, unit. */
  readonly above: readonly string[];
  /** Source, cut-off, scheme, note. */
  readonly below: readonly string[];
  /** Of a last column that says in every row what the data are, so that a copied row still does. */
  readonly nature: { readonly head: string; readonly text: string } | null;
}

/** Decimals enough to tell the numbers of a column apart from 0; none for whole numbers. */
export function decimalsOf(values: readonly CsvCell[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.every(Number.isInteger)) return 0;
  const smallest = Math.min(...numbers.filter((value) => value !== 0).map(Math.abs));
  return Math.min(MOST_DECIMALS, Math.max(2, 1 - Math.floor(Math.log10(smallest))));
}

function shownWidth(value: CsvCell, decimals: number): string {
  if (value === null) return '';
  return typeof value === 'number' ? value.toFixed(decimals) : value;
}

/** Points a line of text takes. */
const LINE = { title: 21, text: 14 };

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce(
      (sum, part) => sum + Math.max(1, Math.ceil(printedWidth(part) / Math.max(1, width))),
      0,
    );

/** Throws a RangeError for a row of another length than the header. */
export function tableSheet(
  name: string,
  { columns, rows }: Sheet,
  lines: TableLines,
  footer: string,
): SheetModel {
  rows.forEach((row, i) => {
    if (row.length !== columns.length)
      throw new RangeError(
        `Row ${i + 1} has ${row.length} cells, the header has ${columns.length}.`,
      );
  });
  const { mark, above, below, nature } = lines;
  const decimals = columns.map((_, x) => decimalsOf(rows.map((row) => row[x] ?? null)));
  const heads = [...columns, ...(nature ? [nature.head] : [])];
  const widths = [
    ...columns.map((head, x) => {
      const texts = rows.map((row) => shownWidth(row[x] ?? null, decimals[x] ?? 0));
      // A heading may take several lines.
      return Math.max(columnWidth([head], 8, 14), columnWidth(texts, 8, 40));
    }),
    ...(nature ? [columnWidth([nature.text], 12, 40)] : []),
  ];
  const across = widths.reduce((sum, width) => sum + width, 0);
  const line = (value: string, style: string): SheetRow => ({
    cells: [{ value, style }],
    height: linesOf(value, across) * LINE[style === 'title' ? 'title' : 'text'],
  });
  const top = [
    ...(mark === null ? [] : [line(mark, 'mark')]),
    ...above.map((value, i) => line(value, i === 0 ? 'title' : 'line')),
  ];
  const body = rows.map((row) => ({
    cells: [
      ...row.map((value, x): SheetCell => {
        const style = typeof value === 'number' ? decimalStyle(decimals[x] ?? 0) : 'text';
        return { value, style };
      }),
      ...(nature ? [{ value: nature.text, style: 'text' }] : []),
    ],
  }));
  const header = top.length;
  const headLines = Math.max(1, ...heads.map((head, x) => linesOf(head, (widths[x] ?? 8) - 1)));
  const foot = header + 1 + body.length + 1;
  const whole = (row: number): CellRange => ({
    top: row,
    left: 0,
    bottom: row,
    right: heads.length - 1,
  });
  const alone = [...top.map((_, i) => i), ...below.map((_, i) => foot + i)];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [
      ...top,
      { cells: heads, style: 'head', height: (headLines + 0.5) * LINE.text },
      ...body,
      { cells: [] },
      ...below.map((value) => line(value, 'line')),
    ],
    merges: heads.length > 1 ? alone.map(whole) : [],
    frozen: { rows: header + 1, columns: 0 },
    filter: { top: header, left: 0, bottom: header + rows.length, right: heads.length - 1 },
    print: { landscape: columns.length > 6, titleRows: [header, header], footer },
  };
}
