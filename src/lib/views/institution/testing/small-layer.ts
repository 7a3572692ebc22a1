/** A made-up layer for tests: a few counties of two cities, three years, two dimensions. */
import type { Scheme } from '#lib/model/index.ts';
import { makeDataset, type Dataset, type DatasetRows } from '#lib/state/dataset.ts';
import type { InstitutionFacts } from '#lib/state/institution-facts.ts';
import type { InstitutionView } from '#lib/state/institution-view.ts';

const text = (zh: string, en = zh) => ({ zh, en });

/** Counts (min-max) and a share with fixed posts; dimension B may be argued for. */
export const scheme: Scheme = {
  id: 's',
  version: '1',
  name: text('方案', 'Scheme'),
  description: text(''),
  effective_from: '2024-01-01',
  weights_label: text('示例权重', 'illustrative weights'),
  index: {
    code: 'I',
    name: text('指数', 'Index'),
    weight: 1,
    aggregate: 'arithmetic',
    children: [
      {
        code: 'A',
        name: text('检定', 'Verification'),
        weight: 1,
        weight_range: [0.5, 1.5],
        aggregate: 'arithmetic',
        children: [
          {
            code: 'n',
            name: text('项目数', 'Items'),
            unit: text('项', 'items'),
            direction: 1,
            integer: true,
            value_range: [0, 50],
            weight: 1,
          },
        ],
      },
      {
        code: 'B',
        name: text('持证', 'Certified'),
        weight: 1,
        weight_range: [0.5, 1.5],
        aggregate: 'arithmetic',
        children: [
          {
            code: 'p',
            name: text('持证比例', 'Certified share'),
            unit: text('%', '%'),
            direction: 1,
            value_range: [0, 100],
            weight: 1,
            normalise: { method: 'goalposts', low: 0, high: 100 },
          },
        ],
      },
    ],
  },
  normalise: { scope: 'panel', range: [0, 100], default: { method: 'minmax' } },
  missing: { min_availability: 0.6, require_all_dimensions: true },
  ranking: { tie_tolerance: 1e-9 },
  bands: [
    { code: 'x', name: text('领先', 'Leading'), min: 60 },
    { code: 'y', name: text('待提升', 'To improve'), min: 0 },
  ],
};

/** Only the count: another scheme to change to. */
export const otherScheme: Scheme = {
  ...scheme,
  id: 'other',
  name: text('另一方案', 'Other scheme'),
  index: { ...scheme.index, children: scheme.index.children.slice(0, 1) },
};

/** By institution and year: count and share; null where missing. */
export type Values = Readonly<
  Record<string, Readonly<Record<string, readonly [number | null, number | null]>>>
>;

export const VALUES: Values = {
  甲: { '2023': [40, 80], '2024': [42, 82], '2025': [44, 84] },
  乙: { '2023': [30, 90], '2024': [30, 70], '2025': [36, 90] },
  丙: { '2023': [20, 60], '2024': [24, 62], '2025': [28, 64] },
  丁: { '2023': [10, 50], '2024': [12, 52], '2025': [14, null] },
};

const PERIODS = ['2023', '2024', '2025'];

export function smallRows(values: Values = VALUES): DatasetRows {
  const ids = Object.keys(values);
  return {
    institutions: ids.map((id, i) => ({
      institution_id: `u${i}`,
      name_zh: `${id}县计量所`,
      name_en: `Institute ${i}`,
      region_code: `99010${i}`,
      region_name_zh: `${id}县`,
      region_name_en: `County ${i}`,
      level: 'county',
      city_code: i < 3 ? '990100' : '990200',
      city_name_zh: i < 3 ? '一市' : '二市',
      city_name_en: i < 3 ? 'City One' : 'City Two',
      province_code: '990000',
      province_name_zh: '示例省',
      province_name_en: 'Example Province',
      legal_form: i === 0 ? 'authorised' : 'statutory',
      class: i === 0 ? 'A' : null,
      class_scheme: i === 0 ? '办法' : null,
      peer_group_zh: '山区县',
      peer_group_en: 'Mountain counties',
      valid_from: '2000-01-01',
      valid_to: null,
      note: null,
    })),
    observations: ids.flatMap((id, i) =>
      PERIODS.filter((period) => values[id]![period]).flatMap((period) =>
        ['n', 'p'].map((indicator, k) => {
          const value = values[id]![period]![k]!;
          return {
            obs_id: `${id} ${period} ${indicator}`,
            institution_id: `u${i}`,
            period,
            indicator,
            value,
            missing_reason: value === null ? 'late' : null,
            source_id: 'x',
            qualifier: indicator === 'n' && i === 1 ? 'more_than' : 'exact',
            numerator: null,
            denominator: null,
            denominator_kind: null,
            locator: `f.csv!H${i + 2}`,
            revision: 0,
            note: null,
          };
        }),
      ),
    ),
    sources: [],
  } as unknown as DatasetRows;
}

export const smallDataset = (values: Values = VALUES): Dataset =>
  makeDataset('synthetic', smallRows(values));

export const noFacts: InstitutionFacts = {
  former: [],
  breaks: [],
  targets: [],
  events: [],
  eventCount: 0,
  activities: [],
  activityCount: 0,
};

export const view: InstitutionView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 's',
};
