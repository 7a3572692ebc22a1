import { DATA_STATUSES } from '#lib/model/index.ts';
import type { DataStatus } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableText, text, word } from './rows.ts';

export interface EventRow {
  readonly event_id: string;
  readonly institution_id: string | null;
  readonly region_code: string;
  /** As precise as the source: 2024, 2024-05 or 2024-05-20. */
  readonly date: string;
  readonly date_precision: string;
  readonly category: string;
  readonly summary_zh: string;
  readonly summary_en: string;
  readonly numbers: string | null;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly locator: string;
  readonly note: string | null;
}

const COLUMNS = columnNames('event');

/** What happened, oldest first. */
export const events: Query<Record<string, never>, EventRow> = {
  name: 'events',
  tables: ['event'],
  sql: `select ${selectList('e', COLUMNS)} from event e order by e.date, e.event_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('event').map((row) => pick(row, COLUMNS)),
      'date',
      'event_id',
    ),
  decode: (row) => ({
    event_id: text(row, 'event_id'),
    institution_id: nullableText(row, 'institution_id'),
    region_code: text(row, 'region_code'),
    date: text(row, 'date'),
    date_precision: text(row, 'date_precision'),
    category: text(row, 'category'),
    summary_zh: text(row, 'summary_zh'),
    summary_en: text(row, 'summary_en'),
    numbers: nullableText(row, 'numbers'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    note: nullableText(row, 'note'),
  }),
};
