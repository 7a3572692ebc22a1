import { DATA_STATUSES } from '#lib/model/index.ts';
import type { DataStatus } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';
import { nullableDay, nullableNumber, nullableText, text, word } from './rows.ts';

export interface TargetRow {
  readonly target_id: string;
  readonly region_code: string;
  readonly owner: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly indicator: string | null;
  readonly comparator: string;
  /** Null for a target in words only. */
  readonly value: number | null;
  readonly unit: string;
  readonly scope: string;
  readonly due: string | null;
  readonly test: string;
  readonly data_status: DataStatus;
  readonly source_id: string;
  readonly locator: string;
  readonly note: string | null;
}

const COLUMNS = columnNames('target');

/** Targets somebody set, by id. */
export const targets: Query<Record<string, never>, TargetRow> = {
  name: 'targets',
  tables: ['target'],
  sql: `select ${selectList('t', COLUMNS)} from target t order by t.target_id`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('target').map((row) => pick(row, COLUMNS)),
      'target_id',
    ),
  decode: (row) => ({
    target_id: text(row, 'target_id'),
    region_code: text(row, 'region_code'),
    owner: text(row, 'owner'),
    name_zh: text(row, 'name_zh'),
    name_en: text(row, 'name_en'),
    indicator: nullableText(row, 'indicator'),
    comparator: text(row, 'comparator'),
    value: nullableNumber(row, 'value'),
    unit: text(row, 'unit'),
    scope: text(row, 'scope'),
    due: nullableDay(row, 'due'),
    test: text(row, 'test'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    note: nullableText(row, 'note'),
  }),
};
