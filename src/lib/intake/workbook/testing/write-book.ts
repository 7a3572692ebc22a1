/** Workbooks as other programs write them, made by the library that reads them here. */
import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';

export interface BookCell {
  readonly text: string;
  readonly number?: number;
  readonly format?: string;
  readonly formula?: string;
  /** ISO day. */
  readonly day?: string;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly hidden?: boolean;
}

/** Days since 30 December 1899, as spreadsheets count them. */
const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

function cellOf({ text, number, format, formula, day }: BookCell): CellObject | null {
  if (day !== undefined) return { t: 'n', v: serial(day), z: format ?? 'yyyy-mm-dd' };
  if (number === undefined) return text === '' ? null : { t: 's', v: text };
  const shown = format === undefined ? {} : { z: format };
  return { t: 'n', v: number, ...shown, ...(formula === undefined ? {} : { f: formula }) };
}

function sheetOf({ rows, merges, hiddenRows, hiddenColumns }: BookSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 0;
  rows.forEach((cells, r) =>
    cells.forEach((cell, c) => {
      const content = cell && cellOf(cell);
      if (!content) return;
      width = Math.max(width, c + 1);
      sheet[utils.encode_cell({ r, c })] = content;
    }),
  );
  sheet['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: rows.length - 1, c: width - 1 },
  });
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  sheet['!rows'] = rows.map((_, row) => ({ hidden: hiddenRows.includes(row) }));
  sheet['!cols'] = Array.from({ length: width }, (_, column) => ({
    hidden: hiddenColumns.includes(column),
  }));
  return sheet;
}

/** The bytes of a workbook; `biff8` is what .xls and .et files hold. */
export function writeBook(sheets: readonly BookSheet[], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}
