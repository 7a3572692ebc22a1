import fc from 'fast-check';
import type { EngineRow } from '#lib/engine/engine.ts';
import type { TableRows } from '#lib/engine/testing/publish.ts';
import { schemeColumns } from '#lib/model/index.ts';
import type {
  NormaliseSpec,
  Scheme,
  SchemeGroup,
  SchemeIndicator,
  SchemeNode,
} from '#lib/model/index.ts';
import { FIXTURE, observation } from '../../testing/fixture.ts';

/**
 * Schemes that the second computation covers, each with columns of its own in one set of published
 * tables, so that one database serves them all.
 */

export const UNITS: readonly string[] = Array.from({ length: 54 }, (_, i) => `u${i}`);
const YEARS = ['2023', '2024', '2025'];

const text = (word: string) => ({ zh: word, en: word });
const scales: fc.Arbitrary<NormaliseSpec> = fc.constantFrom<NormaliseSpec>(
  { method: 'minmax' },
  { method: 'minmax' },
  { method: 'distance_to_max' },
  { method: 'fraction_of_max' },
  { method: 'goalposts', low: -40, high: 160 },
  { method: 'goalposts', low: 10, high: 90, truncate: false },
  { method: 'goalposts', low: 0.5, high: 200, log10: true },
  { method: 'scaled', low: -300, high: 300 },
  { method: 'target', target: 70 },
  { method: 'target', target: 55, cap: false },
  { method: 'zscore', mean: 50, sd: 10 },
  { method: 'zscore' },
  { method: 'rank' },
  { method: 'rank', ties: 'average' },
  { method: 'borda', ties: 'highest' },
  { method: 'percentile_rank' },
  { method: 'none' },
);

const weight = fc.constantFrom(0, 0.5, 1, 1, 1, 2, 3, 7);

const indicator: fc.Arbitrary<SchemeIndicator> = fc
  .record({
    weight,
    direction: fc.constantFrom(1 as const, 1 as const, -1 as const),
    own: fc.option(scales, { freq: 2 }),
    divided: fc.constantFrom(false, false, false, true),
  })
  .map(({ weight: w, direction, own, divided }) => ({
    code: '',
    name: text(''),
    weight: w,
    direction,
    ...(own && { normalise: own }),
    ...(divided && { denominator: 'denominator', scale_factor: 100 }),
  }));

const groupOf = (children: fc.Arbitrary<readonly SchemeNode[]>): fc.Arbitrary<SchemeGroup> =>
  fc
    .record({
      weight,
      children,
      aggregate: fc.constantFrom(
        'arithmetic' as const,
        'arithmetic' as const,
        'geometric' as const,
      ),
      min_availability: fc.constantFrom(0, 0, 0.5, 0.67),
      weigh: fc.constantFrom({ method: 'given' as const }, { method: 'equal' as const }),
    })
    .map((group) => ({ code: '', name: text(''), ...group, children: weighing(group.children) }));

/** Siblings of which at least the first has a weight. */
const weighing = (nodes: readonly SchemeNode[]): SchemeNode[] =>
  nodes.map((node, i) => (i === 0 && node.weight === 0 ? { ...node, weight: 1 } : node));

const some = <T>(of: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(of, { minLength: 1, maxLength });
const dimension = groupOf(some(indicator, 3));
const tree = groupOf(
  some(
    fc.oneof(indicator, dimension, dimension, groupOf(some(fc.oneof(indicator, dimension), 2))),
    3,
  ),
);

/** What the cells of a column are like. */
const column = fc.record({
  kind: fc.constantFrom('quarters', 'few', 'constant', 'positive', 'positive', 'reals'),
  gaps: fc.constantFrom(0, 5, 5, 30),
  draws: fc.array(fc.integer({ min: 0, max: 999_999 }), {
    minLength: UNITS.length * YEARS.length,
    maxLength: UNITS.length * YEARS.length,
  }),
});

const VALUE: Record<string, (draw: number) => number> = {
  quarters: (draw) => (draw % 801) / 4 - 100,
  few: (draw) => [0, 1, 5][draw % 3] ?? 0,
  constant: () => 12.5,
  positive: (draw) => 1 + (draw % 120),
  reals: (draw) => Math.sqrt(draw + 1) / 7,
};

const settings = fc.record({
  scope: fc.constantFrom('panel' as const, 'period' as const),
  range: fc.constantFrom<readonly [number, number]>([0, 100], [1, 100], [-1, 1]),
  missing: fc.record({
    min_availability: fc.constantFrom(0, 0, 0.4, 0.75),
    require_all_dimensions: fc.boolean(),
    min_nonzero: fc.constantFrom(0, 0, 0.5),
    force: fc.record({
      include: fc.subarray(['u3', 'u40'], { minLength: 0 }),
      exclude: fc.subarray(['u5', 'u41', 'nobody']),
    }),
  }),
  // Wide ones make chains of close scores; no score of round numbers lies on their edge.
  tie_tolerance: fc.constantFrom(1e-9, 1e-9, 0.0123456789, 0.2345678901),
  standard: scales,
});

/** Gives every element a code of its own, and the indicators columns of their own. */
function coded(node: SchemeNode, prefix: string, next: { id: number }): SchemeNode {
  const id = next.id++;
  if ('children' in node)
    return {
      ...node,
      code: `${prefix}g${id}`,
      children: node.children.map((child) => coded(child, prefix, next)),
    };
  return {
    ...node,
    code: `${prefix}i${id}`,
    ...(id % 2 === 0 && { column: `${prefix}c${id}` }),
    ...(node.denominator !== undefined && { denominator: `${prefix}d${id}` }),
  };
}

const caseOf = fc.record({
  index: tree,
  settings,
  columns: fc.array(column, { minLength: 20, maxLength: 20 }),
});

export interface GeneratedCases {
  readonly schemes: readonly Scheme[];
  readonly tables: TableRows;
}

/** The same cases for the same seed. */
export function generatedCases(count: number, seed: number): GeneratedCases {
  const observations: EngineRow[] = [];
  const schemes = fc.sample(caseOf, { numRuns: count, seed }).map((drawn, k): Scheme => {
    const { scope, range, missing, tie_tolerance, standard } = drawn.settings;
    const scheme: Scheme = {
      id: `case-${k}`,
      version: '1.0.0',
      name: text('case'),
      description: text('case'),
      effective_from: '2023-01-01',
      weights_label: text('case'),
      index: coded(drawn.index, `k${k}`, { id: 0 }) as SchemeGroup,
      normalise: { scope, range, default: standard },
      missing,
      ranking: { tie_tolerance },
      bands: [],
    };
    for (const [at, code] of schemeColumns(scheme).entries())
      observations.push(...cellsOf(code, drawn.columns[at % drawn.columns.length]!, at));
    return scheme;
  });
  return { schemes, tables: { institution: INSTITUTIONS, observation: observations } };
}

function cellsOf(
  indicatorCode: string,
  { kind, gaps, draws }: { kind: string; gaps: number; draws: readonly number[] },
  salt: number,
): EngineRow[] {
  return YEARS.flatMap((period, y) =>
    UNITS.flatMap((institution_id, i) => {
      const draw = draws[y * UNITS.length + i]!;
      const missing = draw % 100 < gaps || (i % 17 === 3 && y === 1);
      // Where there is no row at all the cell is missing too.
      if (missing && draw % 2 === 0) return [];
      const cell = observation({
        obs_id: `${indicatorCode}-${y}-${i}`,
        institution_id,
        indicator: indicatorCode,
        period,
        period_start: `${period}-01-01`,
        period_end: `${period}-12-31`,
        value: missing ? null : VALUE[kind]!(draw),
        missing_reason: missing ? 'late' : null,
      });
      const isCorrected = (draw + salt) % 23 === 0;
      return isCorrected
        ? [
            { ...cell, revision: 1 },
            { ...cell, obs_id: `${indicatorCode}-old-${y}-${i}`, value: 1 },
          ]
        : [cell];
    }),
  );
}

/** Three peer groups; some institutions begin or end within the years, one has two rows in one. */
const INSTITUTIONS: EngineRow[] = UNITS.flatMap((institution_id, i) => {
  const row = {
    ...FIXTURE.institution[0],
    institution_id,
    level: i < 30 ? 'county' : i < 47 ? 'city' : 'province',
    valid_from: i % 19 === 4 ? '2024-07-01' : '2000-01-01',
    valid_to: i % 13 === 6 ? '2024-12-31' : null,
  };
  return i === 8
    ? [
        { ...row, valid_to: '2024-05-31' },
        { ...row, valid_from: '2024-06-01' },
      ]
    : [row];
});
