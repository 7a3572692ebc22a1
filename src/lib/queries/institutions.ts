import { DATA_STATUSES, INSTITUTION_LEVELS } from '#lib/model/index.ts';
import type { Institution } from '#lib/model/index.ts';
import type { EngineRow, Query } from '#lib/engine/engine.ts';
import { columnNames, lookup, orderBy, pick, prefixed, selectList } from './plain-rows.ts';
import { day, nullableDay, nullableNumber, nullableText, text, word } from './rows.ts';

/** An institution with the city and province its region lies in (itself, for a city's own). */
export interface InstitutionRow extends Institution {
  /** Null where the region table does not know the code. */
  readonly region_name_zh: string | null;
  readonly region_name_en: string | null;
  readonly tile_row: number | null;
  readonly tile_col: number | null;
  /** Null for provinces and for counties directly under one. */
  readonly city_code: string | null;
  readonly city_name_zh: string | null;
  readonly city_name_en: string | null;
  readonly province_code: string | null;
  readonly province_name_zh: string | null;
  readonly province_name_en: string | null;
}

const INSTITUTION = columnNames('institution');

/** All institutions of the layer, by region code and id. */
export const institutions: Query<Record<string, never>, InstitutionRow> = {
  name: 'institutions',
  tables: ['institution', 'region'],
  sql: `
    select ${selectList('i', INSTITUTION)},
      r.name_zh as region_name_zh, r.name_en as region_name_en, r.tile_row, r.tile_col,
      c.region_code as city_code, c.name_zh as city_name_zh, c.name_en as city_name_en,
      v.region_code as province_code, v.name_zh as province_name_zh, v.name_en as province_name_en
    from institution i
    left join region r on r.region_code = i.region_code
    left join region p on p.region_code = r.parent_code
    left join region g on g.region_code = p.parent_code
    left join region c on c.region_code = case
      when r.level = 'city' then r.region_code
      when p.level = 'city' then p.region_code end
    left join region v on v.region_code = case
      when r.level = 'province' then r.region_code
      when p.level = 'province' then p.region_code
      when g.level = 'province' then g.region_code end
    order by i.region_code, i.institution_id, i.valid_from`,
  bind: () => [],
  plain(tables) {
    const region = lookup(tables.rows('region'), 'region_code');
    const rows = tables.rows('institution').map((row) => joined(row, region));
    return orderBy(rows, 'region_code', 'institution_id', 'valid_from');
  },
  decode: (row) => ({
    institution_id: text(row, 'institution_id'),
    name_zh: text(row, 'name_zh'),
    name_en: text(row, 'name_en'),
    region_code: text(row, 'region_code'),
    level: word(row, 'level', INSTITUTION_LEVELS),
    legal_form: word(row, 'legal_form', ['statutory', 'authorised', 'unknown']),
    class: nullableText(row, 'class'),
    class_scheme: nullableText(row, 'class_scheme'),
    peer_group_zh: nullableText(row, 'peer_group_zh'),
    peer_group_en: nullableText(row, 'peer_group_en'),
    valid_from: day(row, 'valid_from'),
    valid_to: nullableDay(row, 'valid_to'),
    data_status: word(row, 'data_status', DATA_STATUSES),
    source_id: text(row, 'source_id'),
    note: nullableText(row, 'note'),
    region_name_zh: nullableText(row, 'region_name_zh'),
    region_name_en: nullableText(row, 'region_name_en'),
    tile_row: nullableNumber(row, 'tile_row'),
    tile_col: nullableNumber(row, 'tile_col'),
    city_code: nullableText(row, 'city_code'),
    city_name_zh: nullableText(row, 'city_name_zh'),
    city_name_en: nullableText(row, 'city_name_en'),
    province_code: nullableText(row, 'province_code'),
    province_name_zh: nullableText(row, 'province_name_zh'),
    province_name_en: nullableText(row, 'province_name_en'),
  }),
};

const NAMES = ['name_zh', 'name_en'];
const PLACE = ['code', ...NAMES];

function joined(institution: EngineRow, region: ReturnType<typeof lookup>): EngineRow {
  const own = region(institution['region_code']);
  const parent = region(own?.['parent_code']);
  const grandparent = region(parent?.['parent_code']);
  return {
    ...pick(institution, INSTITUTION),
    ...prefixed('region_', own, NAMES),
    ...prefixed('', own, ['tile_row', 'tile_col']),
    ...prefixed('city_', firstOf('city', own, parent), PLACE),
    ...prefixed('province_', firstOf('province', own, parent, grandparent), PLACE),
  };
}

function firstOf(level: string, ...chain: (EngineRow | undefined)[]): EngineRow | undefined {
  const found = chain.find((row) => row?.['level'] === level);
  return found && { ...found, code: found['region_code'] ?? null };
}
