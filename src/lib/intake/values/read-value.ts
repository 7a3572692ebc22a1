/** What a cell means as a statistic: a number with its hedge and unit, a gap with its reason, or a question. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';
import type { CellContent } from '../workbook/grid.ts';
import { GAPS, type Gaps } from './gaps.ts';
import { readNumberCell } from './read-number-cell.ts';
import { readText } from './read-text.ts';

/** What is known of the value before its cell is read. */
export interface ValueContext {
  /** Unit of the heading or the catalogue; null where none is known. */
  readonly unit: string | null;
  /** The indicator is a percentage, kept as 0–100. */
  readonly ratio: boolean;
}

export type ValueRead =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly qualifier: Qualifier;
      /** Unit as written in the cell, normalised (台件 -> 台(件)); null where the cell has none. */
      readonly unit: string | null;
      /** Rules that fired, in order: full_width, thousands, wan, percent, chinese_numeral, … */
      readonly conversions: readonly Conversion[];
    }
  | { readonly kind: 'missing'; readonly reason: MissingReason; readonly text: string }
  | { readonly kind: 'empty' }
  /** Cannot be read as a number without guessing. */
  | { readonly kind: 'unclear'; readonly why: UnclearReason; readonly text: string };

export const CONVERSIONS = [
  'full_width',
  'spaces',
  'thousands',
  'wan',
  'yi',
  'percent',
  'per_mille',
  'chinese_numeral',
  'qualifier',
  'unit',
  'decimal_comma',
  'plus_sign',
  'parentheses',
  'scientific',
  /** The 万 of the cell is the 万 of the unit in its heading; the value counts in that unit. */
  'header_scale',
  /** What is shown says something else than the number stored; the number stored is taken. */
  'stored_value',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

export const UNCLEAR_REASONS = [
  'two_numbers',
  'range',
  'words',
  'ordinal',
  'date',
  'fraction',
  'ambiguous_separator',
  'too_many_digits',
  'spreadsheet_error',
  'boolean',
] as const;
export type UnclearReason = (typeof UNCLEAR_REASONS)[number];

/**
 * Reads a cell as a value. The value counts in the unit of the cell where it has one, else in that
 * of the context; it is the double nearest to the decimal as written, and never 0 for want of a
 * number: an empty cell is `empty`, a dash is `missing` with its reason, what would have to be
 * guessed is `unclear`. 0.855 of a percentage stays 0.855 unless the cell shows it as 85.5%.
 */
export function readValue(
  cell: CellContent | null,
  of: ValueContext,
  gaps: Gaps = GAPS,
): ValueRead {
  switch (cell?.kind) {
    case undefined:
      return { kind: 'empty' };
    case 'text':
      return readText(cell.text, of, gaps);
    case 'number':
      return readNumberCell(cell.value, cell.text, of);
    case 'date':
      return { kind: 'unclear', why: 'date', text: cell.text };
    case 'boolean':
      return { kind: 'unclear', why: 'boolean', text: cell.text };
    case 'error':
      return { kind: 'unclear', why: 'spreadsheet_error', text: cell.text };
  }
}
