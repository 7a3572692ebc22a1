import type { EngineRow } from '#lib/engine/engine.ts';
import { HOSTILE_NAMES } from '#lib/engine/testing/hostile.ts';
import type { TableRows } from '#lib/engine/testing/publish.ts';

/**
 * A small province for tests, with what real tables bring: gaps with a reason, zeros, ties,
 * revisions, a changed code, a county directly under the province, unknown regions and sources,
 * quotes, percent signs, line breaks, rare characters, negative and tiny numbers.
 */

export const observation = (over: Partial<EngineRow>): EngineRow => ({
  obs_id: 'o-0001',
  institution_id: 'c01',
  region_code: '990101',
  entity: null,
  pillar: null,
  indicator: 'M01',
  period: '2025',
  period_type: 'year',
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  value: 12,
  missing_reason: null,
  value_text: null,
  unit: '项',
  qualifier: 'exact',
  measure_kind: 'stock',
  numerator: null,
  denominator: null,
  denominator_kind: null,
  data_status: 'synthetic',
  source_id: 's1',
  locator: 'synthetic/2025.csv!H17',
  revision: 0,
  note: null,
  origin_file: 'synthetic/2025.csv',
  origin_sheet: null,
  origin_cell: 'H17',
  raw_text: '12',
  conversions: null,
  formula: null,
  earlier_revisions: null,
  ...over,
});

const year = (year: number) => ({
  period: `${year}`,
  period_start: `${year}-01-01`,
  period_end: `${year}-12-31`,
});

const YEARS = [2023, 2024, 2025];
const CODES = ['M01', 'M02', '人员_1', "P'%", 'ratio'];
export const INSTITUTION_IDS = [
  'c01',
  'c02',
  'c03',
  'C01',
  '机构𠮷',
  '机构\uff21',
  "o'county",
  'p01',
];

/** Every institution, indicator and year; values repeat, so that ties occur. */
const grid: EngineRow[] = YEARS.flatMap((when, y) =>
  INSTITUTION_IDS.flatMap((institution_id, i) =>
    CODES.map((indicator, c) => {
      const value = [0, -1.5, 1e-300, 12, 12, 0.1 + 0.2, 99999999][(i * 5 + c * 3 + y) % 7] ?? null;
      const missing = (i + c + y) % 6 === 0;
      return observation({
        obs_id: `g-${y}-${i}-${c}`,
        institution_id,
        indicator,
        ...year(when),
        value: missing ? null : value,
        missing_reason: missing ? (c % 2 ? 'not_reported' : 'late') : null,
        value_text: c === 2 ? '630余家' : null,
        qualifier: c === 2 ? 'more_than' : 'exact',
        numerator: indicator === 'ratio' ? i : null,
        denominator: indicator === 'ratio' ? 8 : null,
        denominator_kind: indicator === 'ratio' ? 'staff' : null,
        note: c === 3 ? 'quote \' double " percent % 换行\n完' : null,
      });
    }),
  ),
).reverse();

const special: EngineRow[] = [
  observation({ obs_id: 'r-1', indicator: 'M09', value: 1, revision: 0 }),
  observation({ obs_id: 'r-2', indicator: 'M09', value: 2, revision: 2, note: 'late report' }),
  observation({ obs_id: 'r-3', indicator: 'M09', value: 3, revision: 1 }),
  observation({ obs_id: 'q-1', period: '2025-Q3', period_type: 'quarter' }),
  observation({ obs_id: 'n-1', institution_id: null, entity: '省局', data_status: 'reported' }),
  observation({
    obs_id: 'n-2',
    institution_id: null,
    region_code: '000000',
    indicator: 'unknown',
    source_id: 'unknown',
    pillar: '民生计量',
    period: '2016-2020',
    period_type: 'span',
    period_start: '1899-12-31',
    period_end: '2400-02-29',
    data_status: 'reported',
  }),
  observation({
    obs_id: 'n-3',
    value: null,
    missing_reason: 'not_reported',
    data_status: 'not_reported',
  }),
];

/** One row under each hostile name, so that asking for the name has something to find. */
const hostile = HOSTILE_NAMES.map((indicator, index) =>
  observation({ obs_id: `h-${index}`, indicator, value: index, note: indicator }),
);

const region = (over: Partial<EngineRow>): EngineRow => ({
  region_code: '990000',
  name_zh: '示例省',
  name_en: 'Example Province',
  parent_code: null,
  level: 'province',
  valid_from: '2000-01-01',
  valid_to: null,
  successor_code: null,
  tile_row: null,
  tile_col: null,
  data_status: 'synthetic',
  source_id: 's1',
  note: null,
  ...over,
});

const county = (over: Partial<EngineRow>): EngineRow =>
  region({ level: 'county', parent_code: '990100', ...over });

const REGIONS: readonly EngineRow[] = [
  county({ region_code: '990102', name_zh: '乙县', tile_row: 0, tile_col: 1 }),
  county({ region_code: '990101', name_zh: "甲'区", tile_row: 0, tile_col: 0 }),
  county({ region_code: '990103', valid_to: '2022-12-31', successor_code: '990102' }),
  county({ region_code: '999001', name_zh: '直管县', parent_code: '990000' }),
  county({ region_code: '998001', name_zh: '孤县', parent_code: '998000' }),
  region({ region_code: '990100', name_zh: '示例市', level: 'city', parent_code: '990000' }),
  region({ region_code: '990000' }),
  region({ region_code: '100000', name_zh: '国', level: 'country' }),
];

const institution = (over: Partial<EngineRow>): EngineRow => ({
  institution_id: 'c01',
  name_zh: '甲区计量所',
  name_en: 'Jia Metrology Institute',
  region_code: '990101',
  level: 'county',
  legal_form: 'statutory',
  class: null,
  class_scheme: null,
  peer_group_zh: null,
  peer_group_en: null,
  valid_from: '2010-05-01',
  valid_to: null,
  data_status: 'synthetic',
  source_id: 's1',
  note: null,
  ...over,
});

const INSTITUTIONS: readonly EngineRow[] = [
  institution({ institution_id: 'p01', region_code: '990000', level: 'province' }),
  institution({ institution_id: 'c03', region_code: '990100', level: 'city', class: '一级' }),
  institution({
    institution_id: 'c02',
    region_code: '990102',
    legal_form: 'authorised',
    peer_group_zh: '山区县',
    peer_group_en: 'Mountain counties',
  }),
  institution({ institution_id: 'c01', valid_from: '2020-01-01' }),
  institution({ institution_id: 'c01', valid_to: '2019-12-31', note: '改名前' }),
  institution({ institution_id: "o'county", region_code: '999001' }),
  institution({ institution_id: '机构𠮷', region_code: '998001' }),
  institution({ institution_id: '机构\uff21', region_code: '998001' }),
  institution({ institution_id: 'C01', region_code: 'nowhere', legal_form: 'unknown' }),
];

const INDICATORS: readonly EngineRow[] = [...CODES].reverse().map((indicator, index) => ({
  indicator,
  name_zh: `指标${index}`,
  name_en: `Indicator ${index}`,
  unit_zh: '%',
  unit_en: '%',
  direction: ['higher_better', 'lower_better', 'neutral'][index % 3] ?? null,
  dimension: 'D1',
  level: 'county',
  measure_kind: 'ratio',
  data_type: ['int', 'decimal', 'text'][index % 3] ?? null,
  definition_zh: '定义，含“引号”',
  range_min: index % 2 ? 0 : null,
  range_max: index % 2 ? 100 : null,
  basis: '示例',
}));

const SOURCES: readonly EngineRow[] = ['s2', 's1', '文件'].map((source_id, index) => ({
  source_id,
  title: '关于"计量"的通知',
  publisher: index ? null : '示例市局',
  published: index ? '2025' : null,
  url: index ? null : 'https://example.invalid/?a=1&b=%20',
  quality: 'A',
  licence: null,
  data_status: index ? 'synthetic' : 'reported',
  note: null,
}));

const TARGETS: readonly EngineRow[] = ['t2', 't1'].map((target_id, index) => ({
  target_id,
  region_code: '990100',
  owner: '示例市',
  name_zh: '目标',
  name_en: 'Target',
  indicator: index ? 'M01' : null,
  comparator: 'at_least',
  value: index ? 95.5 : null,
  unit: '%',
  scope: 'city',
  due: index ? '2025-12-31' : null,
  test: 'value >= 95.5',
  data_status: 'reported',
  source_id: 's1',
  locator: '二/一',
  note: null,
}));

const EVENTS: readonly EngineRow[] = ['2024-05-20', '2024', '2024-05', '2024'].map(
  (date, index) => ({
    event_id: `e${9 - index}`,
    institution_id: index ? null : 'c01',
    region_code: '990101',
    date,
    date_precision: 'day',
    category: 'standard',
    summary_zh: '建立社会公用计量标准',
    summary_en: 'Standard established',
    numbers: index ? '3' : null,
    data_status: 'reported',
    source_id: 's1',
    locator: '三',
    note: null,
  }),
);

const CHECKS: readonly EngineRow[] = [true, false].map((consistent, index) => ({
  check_id: `k${index}`,
  rule: 'sum',
  computed: index ? null : 100,
  stated: index ? null : 100,
  consistent,
  verdict: 'ok',
  data_status: 'synthetic',
  source_id: null,
  note: null,
}));

const ACTIVITIES: readonly EngineRow[] = ['2025-Q1', '2024-Q4', '2025-Q1'].map((period, index) => ({
  activity_id: `a${9 - index}`,
  kind: ['training', 'help', 'comparison'][index] ?? null,
  region_code: '990100',
  institution_id: index === 1 ? 'c01' : null,
  period,
  title_zh: '“力值”培训',
  title_en: "Training on 'force'",
  needs: index ? null : 14,
  status: ['done', 'not_done', 'planned'][index] ?? null,
  planned_for: index === 1 ? null : '2025-02-11',
  done_on: index ? null : '2025-02-12',
  participants: index ? null : 0,
  data_status: 'synthetic',
  source_id: 's1',
  locator: 'synthetic/activities.csv!A2',
  note: index ? '推迟' : null,
}));

const PUBLISHED: readonly EngineRow[] = ['INDEX', 'D1', 'INDEX'].map((element, index) => ({
  edition: index === 2 ? '2023' : '2024',
  period: index === 2 ? '2023' : '2024',
  institution_id: index === 2 ? 'c02' : 'c01',
  element,
  score: index === 2 ? null : 61.25,
  rank: index === 0 ? 1 : null,
  band: index === 0 ? 'good' : null,
  status: index === 2 ? 'low_availability' : 'ranked',
  scheme: 'example',
  scheme_version: '1.0.0',
  data_status: 'synthetic',
  source_id: 's1',
  locator: 'synthetic/published/2024.csv!E2',
}));

const SERIES_BREAKS: readonly EngineRow[] = ['2024', '2023', '2024'].map((period, index) => ({
  break_id: `b${9 - index}`,
  indicator: index ? 'M01' : null,
  institution_id: index === 1 ? 'c01' : null,
  period,
  kind: ['scheme', 'territory', 'definition'][index] ?? null,
  text_zh: '口径变化',
  text_en: 'Change of scope',
  data_status: 'synthetic',
  source_id: 's1',
  locator: 'synthetic/series_breaks.csv!A2',
  note: null,
}));

export const FIXTURE: Required<TableRows> = {
  observation: [...grid, ...special, ...hostile],
  institution: INSTITUTIONS,
  region: REGIONS,
  indicator: INDICATORS,
  source: SOURCES,
  target: TARGETS,
  event: EVENTS,
  check: CHECKS,
  activity: ACTIVITIES,
  published: PUBLISHED,
  series_break: SERIES_BREAKS,
};

export const FIXTURE_CODES: readonly string[] = [...CODES, 'M09'];
