import { DIRECTIONS, MEASURE_KINDS } from '#lib/model/index.ts';
import type { Indicator } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableNumber, text, word } from './rows.ts';

const COLUMNS = columnNames('indicator');

/** The catalogue, by code. */
export const indicators: Query<Record<string, never>, Indicator> = {
  name: 'indicators',
  tables: ['indicator'],
  sql: `select ${selectList('i', COLUMNS)} from indicator i order by i.indicator`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('indicator').map((row) => pick(row, COLUMNS)),
      'indicator',
    ),
  decode: (row) => ({
    indicator: text(row, 'indicator'),
    name_zh: text(row, 'name_zh'),
    name_en: text(row, 'name_en'),
    unit_zh: text(row, 'unit_zh'),
    unit_en: text(row, 'unit_en'),
    direction: word(row, 'direction', DIRECTIONS),
    dimension: text(row, 'dimension'),
    level: text(row, 'level'),
    measure_kind: word(row, 'measure_kind', MEASURE_KINDS),
    data_type: word(row, 'data_type', ['int', 'decimal', 'text']),
    definition_zh: text(row, 'definition_zh'),
    range_min: nullableNumber(row, 'range_min'),
    range_max: nullableNumber(row, 'range_max'),
    basis: text(row, 'basis'),
  }),
};
