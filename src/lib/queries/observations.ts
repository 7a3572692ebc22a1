import {
  DATA_STATUSES,
  MEASURE_KINDS,
  MISSING_REASONS,
  PERIOD_TYPES,
  QUALIFIERS,
} from '#lib/model/index.ts';
import type { Observation } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { day, nullableNumber, nullableText, nullableWord, number, text, word } from './rows.ts';

const COLUMNS = columnNames('observation');

/** Every observation of the layer, revisions included, by id and revision. */
export const observations: Query<Record<string, never>, Observation> = {
  name: 'observations',
  tables: ['observation'],
  sql: `select ${selectList('o', COLUMNS)} from observation o order by o.obs_id, o.revision`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('observation').map((row) => pick(row, COLUMNS)),
      'obs_id',
      'revision',
    ),
  decode: (row) => ({
    obs_id: text(row, 'obs_id'),
    institution_id: nullableText(row, 'institution_id'),
    region_code: text(row, 'region_code'),
    entity: nullableText(row, 'entity'),
    pillar: nullableText(row, 'pillar'),
    indicator: text(row, 'indicator'),
    period: text(row, 'period'),
    period_type: word(row, 'period_type', PERIOD_TYPES),
    period_start: day(row, 'period_start'),
    period_end: day(row, 'period_end'),
    value: nullableNumber(row, 'value'),
    missing_reason: nullableWord(row, 'missing_reason', MISSING_REASONS),
    value_text: nullableText(row, 'value_text'),
    unit: text(row, 'unit'),
    qualifier: word(row, 'qualifier', QUALIFIERS),
    measure_kind: word(row, 'measure_kind', MEASURE_KINDS),
    numerator: nullableNumber(row, 'numerator'),
    denominator: nullableNumber(row, 'denominator'),
    denominator_kind: nullableText(row, 'denominator_kind'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    revision: number(row, 'revision'),
    note: nullableText(row, 'note'),
    origin_file: nullableText(row, 'origin_file'),
    origin_sheet: nullableText(row, 'origin_sheet'),
    origin_cell: nullableText(row, 'origin_cell'),
    raw_text: nullableText(row, 'raw_text'),
    conversions: nullableText(row, 'conversions'),
    formula: nullableText(row, 'formula'),
    earlier_revisions: nullableText(row, 'earlier_revisions'),
  }),
};
