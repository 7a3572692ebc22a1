/** Rows and cells of the handed-in files on their way to a fate. */
import type { Layer, MissingReason, Qualifier } from '#lib/model/index.ts';
import { cellAddress } from '../csv/address.ts';
import type { Period } from '../period.ts';
import type { SheetReading } from '../understand/sheet-reading.ts';
import type { Conversion } from '../values/read-value.ts';
import type { Grid } from '../workbook/grid.ts';
import type { ImportPlace } from './findings/import-finding.ts';
import type { ImportedCell, SkipReason } from './outcome.ts';

/** One sheet of one file, taken apart. */
export interface SheetInput {
  readonly file: string;
  readonly sha256: string;
  readonly grid: Grid;
  readonly reading: SheetReading;
}

export type Change = ImportedCell['change'];

/** A value or gap read from a cell, in the unit of the catalogue. */
export interface CellDraft {
  readonly row: RowDraft;
  readonly at: string;
  readonly raw: string;
  readonly layer: Layer;
  readonly institution_id: string;
  readonly region_code: string;
  readonly indicator: string;
  readonly period: Period;
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
  readonly value_text: string | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly conversions: readonly Conversion[];
  readonly before: number | null;
  /** Against the data; `duplicate` is decided among the files. */
  readonly change: Exclude<Change, 'duplicate'>;
}

export interface RowDraft {
  readonly input: SheetInput;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: CellDraft[];
  /** Of the row's note lane. */
  note: string | null;
  /** Code of the finding that refused it. */
  refused: string | null;
  /** Decided at once for all rows but those of data. */
  skipped: SkipReason | null;
}

/** Layer, institution, indicator and period: what makes two cells tell the same number. */
export const keyOf = (cell: CellDraft): string =>
  `${cell.layer}/${cell.institution_id}/${cell.indicator}/${cell.period.period}`;

/** True where two cells of one key say the same. */
export const agree = (a: CellDraft, b: CellDraft): boolean =>
  a.value === b.value &&
  a.missing_reason === b.missing_reason &&
  a.qualifier === b.qualifier &&
  (a.value !== null || a.value_text === b.value_text);

/** True where the cell changes the data. */
export const isWritten = ({ change }: CellDraft): boolean =>
  change === 'new' || change === 'fills_gap' || change === 'revises';

export const alive = (row: RowDraft): boolean => row.refused === null && row.skipped === null;

export function refuse(row: RowDraft, code: string): void {
  row.refused ??= code;
}

/** The place of a cell for a finding; zero-based. */
export const placeOf = (input: SheetInput, row: number, column: number): ImportPlace => ({
  file: input.file,
  sheet: input.grid.sheet,
  row: row + 1,
  cell: cellAddress(column, row + 1),
});

export const sheetPlace = (input: SheetInput): ImportPlace => ({
  file: input.file,
  sheet: input.grid.sheet,
  row: null,
  cell: null,
});

export const cellPlace = (cell: CellDraft): ImportPlace => ({
  file: cell.row.input.file,
  sheet: cell.row.input.grid.sheet,
  row: cell.row.row,
  cell: cell.at,
});

/** `统计表.xlsx 基本情况!C5`, the way a cell is cited to a person. */
export function cite({ file, sheet, cell, row }: ImportPlace): string {
  const where = cell ?? row ?? '';
  return sheet === '' ? `${file}!${where}` : `${file} ${sheet}!${where}`;
}
