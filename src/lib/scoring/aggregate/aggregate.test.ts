import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AggregateMethod, SchemeGroup, UnitTable } from '#lib/model/index.ts';
import { AGGREGATE_METHODS } from '#lib/model/index.ts';
import { explain } from '../explain.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';

const { NaN: NA } = Number;
const xy = [indicator('x'), indicator('y')];
const schemeWith = (aggregate: AggregateMethod, more: Partial<SchemeGroup> = {}) =>
  schemeOf(group('I', xy, 1, aggregate, more), { normalise: AS_GIVEN });
const indexOf = (table: UnitTable, ...of: Parameters<typeof schemeWith>) => [
  ...score(table, schemeWith(...of)).scores.get('I')!,
];

describe('values a mean cannot take (R34, R37, R38, R64)', () => {
  const table = tableOf({ x: [1, 1, 1], y: [0.5, 0, -1] });
  it.each<[AggregateMethod, Partial<SchemeGroup>, string[]]>([
    ['geometric', {}, ['u2 nonpositive_value', 'u3 nonpositive_value']],
    ['harmonic', {}, ['u2 nonpositive_value', 'u3 nonpositive_value']],
    ['generalised', { power: -2 }, ['u2 nonpositive_value', 'u3 nonpositive_value']],
    ['generalised', { power: 2 }, ['u3 negative_value']],
    ['generalised', { power: 0.5 }, ['u3 negative_value']],
    ['generalised', { power: 3 }, []],
    ['benefit_of_the_doubt', {}, ['u3 negative_value']],
    ['arithmetic', {}, []],
    ['copeland', {}, []],
  ])('%s %j: %j', (method, more, expected) => {
    const { issues, status, scores } = score(table, schemeWith(method, more));
    expect(issues.map(({ unit, code }) => `${unit} ${code}`)).toEqual(expected);
    expect(issues.every(({ element }) => element === 'y')).toBe(true);
    for (const [row, { kind }] of status.entries()) {
      const isRefused = expected.some((issue) => issue.startsWith(`u${row + 1}`));
      expect(kind).toBe(isRefused ? 'not_computable' : 'ranked');
      expect(Number.isNaN(scores.get('I')![row]!)).toBe(isRefused);
    }
  });
});

describe('methods that compare peers (R39)', () => {
  const rows = ['county', 'county', 'city', 'county', 'county'].map((of, i) => ({
    unit: `u${i % 3}`,
    period: i < 3 ? '2024' : '2025',
    group: of,
  }));
  const table: UnitTable = {
    rows,
    columns: new Map([
      ['x', Float64Array.of(1, 2, 9, 4, 2)],
      ['y', Float64Array.of(1, 2, 9, 1, 2)],
    ]),
  };

  it('compare within one period and peer group, in a panel too', () => {
    expect(indexOf(table, 'copeland')).toEqual([-1, 1, 0, 0, 0]);
    expect(indexOf(table, 'kemeny')).toEqual([0, 1, 0, 0, 0]);
    const bod = indexOf(table, 'benefit_of_the_doubt');
    expect(bod).toEqual([0.5, 1, 1, 1, 1]);
  });

  it('leave out rows whose data do not suffice, and rows without a value that has a weight', () => {
    const gaps = tableOf({ x: [1, 2, 3], y: [3, NA, 1] });
    expect(indexOf(gaps, 'copeland', { min_availability: 1 })).toEqual([0, NA, 0]);
    const weightless = schemeOf(group('I', [indicator('x'), indicator('y', 0)], 1, 'copeland'), {
      normalise: AS_GIVEN,
    });
    const { scores, status } = score(tableOf({ x: [1, NA, 3], y: [3, 9, 1] }), weightless);
    expect([...scores.get('I')!]).toEqual([-1, NA, 1]);
    expect(status[1]).toMatchObject({ kind: 'not_computable', reason: 'no_information' });
  });

  it('a refused Kemeny order is reported once and takes the index with it', () => {
    const n = 17;
    const column = (by: number) => Array.from({ length: n }, (_, i) => (i + by) % n);
    const knot = group('K', [indicator('a'), indicator('b'), indicator('c')], 1, 'kemeny');
    const { status, issues, scores } = score(
      tableOf({ a: column(0), b: column(1), c: column(2), z: column(0) }),
      schemeOf(group('I', [knot, indicator('z')])),
    );
    expect(status).toEqual(
      Array(n).fill({ kind: 'not_computable', element: 'K', reason: 'kemeny_too_large' }),
    );
    expect(issues).toEqual([
      { code: 'kemeny_too_large', element: 'K', group: 'county', period: '2025', unit: null },
    ]);
    expect(scores.get('I')!.every(Number.isNaN)).toBe(true);
  });

  it('an order that is not unique is reported', () => {
    const { issues } = score(tableOf({ x: [1, 2], y: [2, 1] }), schemeWith('kemeny'));
    expect(issues.map(({ code, element }) => [code, element])).toEqual([
      ['kemeny_not_unique', 'I'],
    ]);
  });

  it('the benefit of the doubt ends at the top of the range, with the shares that count', () => {
    const result = score(
      tableOf({ x: [40, 20, 20], y: [10, 30, 20] }),
      schemeOf(group('I', xy, 1, 'benefit_of_the_doubt'), {
        normalise: { scope: 'period', range: [0, 100], default: { method: 'none' } },
      }),
    );
    const index = result.scores.get('I')!;
    expect([...index.subarray(0, 2)]).toEqual([100, 100]);
    expect(index[2]).toBeCloseTo(80, 10);
    for (const code of ['x', 'y']) {
      expect(result.favourable_shares.get(code)![2]).toBeCloseTo(0.5, 12);
      expect(result.actual_weights.get(code)![2]).toBe(result.favourable_shares.get(code)![2]);
      expect(result.contributions.get(code)![2]).toBeNaN();
    }
  });

  it('are explained by their rules', () => {
    const rules = AGGREGATE_METHODS.map((method) => {
      const scheme = schemeWith(method, method === 'generalised' ? { power: 2 } : {});
      return explain(score(tableOf({ x: [1, 2], y: [1, 2] }), scheme), scheme, 0)[0]!.steps[0]!
        .rule;
    });
    expect(rules).toEqual(['R33', 'R34', 'R37', 'R38', 'R62', 'R63', 'R64']);
  });
});

describe('weights that do not come from the children (R70)', () => {
  const scheme = (weigh: SchemeGroup['weigh']) =>
    schemeOf(
      group('I', [indicator('x', 9), indicator('y', 1)], 1, 'arithmetic', { weigh: weigh! }),
      {
        normalise: AS_GIVEN,
      },
    );

  it('are used for scores, contributions and shares alike, and kept', () => {
    const result = score(tableOf({ x: [1, 0], y: [0, 0.5] }), scheme({ method: 'equal' }));
    expect([...result.scores.get('I')!]).toEqual([0.5, 0.25]);
    expect(result.contributions.get('x')![0]).toBe(0.5);
    expect(result.weights.get('x')).toMatchObject({ nominal: 9, share: 0.5, effective: 0.5 });
    expect(result.weighings).toMatchObject([{ group: 'I', method: 'equal', problem: null }]);
  });

  it('leave the group without scores where the data do not yield them', () => {
    const result = score(tableOf({ x: [1, 0], y: [0, 0.5] }), scheme({ method: 'pca' }));
    expect(result.status[0]).toEqual({
      kind: 'not_computable',
      element: 'I',
      reason: 'weights_not_derivable',
    });
    expect(result.issues).toEqual([
      { code: 'weights_not_derivable', element: 'I', group: '', period: null, unit: null },
    ]);
    expect(result.weights.get('x')!.effective).toBeNaN();
    expect(result.actual_weights.get('x')![0]).toBeNaN();
  });
});

describe('every method, generated', () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(NA) },
  );
  const tables = fc
    .array(fc.tuple(value, value, value), { minLength: 1, maxLength: 5 })
    .chain((cells) =>
      fc
        .shuffledSubarray([...cells.keys()], { minLength: cells.length })
        .map((order) => ({ cells, order })),
    );
  const table = (cells: readonly (readonly number[])[], order: readonly number[]) =>
    tableOf(
      Object.fromEntries(
        ['x', 'y', 'z'].map((code, i) => [code, order.map((at) => cells[at]![i]!)]),
      ),
      order.map((at) => `u${at}`),
    );

  it.each(AGGREGATE_METHODS)('%s: the order of the rows decides no bit', (method) => {
    const more = { power: 2, min_availability: 0.5 };
    const inner = group('A', [indicator('x', 2), indicator('y')], 2, method, more);
    const scheme = schemeOf(group('I', [inner, indicator('z')], 1, method, more), {
      normalise: AS_GIVEN,
    });
    fc.assert(
      fc.property(tables, ({ cells, order }) => {
        const plain = score(table(cells, [...cells.keys()]), scheme);
        const moved = score(table(cells, order), scheme);
        const isSame = ['A', 'I'].every((code) =>
          order.every((at, row) =>
            Object.is(moved.scores.get(code)![row], plain.scores.get(code)![at]),
          ),
        );
        expect(isSame).toBe(true);
        const reasons = order.every(
          (at, row) => moved.status[row]!.kind === plain.status[at]!.kind,
        );
        expect(reasons).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(['arithmetic', 'geometric', 'harmonic', 'generalised', 'copeland', 'kemeny'] as const)(
    '%s: a child that everyone lacks is as if it were not there, not as a zero',
    (method) => {
      const scheme = (...children: ReturnType<typeof indicator>[]) =>
        schemeOf(group('I', children, 1, method, { power: 2 }), { normalise: AS_GIVEN });
      const [x, y, z] = [indicator('x', 2), indicator('y'), indicator('z', 3)];
      fc.assert(
        fc.property(tables, ({ cells, order }) => {
          const gone = cells.map(([a, b]) => [a, b, NA]);
          const index = (of: ReturnType<typeof scheme>) =>
            score(table(gone, order), of).scores.get('I')!;
          expect([...index(scheme(x, y, z))]).toEqual([...index(scheme(x, y))]);
        }),
        { numRuns: 10_000 },
      );
    },
  );
});
