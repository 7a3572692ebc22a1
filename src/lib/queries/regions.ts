import { DATA_STATUSES, INSTITUTION_LEVELS } from '#lib/model/index.ts';
import type { Region } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { day, nullableDay, nullableNumber, nullableText, text, word } from './rows.ts';

const COLUMNS = columnNames('region');

/** The regions of the layer, also those no longer valid, by code. */
export const regions: Query<Record<string, never>, Region> = {
  name: 'regions',
  tables: ['region'],
  sql: `select ${selectList('r', COLUMNS)} from region r order by r.region_code, r.valid_from`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('region').map((row) => pick(row, COLUMNS)),
      'region_code',
      'valid_from',
    ),
  decode: (row) => ({
    region_code: text(row, 'region_code'),
    name_zh: text(row, 'name_zh'),
    name_en: text(row, 'name_en'),
    parent_code: nullableText(row, 'parent_code'),
    level: word(row, 'level', ['country', ...INSTITUTION_LEVELS]),
    valid_from: day(row, 'valid_from'),
    valid_to: nullableDay(row, 'valid_to'),
    successor_code: nullableText(row, 'successor_code'),
    tile_row: nullableNumber(row, 'tile_row'),
    tile_col: nullableNumber(row, 'tile_col'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    note: nullableText(row, 'note'),
  }),
};
