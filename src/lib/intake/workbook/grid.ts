/** A sheet of any file as cells with their places, before anything is understood. */

/** What a cell of a workbook holds; text files hold text only. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is what the spreadsheet shows (its number format applied), `value` the full double. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  /** A cell with a date format: ISO day, and what the spreadsheet shows. */
  | { readonly kind: 'date'; readonly day: string; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly text: string }
  /** A formula that came to an error (#DIV/0!), or was never worked out: then itself, after “=”. */
  | { readonly kind: 'error'; readonly text: string };

/** A rectangle of cells that are one; only its top left cell has content. Zero-based, inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** Name of the sheet; empty for files that have none. */
  readonly sheet: string;
  readonly hidden: boolean;
  /** Rows and columns up to the last one with content, within the limits. */
  readonly rows: number;
  readonly columns: number;
  /** Zero-based; null for an empty cell and for all but the first of a merge. */
  cell(row: number, column: number): CellContent | null;
  readonly merges: readonly Merge[];
  /** Zero-based rows and columns that the spreadsheet does not show. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Why a file was refused before its cells were looked at. */
export const REFUSALS = [
  'empty',
  'too_large',
  'zip_bomb',
  'too_many_parts',
  'too_many_cells',
  'not_this_format',
  'encrypted',
  'damaged',
  'encoding',
  'unknown_format',
  'too_slow',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type WorkbookRead =
  | {
      readonly ok: true;
      /** What the bytes were read as, whatever the file is called. */
      readonly format: WorkbookFormat;
      /** Encoding of a text file; null for workbooks. */
      readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | null;
      readonly grids: readonly Grid[];
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly detail: string };

export const WORKBOOK_FORMATS = [
  'xlsx',
  'xlsb',
  'xls',
  'ods',
  'et',
  'csv',
  'tsv',
  'parquet',
] as const;
export type WorkbookFormat = (typeof WORKBOOK_FORMATS)[number];
