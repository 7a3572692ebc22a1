/** The table itself as a sheet: numbers as numbers, its header in sight, its origin below. */
import {
  columnWidth,
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
  const top: SheetRow[] = [
    ...(mark === null ? [] : [{ cells: [{ value: mark, style: 'mark' }] }]),
    ...above.map((value, i) => ({ cells: [{ value, style: i === 0 ? 'title' : 'line' }] })),
  ];
  const heads = [...columns, ...(nature ? [nature.head] : [])];
  const body = rows.map((row) => ({
    cells: [
      ...row.map((value, x): SheetCell => {
        const style = typeof value === 'number' ? decimalStyle(decimals[x] ?? 0) : 'text';
        return { value, style };
      }),
      ...(nature ? [{ value: nature.text, style: 'text' }] : []),
    ],
  }));
  const widths = columns.map((head, x) =>
    // A header may take two lines.
    Math.max(
      columnWidth([head], 8, 14),
      columnWidth(
        rows.map((row) => shownWidth(row[x] ?? null, decimals[x] ?? 0)),
        8,
        40,
      ),
    ),
  );
  const header = top.length;
  return {
    name,
    columns: [...widths, ...(nature ? [columnWidth([nature.text], 12, 40)] : [])].map((width) => ({
      width,
    })),
    rows: [
      ...top,
      { cells: heads, style: 'head', height: 30 },
      ...body,
      { cells: [] },
      ...below.map((value) => ({ cells: [{ value, style: 'line' }] })),
    ],
    frozen: { rows: header + 1, columns: 0 },
    filter: { top: header, left: 0, bottom: header + rows.length, right: heads.length - 1 },
    print: { landscape: columns.length > 6, titleRows: [header, header], footer },
  };
}
