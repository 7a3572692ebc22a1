/** How each column of an observation is read from an engine's row; queries pick what they need. */
import type { EngineRow } from '#lib/engine/engine.ts';
import {
  DATA_STATUSES,
  MEASURE_KINDS,
  MISSING_REASONS,
  PERIOD_TYPES,
  QUALIFIERS,
  type Observation,
} from '#lib/model/index.ts';
import { day, nullableNumber, nullableText, nullableWord, number, text, word } from './rows.ts';

const READ: { readonly [K in keyof Observation]: (row: EngineRow, column: K) => Observation[K] } = {
  obs_id: text,
  institution_id: nullableText,
  region_code: text,
  entity: nullableText,
  pillar: nullableText,
  indicator: text,
  period: text,
  period_type: (row, column) => word(row, column, PERIOD_TYPES),
  period_start: day,
  period_end: day,
  value: nullableNumber,
  missing_reason: (row, column) => nullableWord(row, column, MISSING_REASONS),
  value_text: nullableText,
  unit: text,
  qualifier: (row, column) => word(row, column, QUALIFIERS),
  measure_kind: (row, column) => word(row, column, MEASURE_KINDS),
  numerator: nullableNumber,
  denominator: nullableNumber,
  denominator_kind: nullableText,
  data_status: (row, column) => word(row, column, DATA_STATUSES),
  source_id: text,
  locator: text,
  revision: number,
  note: nullableText,
  origin_file: nullableText,
  origin_sheet: nullableText,
  origin_cell: nullableText,
  raw_text: nullableText,
  conversions: nullableText,
  formula: nullableText,
  earlier_revisions: nullableText,
};

/** Some columns of an observation; throws like the readers of rows.ts for what is not of their type. */
export function decodeObservation<C extends keyof Observation>(
  row: EngineRow,
  columns: readonly C[],
): Pick<Observation, C> {
  const decoded: Partial<Record<C, unknown>> = {};
  for (const column of columns) decoded[column] = READ[column](row, column);
  return decoded as Pick<Observation, C>;
}
