/** Replicates against the plain, slow way: scoring the replicate's scheme. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreResult, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { simulatedCase } from '../testing/assumptions.ts';
import type { SimulatedCase } from '../testing/assumptions.ts';
import { perturbedScheme } from './perturb.ts';
import { simulationOf } from './simulation.ts';

const RUNS = { numRuns: 10_000 };
/** Every case is several whole computations. */
const LONG = 180_000;
const PERIOD = '2025';

/** Coordinates for designs of any size. */
const coordinates = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 8,
    maxLength: 8,
  })
  .map(
    (values) => (dimensions: number) =>
      Float64Array.from({ length: dimensions }, (_, i) => values[i % values.length]!),
  );

type At = (dimensions: number) => Float64Array;

/** What a simulation says about a point. */
function replicate({ table, scheme, robustness }: SimulatedCase, at: At) {
  const simulation = simulationOf(table, scheme, robustness, PERIOD);
  const u = at(simulation.design.dimensions);
  const scores = new Float64Array(simulation.rows.length);
  const ranks = new Int32Array(simulation.rows.length);
  // Twice: what the first replicate leaves behind must not show in the second.
  simulation.run(
    u.map((x) => (x + 0.5) % 1),
    scores,
    ranks,
  );
  simulation.run(u, scores, ranks);
  return { simulation, u, scores, ranks };
}

const isClose = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(100, Math.abs(b));

const same = (a: ArrayLike<number>, b: ArrayLike<number>, equal: typeof isClose) =>
  a.length === b.length && Array.from(a).every((x, i) => equal(x, b[i]!));

/** Whether places and scores are those of a result, for the rows of a simulation. */
const isOf = (
  { scores, ranks }: { readonly scores: Float64Array; readonly ranks: Int32Array },
  rows: Int32Array,
  result: ScoreResult,
): boolean => {
  const [index, places] = [result.scores.get('I')!, result.ranks.get('I')!];
  return rows.every((row, i) => isClose(scores[i]!, index[row]!) && ranks[i] === places[row]);
};

/** Positions of the rows with a place in the period, by unit code, then peer group. */
const placedRows = ({ rows }: UnitTable, result: ScoreResult): number[] => {
  const key = (row: number) => `${rows[row]!.unit} ${rows[row]!.group}`;
  return [...rows.keys()]
    .filter((row) => rows[row]!.period === PERIOD && result.ranks.get('I')![row]! > 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

function agrees(of: SimulatedCase, at: At): boolean {
  const { table, scheme, robustness } = of;
  const { simulation, u, ...own } = replicate(of, at);
  const nominal = score(table, scheme);
  const perturbed = score(table, perturbedScheme(table, scheme, robustness, u));
  return (
    same(simulation.rows, placedRows(table, nominal), Object.is) &&
    isOf(simulation.nominal, simulation.rows, nominal) &&
    isOf(own, simulation.rows, perturbed)
  );
}

describe('a replicate is the score of its scheme: scores to 1e-12, places exactly', () => {
  const expectAgreement = (cases: fc.Arbitrary<SimulatedCase>) =>
    fc.assert(
      fc.property(cases, coordinates, (of, at) => {
        expect(agrees(of, at)).toBe(true);
      }),
      RUNS,
    );

  it(
    'any assumptions, arithmetic and geometric means',
    () => {
      expectAgreement(simulatedCase());
    },
    LONG,
  );

  it(
    'weights alone, arithmetic means only: the collapsed weights',
    () => {
      const kinds = ['weights', 'dirichlet', 'leave_out'] as const;
      expectAgreement(simulatedCase(kinds, fc.constant('arithmetic')));
    },
    LONG,
  );

  it(
    'weights alone, positive values: geometric and harmonic means as sums',
    () => {
      const kinds = ['weights', 'dirichlet', 'leave_out'] as const;
      const means = fc.constantFrom('arithmetic' as const, 'geometric', 'harmonic');
      expectAgreement(simulatedCase(kinds, means, fc.constant(false)));
    },
    LONG,
  );
});

it(
  'the order of the table decides no digit of a simulation',
  () => {
    const shuffled = simulatedCase().chain((of) =>
      fc
        .shuffledSubarray([...of.table.rows.keys()], { minLength: of.table.rows.length })
        .map((order) => ({ of, order })),
    );
    fc.assert(
      fc.property(shuffled, coordinates, ({ of, order }, at) => {
        const { rows, columns, labels } = of.table;
        const pick = (xs: Float64Array) => Float64Array.from(order, (row) => xs[row]!);
        const table = {
          rows: order.map((row) => rows[row]!),
          columns: new Map([...columns].map(([code, xs]) => [code, pick(xs)])),
          labels: new Map([['kind', order.map((row) => labels!.get('kind')![row]!)]]),
        };
        const base = replicate(of, at);
        const moved = replicate({ ...of, table }, at);
        expect(same(moved.scores, base.scores, Object.is)).toBe(true);
        expect(same(moved.ranks, base.ranks, Object.is)).toBe(true);
      }),
      RUNS,
    );
  },
  LONG,
);
