/** References to cells, as formulas write them. */
import { cellAddress, columnLetters } from '#lib/model/index.ts';
import type { CellRange } from './workbook-model.ts';

/** Zero-based row and column to an address: B3, or $B$3 when it stays put. */
export function cellReference(row: number, column: number, fixed = false): string {
  const mark = fixed ? '$' : '';
  return `${mark}${columnLetters(column)}${mark}${row + 1}`;
}

/** A1:B9, without a sheet; one cell stays one cell. */
export function rangeAddress(range: CellRange): string {
  const first = cellAddress(range.left, range.top + 1);
  const last = cellAddress(range.right, range.bottom + 1);
  return first === last ? first : `${first}:${last}`;
}

/** The sheet's name in front of a reference, in quotes so that no letter of it means anything. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** 'Sheet'!$A$1:$B$9. */
export function rangeReference(sheet: string, range: CellRange): string {
  const first = cellReference(range.top, range.left, true);
  const last = cellReference(range.bottom, range.right, true);
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
