/** What an import came to: every row and every cell with its fate, and the tables to keep. */
import type { LocalText, MissingReason, Qualifier } from '#lib/model/index.ts';
import type { Question } from '../mapping/mapping.ts';
import type { InputFile } from '../raw/read-data.ts';
import type { RowRole } from '../understand/sheet-reading.ts';
import type { Conversion } from '../values/read-value.ts';
import type { ReadRows } from '../workbook/from-rows.ts';
import type { Refusal, WorkbookFormat } from '../workbook/grid.ts';

export type ImportSeverity = 'error' | 'warning' | 'information';

/** One thing said about one place of one handed-in file. */
export interface ImportFinding {
  readonly severity: ImportSeverity;
  readonly code: string;
  readonly file: string;
  /** Empty for text files. */
  readonly sheet: string;
  /** As the spreadsheet counts them, from 1; null for the whole file or sheet. */
  readonly row: number | null;
  /** A1 address; null for a whole row, sheet or file. */
  readonly cell: string | null;
  /** Text as written. */
  readonly raw: string;
  /** What it became, in words or digits; empty where nothing. */
  readonly became: LocalText;
  readonly rule: LocalText;
  readonly todo: LocalText;
}

/** A row is in exactly one of the three. */
export type RowFate =
  | { readonly fate: 'imported'; readonly values: number; readonly gaps: number }
  | { readonly fate: 'skipped'; readonly reason: SkipReason }
  /** None of its values is taken; the findings of the row say why. */
  | { readonly fate: 'refused'; readonly reason: string };

/**
 * Why a row needs no import. `unchanged`: all its values are in the data already; `duplicate`:
 * another row of the handed-in files says the same; `computed`: all it tells is computed here.
 */
export type SkipReason =
  Exclude<RowRole, 'data'> | 'unchanged' | 'duplicate' | 'computed' | 'no_values' | 'mapping';

export interface RowReport {
  readonly row: number;
  readonly fate: RowFate;
}

/** A value or gap that was read from a cell. */
export interface ImportedCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  readonly raw: string;
  readonly institution_id: string;
  readonly region_code: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly conversions: readonly Conversion[];
  /** Wording of a hedged value, or the content of an indicator that is told in words. */
  readonly value_text: string | null;
  /**
   * What the data held before: nothing, the same, or another value that this one revises.
   * `duplicate`: another cell of the handed-in files says the same and was taken. `kept`: a dash
   * where the data has a value, which stays.
   */
  readonly change: 'new' | 'unchanged' | 'fills_gap' | 'revises' | 'duplicate' | 'kept';
  readonly before: number | null;
}

export interface SheetReport {
  readonly sheet: string;
  readonly layouts: readonly string[];
  /** Every row of the sheet, in order: rows in = imported + skipped + refused. */
  readonly rows: readonly RowReport[];
}

export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: WorkbookFormat | null;
  readonly encoding: string | null;
  readonly refusal: Refusal | null;
  readonly sheets: readonly SheetReport[];
}

/** The same number told differently by two cells of the files: none is taken. */
export interface Conflict {
  readonly institution_id: string;
  readonly indicator: string;
  readonly period: string;
  readonly cells: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly cell: string;
    readonly raw: string;
    readonly value: number | null;
  }[];
}

export interface Counts {
  readonly rows: number;
  readonly imported: number;
  readonly skipped: number;
  readonly refused: number;
  /** Values and gaps taken: `revised` are among them, `unchanged` and `duplicates` are not. */
  readonly values: number;
  readonly gaps: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly duplicates: number;
}

export interface ImportOutcome {
  readonly files: readonly FileReport[];
  readonly cells: readonly ImportedCell[];
  readonly findings: readonly ImportFinding[];
  readonly questions: readonly Question[];
  readonly conflicts: readonly Conflict[];
  readonly counts: Counts;
  /**
   * The data folder's files that change, whole, in its own form: observations/<year>.csv with the
   * new rows, sources.csv with a row for each file, edition.json where a new year moves the cut-off.
   * Empty when nothing was imported. With them in place `checkData` finds no error.
   */
  readonly tables: readonly InputFile[];
}

/** A handed-in file. */
export interface HandedIn {
  readonly name: string;
  /** Empty where the host refused the file without reading it. */
  readonly bytes: Uint8Array;
  /** Why the host could not open the file: it is too large, or opening it did not end. */
  readonly refused?: {
    readonly refusal: Refusal;
    readonly detail: string;
    /** Bytes of the file. */
    readonly size: number;
  };
  /** What the host read from it, where its form is known to the host alone (Parquet). */
  readonly table?: ReadRows;
}

/** What an import is busy with, in this order; `check` comes once for each time it repeats. */
export const IMPORT_STAGES = ['open', 'understand', 'convert', 'check', 'finish'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

/** Called with how much of a stage is done: files (open), rows (understand, convert), rounds (check). */
export type OnProgress = (done: number, total: number, what: ImportStage) => void;
