import { BREAK_KINDS, DATA_STATUSES } from '#lib/model/index.ts';
import type { SeriesBreak } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('series_break');

/** Where a series does not compare with itself, oldest first. */
export const seriesBreaks: Query<Record<string, never>, SeriesBreak> = {
  name: 'series-breaks',
  tables: ['series_break'],
  sql: `select ${selectList('b', COLUMNS)} from series_break b order by b.period, b.break_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('series_break').map((row) => pick(row, COLUMNS)),
      'period',
      'break_id',
    ),
  decode: (row) => ({
    break_id: text(row, 'break_id'),
    indicator: nullableText(row, 'indicator'),
    institution_id: nullableText(row, 'institution_id'),
    period: text(row, 'period'),
    kind: word(row, 'kind', BREAK_KINDS),
    text_zh: text(row, 'text_zh'),
    text_en: text(row, 'text_en'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    note: nullableText(row, 'note'),
  }),
};
