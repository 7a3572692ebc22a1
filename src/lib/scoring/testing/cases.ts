import fc from 'fast-check';
import { isGroup, TIES } from '#lib/model/index.ts';
import type {
  ImputeSpec,
  NormaliseSpec,
  Scheme,
  SchemeGroup,
  SchemeIndicator,
  SchemeNode,
  TreatSpec,
  UnitTable,
} from '#lib/model/index.ts';
import { group, indicator, schemeOf } from './schemes.ts';

const weight = fc.integer({ min: 1, max: 9 });
/** Every normalisation method, with some parameters. */
export const method = fc.oneof(
  fc.constant<NormaliseSpec>({ method: 'minmax' }),
  fc.constant<NormaliseSpec>({ method: 'zscore', mean: 50, sd: 10 }),
  fc
    .record({
      method: fc.constantFrom('rank' as const, 'borda' as const, 'percentile_rank' as const),
      ties: fc.constantFrom(...TIES),
    })
    .map((spec): NormaliseSpec => spec),
  fc.constant<NormaliseSpec>({ method: 'goalposts', low: -20, high: 80 }),
  fc.constant<NormaliseSpec>({ method: 'goalposts', low: 1, high: 80, log10: true }),
  fc.constant<NormaliseSpec>({ method: 'scaled', low: -20, high: 80 }),
  fc.constant<NormaliseSpec>({ method: 'target', target: 30 }),
  fc.constant<NormaliseSpec>({ method: 'distance_to_max' }),
  fc.boolean().map((cap): NormaliseSpec => ({
    method: 'distance_to_reference',
    unit: 'u0',
    period: '2025',
    cap,
  })),
  fc.constant<NormaliseSpec>({ method: 'fraction_of_max' }),
  fc.constant<NormaliseSpec>({ method: 'none' }),
);
/** Posts that no generated value reaches. */
export const GOALPOSTS: NormaliseSpec = { method: 'goalposts', low: -150, high: 150 };

export interface Case {
  readonly scheme: Scheme;
  readonly table: UnitTable;
}

const leaf = (code: string, spec: fc.Arbitrary<NormaliseSpec>) =>
  fc
    .record({ weight, direction: fc.constantFrom(1 as const, -1 as const), normalise: spec })
    .map(({ weight: w, ...more }): SchemeIndicator => indicator(code, w, more));

/** Two or three dimensions of one to three indicators, one of them nested a level deeper. */
const tree = (
  spec: fc.Arbitrary<NormaliseSpec>,
  aggregate: fc.Arbitrary<SchemeGroup['aggregate']>,
): fc.Arbitrary<SchemeGroup> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 3 }), weight, aggregate), {
      minLength: 2,
      maxLength: 3,
    })
    .chain((dimensions) =>
      fc
        .tuple(
          aggregate,
          ...dimensions.map(([count, w, how], d) =>
            fc
              .tuple(...Array.from({ length: count }, (_, i) => leaf(`x${d}${i}`, spec)))
              .map((leaves) => group(`D${d}`, leaves, w, how)),
          ),
        )
        .map(([how, first, ...rest]) =>
          group('I', [group('nested', [first!], 2), ...(rest as SchemeNode[])], 1, how),
        ),
    );

export const leaves = (node: SchemeNode): SchemeIndicator[] =>
  isGroup(node) ? node.children.flatMap(leaves) : [node];

/** Values that people write: two decimals at most, so that tests can shift them exactly. */
const value = fc.integer({ min: -400, max: 400 }).map((x) => x / 4);
const cell = fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) });

type Preparation = Pick<Scheme, 'impute' | 'treat'>;

const UNPREPARED = fc.constant<Preparation>({});
export const PREPARED: fc.Arbitrary<Preparation> = fc.record({
  impute: fc.oneof(
    fc.constantFrom<ImputeSpec>(
      { method: 'none' },
      { method: 'mean' },
      { method: 'median', by: 'kind' },
      { method: 'row_mean', level: 2 },
      { method: 'row_median' },
      { method: 'latest' },
      { method: 'linear' },
    ),
  ),
  treat: fc.constantFrom<TreatSpec>(
    { method: 'none' },
    { method: 'outliers', skewness: 0.5, kurtosis: 0.5, winsorise_max: 2 },
    { method: 'outliers', skewness: 0.1, kurtosis: -1, combine: true },
    { method: 'transform', transform: 'log_signed' },
  ),
});

const unit = fc.record({
  group: fc.constantFrom('g', 'h'),
  kind: fc.constantFrom('a', 'b', ''),
  periods: fc.subarray(['2024', '2025'], { minLength: 1 }),
});

/** A scheme and a table for it: gaps, two peer groups, one or two years a unit. */
export const caseOf = (
  spec: fc.Arbitrary<NormaliseSpec> = method,
  aggregate: fc.Arbitrary<SchemeGroup['aggregate']> = fc.constantFrom('arithmetic', 'geometric'),
  prepared: fc.Arbitrary<Preparation> = UNPREPARED,
): fc.Arbitrary<Case> =>
  fc
    .record({
      index: tree(spec, aggregate),
      scope: fc.constantFrom('panel' as const, 'period' as const),
      units: fc.array(unit, { minLength: 1, maxLength: 6 }),
      missing: fc.record({
        min_availability: fc.constantFrom(0, 0.4, 0.75),
        require_all_dimensions: fc.boolean(),
      }),
      preparation: prepared,
    })
    .chain(({ index, scope, units, missing, preparation }) => {
      const codes = leaves(index).map(({ code }) => code);
      const rows = units.flatMap(({ periods, ...of }, i) =>
        periods.map((period) => ({ unit: `u${i}`, period, ...of })),
      );
      const n = rows.length;
      return fc
        .array(fc.array(cell, { minLength: n, maxLength: n }), {
          minLength: codes.length,
          maxLength: codes.length,
        })
        .map((columns) => ({
          scheme: schemeOf(index, {
            ...preparation,
            missing,
            normalise: { scope, range: [1, 100], default: { method: 'minmax' } },
          }),
          table: {
            rows: rows.map(({ unit: code, period, group: peers }) => ({
              unit: code,
              period,
              group: peers,
            })),
            columns: new Map(columns.map((xs, c) => [codes[c]!, Float64Array.from(xs)])),
            labels: new Map([['kind', rows.map(({ kind }) => kind)]]),
          },
        }));
    });
