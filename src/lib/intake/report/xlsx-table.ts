/** A list as a sheet: header, filter, widths by content, as many rows as are useful. */
import {
  columnWidth,
  type CellValue,
  type SheetCell,
  type SheetModel,
} from '#lib/office/xlsx/index.ts';

export interface TableColumn<T> {
  readonly head: string;
  readonly of: (row: T) => CellValue;
  /** Style by name; default plain. */
  readonly style?: string;
  /** Widest; default 24. */
  readonly most?: number;
}

/** The widths follow the first rows only: a long list is not measured whole. */
const MEASURED = 500;

export function tableSheet<T>(
  name: string,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
  styleOf: (row: T, column: TableColumn<T>) => string = (_row, { style = 'plain' }) => style,
  footer?: string,
): SheetModel {
  const widths = columns.map(({ head, of, most = 24 }) => {
    const texts = rows.slice(0, MEASURED).map((row) => String(of(row) ?? ''));
    return { width: columnWidth([head, ...texts], 6, most) };
  });
  const body = rows.map((row) => ({
    cells: columns.map((column): SheetCell => {
      const value = column.of(row);
      return value === null || value === '' ? null : { value, style: styleOf(row, column) };
    }),
  }));
  return {
    name,
    columns: widths,
    rows: [{ cells: columns.map(({ head }) => head), style: 'head' }, ...body],
    frozen: { rows: 1, columns: 0 },
    filter: { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 },
    print: { landscape: true, titleRows: [0, 0], ...(footer === undefined ? {} : { footer }) },
  };
}
