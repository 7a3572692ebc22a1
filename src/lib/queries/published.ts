import { DATA_STATUSES, RANK_STATUS_KINDS } from '#lib/model/index.ts';
import type { PublishedScore } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableNumber, nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('published');

/** What was published at the time, by edition, institution and element. */
export const published: Query<Record<string, never>, PublishedScore> = {
  name: 'published',
  tables: ['published'],
  sql: `select ${selectList('p', COLUMNS)} from published p order by p.period, p.edition, p.institution_id, p.element`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('published').map((row) => pick(row, COLUMNS)),
      'period',
      'edition',
      'institution_id',
      'element',
    ),
  decode: (row) => ({
    edition: text(row, 'edition'),
    period: text(row, 'period'),
    institution_id: text(row, 'institution_id'),
    element: text(row, 'element'),
    score: nullableNumber(row, 'score'),
    rank: nullableNumber(row, 'rank'),
    band: nullableText(row, 'band'),
    status: word(row, 'status', RANK_STATUS_KINDS),
    scheme: text(row, 'scheme'),
    scheme_version: text(row, 'scheme_version'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
  }),
};
