/** Where the number of a row was read: in a file that was handed in, or in the raw table itself. */
import type { EarlierRevision, Observation } from '#lib/model/index.ts';
import { cellOf, citeCell, textOf, type TableRow } from '../raw/table-row.ts';
import { must } from './must.ts';

type ObservationRow = TableRow<'observation'>;

export type Origin = Pick<
  Observation,
  'origin_file' | 'origin_sheet' | 'origin_cell' | 'raw_text' | 'conversions'
>;

/** A computed value was read nowhere. */
export const NO_ORIGIN: Origin = {
  origin_file: null,
  origin_sheet: null,
  origin_cell: null,
  raw_text: null,
  conversions: null,
};

/**
 * As the row says, where it names a file; otherwise the cell of the raw table with the text that
 * stands there: `value`, or `value_text` for what is told in words only.
 */
export function originOf(row: ObservationRow): Origin {
  const { origin_file, origin_sheet, origin_cell, raw_text, conversions } = row.values;
  if (origin_file !== null)
    return { origin_file, origin_sheet, origin_cell, raw_text, conversions };
  const inWords = row.values.value === null && row.values.value_text !== null;
  const column = inWords ? 'value_text' : 'value';
  return {
    origin_file: row.file,
    origin_sheet: null,
    origin_cell: cellOf(row, column),
    raw_text: textOf(row, column) || null,
    conversions: null,
  };
}

/** Where a value stands: the section of its document, or else the cell of the raw table. */
export const locatorOf = (row: ObservationRow): string =>
  row.values.locator ?? citeCell(row, 'value');

const toEarlier = (row: ObservationRow): EarlierRevision => ({
  revision: must(row.values.revision, 'revision'),
  value: row.values.value,
  missing_reason: row.values.missing_reason,
  value_text: row.values.value_text,
  qualifier: must(row.values.qualifier, 'qualifier'),
  source_id: must(row.values.source_id, 'source_id'),
  locator: locatorOf(row),
  note: row.values.note,
  ...originOf(row),
});

/** Superseded rows of one fact as the column `earlier_revisions`, the newest first. */
export function earlierRevisions(rows: readonly ObservationRow[]): string | null {
  if (rows.length === 0) return null;
  return JSON.stringify(rows.map(toEarlier).sort((a, b) => b.revision - a.revision));
}
