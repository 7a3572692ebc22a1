/** A workbook before it is written: what a sheet shows and how, without anything of the file format. */

export type CellValue = string | number | null;

/**
 * A string is always text, whatever it looks like; null is an empty cell that may have a style.
 * A formula comes from the program alone, never from data.
 */
export interface StyledCell {
  /** Of a formula: its result, shown by programs that do not calculate. */
  readonly value: CellValue;
  /** Without the leading “=”. */
  readonly formula?: string;
  /** Name in the workbook's styles; else that of the row, of the column, or none. */
  readonly style?: string;
  /** Shown when the pointer rests on the cell. */
  readonly comment?: string;
}

/** A bare value takes the style of its row or column; null is then no cell at all. */
export type SheetCell = CellValue | StyledCell;

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly style?: string;
  /** In points; else the program fits it. */
  readonly height?: number;
}

export interface SheetColumn {
  /** In letters of the standard type; a Chinese letter takes two. */
  readonly width: number;
  readonly style?: string;
}

/** Zero-based and inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface ValidationWords {
  readonly range: CellRange;
  /** What to enter, shown beside the chosen cell. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when something else was entered, which is then not taken. */
  readonly refusal?: { readonly title: string; readonly text: string };
}

export type Validation = ValidationWords &
  (
    | { readonly kind: 'whole' | 'decimal'; readonly min: number; readonly max: number }
    /** A drop-down of the cells that the formula names, e.g. `Choices!$A$2:$A$9`. */
    | { readonly kind: 'list'; readonly formula: string }
    /** Whatever the formula, written for the first cell of the range, finds true. */
    | { readonly kind: 'custom'; readonly formula: string }
  );

export interface PrintSetup {
  readonly landscape?: boolean;
  /** Zero-based rows and columns repeated on every page. */
  readonly titleRows?: readonly [first: number, last: number];
  readonly titleColumns?: readonly [first: number, last: number];
  /** Plain text, above and below every page; {page} and {pages} become numbers in the footer. */
  readonly header?: string;
  readonly footer?: string;
}

export interface SheetModel {
  /** As wished; the writer makes it one that spreadsheets take. */
  readonly name: string;
  readonly columns?: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly merges?: readonly CellRange[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly filter?: CellRange;
  readonly validations?: readonly Validation[];
  /** Only unlocked cells can be changed. There is no password: anybody may lift it. */
  readonly locked?: boolean;
  readonly print?: PrintSetup;
}

export interface FontModel {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** RRGGBB. */
  readonly colour?: string;
}

export interface StyleModel {
  readonly font?: FontModel;
  /** RRGGBB. */
  readonly fill?: string;
  /** Line on all four sides. */
  readonly border?: 'thin' | 'medium' | 'dashed' | 'double';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** As spreadsheets write it: `0.0`, `#,##0`. */
  readonly numberFormat?: string;
  /** May be changed in a locked sheet. */
  readonly unlocked?: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** `Sheet!$A$1:$B$9`, as `rangeReference` writes it. */
  readonly refersTo: string;
}

export interface WorkbookModel {
  readonly title: string;
  readonly description?: string;
  /** The program, in the reader's language. */
  readonly creator: string;
  /** ISO day: that of the data, because the clock has no say in the bytes. */
  readonly day: string;
  readonly font: { readonly name: string; readonly size: number };
  readonly styles: Readonly<Record<string, StyleModel>>;
  readonly sheets: readonly SheetModel[];
  readonly names?: readonly DefinedName[];
}

/** What spreadsheets can hold at most. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384, letters: 32_767 } as const;
