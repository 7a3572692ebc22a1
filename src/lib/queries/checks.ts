import { DATA_STATUSES } from '#lib/model/index.ts';
import type { ConsistencyCheck } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { flag, nullableNumber, nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('check');

/** Sums done again on published numbers, by id. `check` is a reserved word, hence the quotes. */
export const checks: Query<Record<string, never>, ConsistencyCheck> = {
  name: 'checks',
  tables: ['check'],
  sql: `select ${selectList('c', COLUMNS)} from "check" c order by c.check_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('check').map((row) => pick(row, COLUMNS)),
      'check_id',
    ),
  decode: (row) => ({
    check_id: text(row, 'check_id'),
    rule: text(row, 'rule'),
    computed: nullableNumber(row, 'computed'),
    stated: nullableNumber(row, 'stated'),
    consistent: flag(row, 'consistent'),
    verdict: text(row, 'verdict'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: nullableText(row, 'source_id'),
    note: nullableText(row, 'note'),
  }),
};
