/** Six counties in two cities over four years, with gaps, breaks and editions, for tests. */
import type { PublishedScore, Scheme, SeriesBreak } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import {
  makeDataset,
  unitTable,
  type InstitutionRow,
  type SchemeObservation,
} from '#lib/state/dataset.ts';
import type { TrendIndicator } from '#lib/state/trend-indicator.ts';
import type { TrendRecords } from '#lib/state/trends-records.ts';
import type { TrendsView } from '#lib/state/trends-view.ts';
import { trendsModel, type TrendsData } from '../model.ts';

const text = (zh: string) => ({ zh, en: zh });
const leaf = (code: string, unit: string) =>
  ({ code, name: text(code), unit: text(unit), direction: 1, weight: 1 }) as const;

export const PANEL_SCHEME: Scheme = {
  id: 'two',
  version: '2',
  name: text('方案'),
  description: text(''),
  effective_from: '2024-01-01',
  weights_label: text('示例权重'),
  index: {
    code: 'I',
    name: text('指数'),
    weight: 1,
    aggregate: 'arithmetic',
    children: [
      {
        code: 'D1',
        name: text('项目'),
        weight: 1,
        aggregate: 'arithmetic',
        children: [leaf('TZ2', '项'), leaf('TZ2N', '项')],
      },
      {
        code: 'D2',
        name: text('持证'),
        weight: 1,
        aggregate: 'arithmetic',
        children: [leaf('r', '%')],
      },
    ],
  },
  normalise: {
    scope: 'panel',
    range: [0, 100],
    default: { method: 'goalposts', low: 0, high: 100 },
  },
  missing: { min_availability: 0.9, require_all_dimensions: true },
  ranking: { tie_tolerance: 1e-9 },
  bands: [{ code: 'x', name: text('领先'), min: 0 }],
};

export const YEARS = ['2021', '2022', '2023', '2024'];

/** Per unit and year: stock, new, [certified, staff]; null is missing. */
type Year = readonly [number | null, number | null, readonly [number, number] | null];
const UNITS: readonly (readonly [string, string, readonly Year[]])[] = [
  [
    '甲',
    '1',
    [
      [50, 5, [8, 10]],
      [54, 4, [8, 10]],
      [60, 6, [9, 10]],
      [66, 6, [9, 10]],
    ],
  ],
  [
    '乙',
    '1',
    [
      [40, 0, [5, 10]],
      [40, 0, [6, 10]],
      [null, null, [6, 10]],
      [50, 10, [7, 10]],
    ],
  ],
  [
    '丙',
    '1',
    [
      [30, 3, [2, 4]],
      [32, 2, [2, 4]],
      [34, 2, [3, 4]],
      [36, 2, [3, 4]],
    ],
  ],
  [
    '丁',
    '2',
    [
      [20, 1, [10, 40]],
      [21, 1, [10, 40]],
      [42, 21, [20, 40]],
      [43, 1, [20, 40]],
    ],
  ],
  [
    '戊',
    '2',
    [
      [0, 0, [1, 10]],
      [3, 3, [1, 10]],
      [4, 1, [2, 10]],
      [5, 1, [2, 10]],
    ],
  ],
  [
    '己',
    '2',
    [
      [10, 1, null],
      [10, 0, null],
      [11, 1, null],
      [12, 1, null],
    ],
  ],
];

const cell = (id: string, period: string, indicator: string, value: number | null, rest = {}) =>
  ({
    institution_id: id,
    period,
    indicator,
    value,
    missing_reason: value === null ? 'late' : null,
    value_text: null,
    source_id: 's',
    qualifier: 'exact',
    numerator: null,
    denominator: null,
    denominator_kind: null,
    revision: 0,
    locator: '',
    note: null,
    ...rest,
  }) as unknown as SchemeObservation;

const observations = UNITS.flatMap(([id, , years]) =>
  years.flatMap(([stock, added, share], at) => {
    const period = YEARS[at]!;
    const hedged = id === '丙' && at === 0 ? { qualifier: 'more_than' } : {};
    return [
      cell(id, period, 'TZ2', stock, hedged),
      cell(id, period, 'TZ2N', added),
      cell(
        id,
        period,
        'r',
        share && (share[0] / share[1]) * 100,
        share ? { numerator: share[0], denominator: share[1], denominator_kind: '在岗人员' } : {},
      ),
    ];
  }),
);

const classes = UNITS.flatMap(([id], unit) =>
  YEARS.map((period, at) =>
    cell(id, period, 'CLASSA', 1 + ((unit + at) % 3), { value_text: 'CBA'[(unit + at) % 3] }),
  ),
);

export const CATALOGUE: readonly TrendIndicator[] = [
  {
    code: 'TZ2',
    name: text('标准数量'),
    unit: text('项'),
    direction: 'higher_better',
    measure: 'stock',
  },
  {
    code: 'TZ2N',
    name: text('新建标准'),
    unit: text('项'),
    direction: 'higher_better',
    measure: 'flow',
  },
  {
    code: 'r',
    name: text('持证比例'),
    unit: text('%'),
    direction: 'higher_better',
    measure: 'ratio',
  },
  {
    code: 'CLASSA',
    name: text('等次'),
    unit: text('级'),
    direction: 'higher_better',
    measure: 'category',
  },
];

const change = (part: Partial<SeriesBreak>): SeriesBreak => ({
  break_id: 'b',
  indicator: null,
  institution_id: null,
  period: '2023',
  kind: 'definition',
  text_zh: '说明',
  text_en: 'text',
  data_status: 'synthetic',
  source_id: 's',
  locator: '',
  note: null,
  ...part,
});

export const BREAKS: readonly SeriesBreak[] = [
  change({ break_id: 'scheme', kind: 'scheme', period: '2023', text_zh: '方案改版' }),
  change({ break_id: 'scope', kind: 'scope', indicator: 'TZ2', institution_id: '丁' }),
  change({ break_id: 'class', kind: 'definition', indicator: 'CLASSA', period: '2022' }),
];

const published = (period: string, id: string, element: string, value: number | null) =>
  ({
    edition: period,
    period,
    institution_id: id,
    element,
    score: value,
    rank: element === 'I' && value !== null ? UNITS.findIndex(([unit]) => unit === id) + 1 : null,
    band: null,
    status: value === null ? 'low_availability' : 'ranked',
    scheme: 'two',
    scheme_version: period < '2023' ? '1' : '2',
    data_status: 'synthetic',
    source_id: 's',
    locator: '',
  }) satisfies PublishedScore;

/** 2024 was never published; 己 never had a place. */
export const RECORDS: TrendRecords = {
  published: ['2021', '2022', '2023'].flatMap((period, at) =>
    UNITS.flatMap(([id], unit) =>
      ['I', 'D1', 'D2'].map((element) =>
        published(period, id, element, id === '己' ? null : 70 - 10 * unit + at),
      ),
    ),
  ),
  breaks: BREAKS,
  observations: classes,
};

export const DATASET = makeDataset('synthetic', {
  sources: [],
  institutions: UNITS.map(
    ([id, city]) =>
      ({
        institution_id: id,
        name_zh: `${id}所`,
        name_en: id,
        region_code: id,
        region_name_zh: `${id}县`,
        region_name_en: id,
        level: 'county',
        city_code: `99010${city}`,
        city_name_zh: `城${city}`,
        city_name_en: null,
        valid_from: '2000-01-01',
        valid_to: null,
      }) as unknown as InstitutionRow,
  ),
  observations,
});

export const TABLE = unitTable(DATASET, PANEL_SCHEME);
export const DATA: TrendsData = {
  dataset: DATASET,
  scheme: PANEL_SCHEME,
  result: score(TABLE, PANEL_SCHEME),
  records: RECORDS,
  catalogue: CATALOGUE,
};

export const VIEW: TrendsView = {
  layer: 'synthetic',
  period: '2024',
  city: null,
  level: 'county',
  scheme: 'two',
  of: 'score',
  chart: 'line',
  basis: 'current',
  axis: 'free',
  from: null,
  to: null,
  pick: [],
  why: null,
};

export const modelOf = (part: Partial<TrendsView> = {}, data: Partial<TrendsData> = {}) =>
  trendsModel({ ...DATA, ...data }, { ...VIEW, ...part });
