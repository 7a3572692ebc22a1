import { MEASURE_KINDS, MISSING_REASONS, PERIOD_TYPES, QUALIFIERS } from '#lib/model/index.ts';
import type { Observation, Source } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { lookup, orderBy, pick, prefixed, selectList } from './plain-rows.ts';
import { day, nullableNumber, nullableText, nullableWord, text, word } from './rows.ts';

/** A published fact with the document it stands in. */
export interface ReportedFact extends Pick<Observation, (typeof FACT)[number]> {
  /** Null where the region, indicator or source table does not know the code. */
  readonly region_name_zh: string | null;
  readonly region_name_en: string | null;
  readonly indicator_name_zh: string | null;
  readonly indicator_name_en: string | null;
  readonly source_title: string | null;
  readonly source_publisher: Source['publisher'];
  readonly source_published: Source['published'];
  readonly source_url: Source['url'];
  readonly source_quality: string | null;
}

const FACT = [
  'obs_id',
  'institution_id',
  'region_code',
  'entity',
  'pillar',
  'indicator',
  'period',
  'period_type',
  'period_start',
  'period_end',
  'value',
  'missing_reason',
  'value_text',
  'unit',
  'qualifier',
  'measure_kind',
  'source_id',
  'locator',
  'note',
] as const;
const NAMES = ['name_zh', 'name_en'];
const SOURCE = ['title', 'publisher', 'published', 'url', 'quality'];

const prefixedList = (alias: string, prefix: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column} as ${prefix}${column}`).join(', ');

/** Every published fact of the layer, by id. A fact without its source stays, the source null. */
export const reportedFacts: Query<Record<string, never>, ReportedFact> = {
  name: 'reported-facts',
  tables: ['observation', 'region', 'indicator', 'source'],
  sql: `
    select ${selectList('o', FACT)},
      ${prefixedList('r', 'region_', NAMES)},
      ${prefixedList('i', 'indicator_', NAMES)},
      ${prefixedList('s', 'source_', SOURCE)}
    from observation o
    left join region r on r.region_code = o.region_code
    left join indicator i on i.indicator = o.indicator
    left join source s on s.source_id = o.source_id
    where o.data_status = 'reported'
    order by o.obs_id`,
  bind: () => [],
  plain(tables) {
    const region = lookup(tables.rows('region'), 'region_code');
    const indicator = lookup(tables.rows('indicator'), 'indicator');
    const source = lookup(tables.rows('source'), 'source_id');
    const facts = tables.rows('observation').filter((row) => row['data_status'] === 'reported');
    return orderBy(
      facts.map((row) => ({
        ...pick(row, FACT),
        ...prefixed('region_', region(row['region_code']), NAMES),
        ...prefixed('indicator_', indicator(row['indicator']), NAMES),
        ...prefixed('source_', source(row['source_id']), SOURCE),
      })),
      'obs_id',
    );
  },
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
    source_id: text(row, 'source_id'),
    locator: text(row, 'locator'),
    note: nullableText(row, 'note'),
    region_name_zh: nullableText(row, 'region_name_zh'),
    region_name_en: nullableText(row, 'region_name_en'),
    indicator_name_zh: nullableText(row, 'indicator_name_zh'),
    indicator_name_en: nullableText(row, 'indicator_name_en'),
    source_title: nullableText(row, 'source_title'),
    source_publisher: nullableText(row, 'source_publisher'),
    source_published: nullableText(row, 'source_published'),
    source_url: nullableText(row, 'source_url'),
    source_quality: nullableText(row, 'source_quality'),
  }),
};
