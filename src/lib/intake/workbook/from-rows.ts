/** A table that another room has read already (a Parquet file) as a grid: its header is row 1. */
import type { CellContent, WorkbookRead } from './grid.ts';
import { GridBuilder } from './grid-builder.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import { Refused } from './refused.ts';

export interface ReadRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** Whether the bytes call themselves Parquet, which the host has to read. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes.length > 12 && MAGIC.every((byte, at) => bytes[at] === byte);

function contentOf(value: string | number | boolean | null): CellContent | null {
  if (typeof value === 'number') return { kind: 'number', value, text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: value ? 'TRUE' : 'FALSE' };
  return value === null || value.trim() === '' ? null : { kind: 'text', text: value };
}

/** Never throws: a table beyond the limits of text files is refused. */
export function gridFromRows(
  { header, rows }: ReadRows,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): WorkbookRead {
  const budget = { left: limits.cells };
  const grid = new GridBuilder('', false, { ...limits, rows: limits.textRows }, budget);
  try {
    [header, ...rows].forEach((cells, row) =>
      cells.forEach((cell, column) => grid.put(row, column, contentOf(cell))),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusal: error.refusal, detail: error.message };
  }
  return { ok: true, format: 'parquet', encoding: null, grids: [grid.finish()] };
}
