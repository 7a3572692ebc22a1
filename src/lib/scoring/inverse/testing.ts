import fc from 'fast-check';
import type { NormaliseSpec, Scheme, UnitTable } from '#lib/model/index.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';

/** The one peer group and period of `tableOf`. */
export const PEERS = { period: '2025', group: 'county' };

export const RUNS = { numRuns: 10_000 };
/** Ten thousand runs on a machine that has other things to do. */
export const TIMEOUT = 180_000;

export interface InverseCase {
  readonly scheme: Scheme;
  readonly table: UnitTable;
}

export interface Shape {
  readonly units: number;
  readonly children: number;
  readonly method?: 'arithmetic' | 'geometric';
  /** Of ten cells, how many are missing. */
  readonly gaps?: number;
  readonly tolerance?: number;
}

const cellWith = (gaps: number) =>
  fc.oneof(
    { weight: 10 - gaps, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: gaps, arbitrary: fc.constant(NaN) },
  );

const columnsWith = (units: number, children: number, gaps: number) =>
  fc.array(fc.array(cellWith(gaps), { minLength: units, maxLength: units }), {
    minLength: children,
    maxLength: children,
  });

/** Values from 1 to 12 (ties and degenerate corners abound), each child with a weight range. */
export const weighted = ({
  units,
  children,
  method = 'arithmetic',
  gaps = 0,
  tolerance = 1e-9,
}: Shape): fc.Arbitrary<InverseCase> => {
  const side = fc.record({
    weight: fc.integer({ min: 1, max: 4 }),
    down: fc.constantFrom(0.25, 0.5, 1),
    up: fc.constantFrom(1, 1.5, 2),
  });
  return fc
    .tuple(
      columnsWith(units, children, gaps),
      fc.array(side, { minLength: children, maxLength: children }),
    )
    .map(([columns, sides]) => ({
      table: tableOf(Object.fromEntries(columns.map((column, i) => [`x${i}`, column]))),
      scheme: schemeOf(
        group(
          'I',
          sides.map(({ weight, down, up }, i) =>
            indicator(`x${i}`, weight, { weight_range: [weight * down, weight * up] }),
          ),
          1,
          method,
        ),
        { normalise: AS_GIVEN, ranking: { tie_tolerance: tolerance } },
      ),
    }));
};

const METHODS: readonly NormaliseSpec[] = [
  { method: 'minmax' },
  { method: 'rank' },
  { method: 'zscore' },
  { method: 'goalposts', low: 0, high: 13 },
  { method: 'target', target: 9 },
];

/** Two indicators of either direction, normalised in different ways, with gaps. */
export const normalised = (
  units: number,
  gaps: number,
  methods: readonly NormaliseSpec[] = METHODS,
): fc.Arbitrary<InverseCase> => {
  const child = fc.record({
    weight: fc.integer({ min: 1, max: 3 }),
    direction: fc.constantFrom(1 as const, -1 as const),
    normalise: fc.constantFrom(...methods),
    value_range: fc.constantFrom([0, 14] as const, [-1, 30] as const),
  });
  return fc
    .tuple(
      columnsWith(units, 2, gaps),
      fc.array(child, { minLength: 2, maxLength: 2 }),
      fc.constantFrom(0, 0.6),
    )
    .map(([columns, children, min_availability]) => ({
      table: tableOf(Object.fromEntries(columns.map((column, i) => [`x${i}`, column]))),
      scheme: schemeOf(
        group(
          'I',
          children.map(({ weight, ...more }, i) => indicator(`x${i}`, weight, more)),
        ),
        { missing: { min_availability, require_all_dimensions: false } },
      ),
    }));
};
