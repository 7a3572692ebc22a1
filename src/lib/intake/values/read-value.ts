/** What a cell means as a statistic: a number with its hedge and unit, a gap with its reason, or a question. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';

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
