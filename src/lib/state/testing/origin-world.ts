import type { ObservationOrigin } from '#lib/queries/origin-of.ts';
import type { Ask } from '../origin.ts';

/** One number of a small table, to be spoilt. */
export const observed = (over: Partial<ObservationOrigin> = {}): ObservationOrigin => ({
  obs_id: 'synthetic/syn-1//TZ4A/2025',
  institution_id: 'syn-1',
  region_code: '990121',
  entity: null,
  indicator: 'TZ4A',
  period: '2025',
  value: 12000,
  missing_reason: null,
  value_text: null,
  unit: '家',
  qualifier: 'exact',
  numerator: null,
  denominator: null,
  denominator_kind: null,
  data_status: 'synthetic',
  source_id: 's1',
  locator: 'synthetic/observations/2025.csv!H17',
  revision: 0,
  note: null,
  origin_file: 'synthetic/observations/2025.csv',
  origin_sheet: null,
  origin_cell: 'H17',
  raw_text: '12000',
  conversions: null,
  formula: null,
  earlier_revisions: null,
  source_title: '示例数据说明',
  source_publisher: '示例一市局',
  source_published: '2026-01-05',
  source_url: 'https://example.invalid/a',
  ...over,
});

/** The same number as it was read from a workbook that somebody handed in. */
export const handedIn = (over: Partial<ObservationOrigin> = {}): ObservationOrigin =>
  observed({
    origin_file: '2025年报表.xlsx',
    origin_sheet: '服务',
    origin_cell: 'D7',
    raw_text: '１．２万',
    conversions: 'full_width wan',
    ...over,
  });

const part = (indicator: string, value: number | null, cell: string): ObservationOrigin =>
  observed({
    obs_id: `synthetic/syn-1//${indicator}/2025`,
    indicator,
    value,
    missing_reason: value === null ? 'late' : null,
    unit: '人',
    origin_cell: cell,
    locator: `synthetic/observations/2025.csv!${cell}`,
    raw_text: value === null ? null : String(value),
  });

export const PARTS = [part('TZ3A', 4, 'H9'), part('TZ3B', 12, 'H10'), part('TZ3D', 19, 'H11')];

export const RATIO = observed({
  obs_id: 'synthetic/syn-1//TZ3/2025',
  indicator: 'TZ3',
  value: (100 * 16) / 19,
  unit: '%',
  numerator: 16,
  denominator: 19,
  denominator_kind: '在岗人员',
  locator: '(a.csv!H9 + a.csv!H10) ÷ a.csv!H11',
  origin_file: null,
  origin_cell: null,
  raw_text: null,
  formula: '(TZ3A + TZ3B) ÷ TZ3D',
});

const NAMES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  TZ3: ['持证比例', 'Certified share', '%', '%'],
  TZ3A: ['一级人员', 'Level 1 staff', '人', 'people'],
  TZ3B: ['二级人员', 'Level 2 staff', '人', 'people'],
  TZ3D: ['在岗人员', 'Staff in post', '人', 'people'],
  TZ4A: ['服务企业数', 'Firms served', '家', 'firms'],
};

/** An engine that knows these numbers and nothing else. */
export function askOf(rows: readonly ObservationOrigin[]): Ask {
  const catalogue = Object.entries(NAMES).map(
    ([indicator, [name_zh, name_en, unit_zh, unit_en]]) => ({
      indicator,
      name_zh,
      name_en,
      unit_zh,
      unit_en,
    }),
  );
  const homes = [{ institution_id: 'syn-1', name_zh: '甲县所', name_en: 'Jia Institute' }];
  return (_layer, query, params) => {
    const { obs_id } = params as { obs_id?: string };
    const found =
      query.name === 'indicators'
        ? catalogue
        : query.name === 'institutions'
          ? homes
          : rows.filter((row) => row.obs_id === obs_id);
    return Promise.resolve(found as never);
  };
}
