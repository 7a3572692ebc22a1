/** A small province for the tests of the comparison. */
import type { AggregateMethod, Scheme } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import {
  makeDataset,
  unitTable,
  type DatasetRows,
  type InstitutionRow,
  type SchemeObservation,
} from '#lib/state/dataset.ts';
import { compareModel } from '../model.ts';

const text = (zh: string, en = zh) => ({ zh, en });

/** D1 = a; D2 = b and c; D3 = d. All from 0 to 100, so that a value is its own score. */
export const sampleScheme = (aggregate: AggregateMethod = 'arithmetic'): Scheme => {
  const indicator = (code: string, unit: string) =>
    ({ code, name: text(`指标${code}`, code), unit: text(unit), direction: 1, weight: 1 }) as const;
  const group = (code: string, children: ReturnType<typeof indicator>[]) => ({
    code,
    name: text(`维${code}`, code),
    weight: 1,
    aggregate: 'arithmetic' as const,
    children,
  });
  return {
    id: 's',
    version: '1',
    name: text('方案', 'scheme'),
    description: text(''),
    effective_from: '2024-01-01',
    weights_label: text('示例权重'),
    index: {
      code: 'I',
      name: text('能力指数', 'Index'),
      weight: 1,
      aggregate,
      children: [
        group('D1', [indicator('a', '%')]),
        group('D2', [indicator('b', '项'), indicator('c', '项')]),
        group('D3', [indicator('d', '分')]),
      ],
    },
    normalise: {
      scope: 'panel',
      range: [0, 100],
      default: { method: 'goalposts', low: 0, high: 100 },
    },
    missing: { min_availability: 0.7, require_all_dimensions: true },
    ranking: { tie_tolerance: 1e-9 },
    bands: [
      { code: 'high', name: text('领先', 'leading'), min: 60 },
      { code: 'low', name: text('其他', 'other'), min: 0 },
    ],
  };
};

/** Values of a, b, c, d; null is missing; `more` marks a hedged value (余). */
export type Values = readonly (number | null)[];
export interface Unit {
  readonly id: string;
  /** Of the county; the id where not given. */
  readonly name?: string;
  readonly city?: string;
  readonly level?: 'county' | 'city';
  readonly peers?: string | null;
  readonly now: Values;
  readonly before?: Values;
  readonly hedged?: boolean;
}

export const SAMPLE: readonly Unit[] = [
  { id: '甲', peers: '山区', now: [90, 80, 60, 70], before: [50, 50, 50, 50] },
  { id: '乙', peers: '平原', now: [60, 80, 80, 70], before: [60, 60, 60, 60] },
  { id: '丙', city: '2', peers: '山区', now: [30, 40, 40, 40], before: [70, 70, 70, 70] },
  { id: '丁', city: '2', peers: null, now: [50, 50, null, 50], hedged: true },
  { id: '戊', city: '2', peers: '平原', now: [50, null, null, 50] },
  { id: '市', level: 'city', now: [70, 70, 70, 70] },
];

const CODES = ['a', 'b', 'c', 'd'];

export function sampleRows(units: readonly Unit[] = SAMPLE): DatasetRows {
  return {
    sources: [],
    institutions: units.map(
      ({ id, name = id, city = '1', level = 'county', peers = null }) =>
        ({
          institution_id: id,
          name_zh: `${name}所`,
          name_en: `${name} institute`,
          region_code: id,
          region_name_zh: level === 'county' ? `${name}县` : null,
          region_name_en: name,
          level,
          peer_group_zh: peers === null ? null : `${peers}县`,
          peer_group_en: peers,
          city_code: `99010${city}`,
          city_name_zh: `示例${city}市`,
          city_name_en: `City ${city}`,
          province_code: '990000',
          province_name_zh: '示例省',
          province_name_en: 'Example Province',
          valid_from: '2000-01-01',
          valid_to: null,
        }) as unknown as InstitutionRow,
    ),
    observations: units.flatMap(({ id, now, before, hedged = false }) =>
      [['2024', before] as const, ['2025', now] as const].flatMap(([period, values]) =>
        (values ?? []).map(
          (value, at) =>
            ({
              institution_id: id,
              period,
              indicator: CODES[at],
              value,
              missing_reason: value === null ? 'late' : null,
              qualifier: hedged ? 'more_than' : 'exact',
              source_id: 's',
              locator: 'f.csv!A1',
              revision: 0,
            }) as unknown as SchemeObservation,
        ),
      ),
    ),
  };
}

export const SAMPLE_VIEW: CompareView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 's',
  pick: [],
  against: null,
  chart: 'bars',
  open: [],
};

/** The comparison of the sample, or of other units or another way to sum up. */
export function sampleModel(
  part: Partial<CompareView> = {},
  { units = SAMPLE, aggregate }: { units?: readonly Unit[]; aggregate?: AggregateMethod } = {},
) {
  const scheme = sampleScheme(aggregate);
  const dataset = makeDataset('synthetic', sampleRows(units));
  const result = score(unitTable(dataset, scheme), scheme);
  return compareModel(dataset, scheme, result, { ...SAMPLE_VIEW, ...part });
}
