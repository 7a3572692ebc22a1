import { ACTIVITY_KINDS, ACTIVITY_STATUSES, DATA_STATUSES } from '#lib/model/index.ts';
import type { Activity } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableDay, nullableNumber, nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('activity');

/** The work programme, by quarter. */
export const activities: Query<Record<string, never>, Activity> = {
  name: 'activities',
  tables: ['activity'],
  sql: `select ${selectList('a', COLUMNS)} from activity a order by a.period, a.activity_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('activity').map((row) => pick(row, COLUMNS)),
      'period',
      'activity_id',
    ),
  decode: (row) => ({
    activity_id: text(row, 'activity_id'),
    kind: word(row, 'kind', ACTIVITY_KINDS),
    region_code: text(row, 'region_code'),
    institution_id: nullableText(row, 'institution_id'),
    period: text(row, 'period'),
    title_zh: text(row, 'title_zh'),
    title_en: text(row, 'title_en'),
    needs: nullableNumber(row, 'needs'),
    status: word(row, 'status', ACTIVITY_STATUSES),
    planned_for: nullableDay(row, 'planned_for'),
    done_on: nullableDay(row, 'done_on'),
    participants: nullableNumber(row, 'participants'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    note: nullableText(row, 'note'),
  }),
};
