import { DATA_STATUSES } from '#lib/model/index.ts';
import type { Source } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('source');

/** Where the layer's numbers come from, by id. */
export const sources: Query<Record<string, never>, Source> = {
  name: 'sources',
  tables: ['source'],
  sql: `select ${selectList('s', COLUMNS)} from source s order by s.source_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('source').map((row) => pick(row, COLUMNS)),
      'source_id',
    ),
  decode: (row) => ({
    source_id: text(row, 'source_id'),
    title: text(row, 'title'),
    publisher: nullableText(row, 'publisher'),
    published: nullableText(row, 'published'),
    url: nullableText(row, 'url'),
    quality: text(row, 'quality'),
    licence: nullableText(row, 'licence'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    note: nullableText(row, 'note'),
  }),
};
