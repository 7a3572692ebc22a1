import type {
  AggregateMethod,
  Scheme,
  SchemeGroup,
  SchemeIndicator,
  SchemeNode,
  UnitTable,
} from '#lib/model/index.ts';

const text = (word: string) => ({ zh: word, en: word });

export const indicator = (
  code: string,
  weight = 1,
  more: Partial<SchemeIndicator> = {},
): SchemeIndicator => ({ code, name: text(code), direction: 1, weight, ...more });

export const group = (
  code: string,
  children: readonly SchemeNode[],
  weight = 1,
  aggregate: AggregateMethod = 'arithmetic',
  more: Partial<SchemeGroup> = {},
): SchemeGroup => ({ code, name: text(code), weight, aggregate, children, ...more });

/** A scheme that screens nobody and ranks exactly, unless told otherwise. */
export const schemeOf = (index: SchemeGroup, more: Partial<Scheme> = {}): Scheme => ({
  id: 'test',
  version: '1.0.0',
  name: text('test'),
  description: text('test'),
  effective_from: '2023-01-01',
  weights_label: text('test'),
  index,
  normalise: { scope: 'period', range: [0, 100], default: { method: 'minmax' } },
  missing: { min_availability: 0, require_all_dimensions: false },
  ranking: { tie_tolerance: 1e-9 },
  bands: [],
  ...more,
});

/** Values that go through normalisation unchanged. */
export const AS_GIVEN = {
  scope: 'period',
  range: [0, 1],
  default: { method: 'goalposts', low: 0, high: 1, truncate: false },
} as const satisfies Scheme['normalise'];

/** One period, one peer group; NaN for missing. */
export const tableOf = (
  columns: Readonly<Record<string, ArrayLike<number>>>,
  units?: readonly string[],
): UnitTable => {
  const n = Object.values(columns)[0]?.length ?? 0;
  return {
    rows: Array.from({ length: n }, (_, i) => ({
      unit: units?.[i] ?? `u${i + 1}`,
      period: '2025',
      group: 'county',
    })),
    columns: new Map(Object.entries(columns).map(([code, xs]) => [code, Float64Array.from(xs)])),
  };
};
