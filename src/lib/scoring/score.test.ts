import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import { score } from './score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from './testing/schemes.ts';
import { expectClose } from './testing/vectors.ts';

const twoDimensions = (more: Partial<Scheme> = {}) =>
  schemeOf(
    group('I', [
      group('A', [indicator('a1', 3), indicator('a2', 1, { direction: -1 })], 2),
      group('B', [indicator('b')], 1),
    ]),
    {
      bands: [
        { code: 'high', name: { zh: '高', en: 'high' }, min: 60 },
        { code: 'low', name: { zh: '低', en: 'low' }, min: 0 },
      ],
      ...more,
    },
  );

describe('score, by hand', () => {
  //        a1: 0..20      a2 reversed: 0..4   b: 1..3
  // u1     10 -> 50       0 -> 100            3 -> 100
  // u2     20 -> 100      4 -> 0              1 -> 0
  // u3     0 -> 0         1 -> 75             2 -> 50
  const result = score(tableOf({ a1: [10, 20, 0], a2: [0, 4, 1], b: [3, 1, 2] }), twoDimensions());
  const row = (columns: ReadonlyMap<string, ArrayLike<number>>, code: string) => [
    ...Array.from(columns.get(code)!),
  ];

  it('normalises, averages within dimensions, then over them', () => {
    expect(row(result.normalised, 'a2')).toEqual([100, 0, 75]);
    expect(row(result.scores, 'A')).toEqual([62.5, 75, 18.75]);
    expect(row(result.scores, 'B')).toEqual([100, 0, 50]);
    expect(row(result.scores, 'I')).toEqual([75, 50, 175 / 6]);
  });

  it('ranks the index and every dimension, and gives bands', () => {
    expect(row(result.ranks, 'I')).toEqual([1, 2, 3]);
    expect(row(result.ranks, 'A')).toEqual([2, 1, 3]);
    expect(result.bands).toEqual(['high', 'low', 'low']);
    expect(result.issues).toEqual([]);
  });

  it('splits the index into points', () => {
    expect(row(result.contributions, 'a1')).toEqual([25, 50, 0]);
    expectClose(result.contributions.get('a2'), [100 / 6, 0, 12.5]);
    expect(row(result.contributions, 'B')[0]).toBeCloseTo(100 / 3, 13);
    expect(row(result.actual_weights, 'a1')).toEqual([0.5, 0.5, 0.5]);
  });

  it('keeps raw values and lists elements in the order of the scheme', () => {
    expect(row(result.raw, 'a1')).toEqual([10, 20, 0]);
    expect([...result.contributions.keys()]).toEqual(['I', 'A', 'a1', 'a2', 'B', 'b']);
    expect([...result.scores.keys()]).toEqual(['I', 'A', 'B']);
  });
});

describe('missing data', () => {
  it('drops a missing child and renormalises the others (R32)', () => {
    const result = score(
      tableOf({ a1: [1, 0.5], a2: [0.2, NaN], b: [0, 1] }),
      twoDimensions({ normalise: AS_GIVEN }),
    );
    // a2 is reversed: goalposts 0..1 turn 0.2 into 0.8.
    expect(result.scores.get('A')![0]).toBeCloseTo((3 * 1 + 0.8) / 4, 14);
    expect(result.scores.get('A')![1]).toBe(0.5);
    expect(result.actual_weights.get('a1')![1]).toBeCloseTo(2 / 3, 14);
    expect(result.actual_weights.get('a2')![1]).toBe(0);
    expect(result.contributions.get('a2')![1]).toBeNaN();
    expect(result.contributions.get('a1')![1]! + result.contributions.get('b')![1]!).toBeCloseTo(
      result.scores.get('I')![1]!,
      14,
    );
  });

  it('at the threshold a unit stays, strictly below it goes (R5)', () => {
    const scheme = twoDimensions({
      missing: { min_availability: 2 / 3, require_all_dimensions: false },
    });
    const { status, availability, ranks } = score(
      tableOf({ a1: [1, 2, NaN, NaN], a2: [1, NaN, NaN, NaN], b: [1, 3, 5, NaN] }),
      scheme,
    );
    expect(status.map(({ kind }) => kind)).toEqual([
      'ranked',
      'ranked',
      'low_availability',
      'no_data',
    ]);
    expect(status[2]).toEqual({
      kind: 'low_availability',
      availability: 1 / 3,
      required: 2 / 3,
    });
    expect([...availability]).toEqual([1, 2 / 3, 1 / 3, 0]);
    expect([...ranks.get('I')!]).toEqual([2, 1, 0, 0]);
  });

  it('names the dimensions that are missing (R6)', () => {
    const { status } = score(
      tableOf({ a1: [1, NaN], a2: [1, NaN], b: [1, 1] }),
      twoDimensions({ missing: { min_availability: 0, require_all_dimensions: true } }),
    );
    expect(status[1]).toEqual({ kind: 'dimension_missing', dimensions: ['A'] });
  });

  it('who is out is no peer and has nothing but raw values (R7)', () => {
    const scheme = twoDimensions({
      missing: { min_availability: 1, require_all_dimensions: false },
    });
    const complete = { a1: [0, 10], a2: [1, 0], b: [1, 2] };
    const alone = score(tableOf(complete), scheme);
    const beside = score(tableOf({ a1: [0, 10, 999], a2: [1, 0, NaN], b: [1, 2, -999] }), scheme);
    for (const [code, values] of alone.scores)
      expect([...beside.scores.get(code)!]).toEqual([...values, NaN]);
    expect(beside.raw.get('a1')![2]).toBe(999);
    expect(beside.normalised.get('a1')![2]).toBeNaN();
    expect(beside.actual_weights.get('a1')![2]).toBeNaN();
    expect(beside.bands[2]).toBeNull();
  });

  it('counts an infinite cell as missing (R1)', () => {
    const { raw, availability } = score(
      tableOf({ a1: [Infinity, 1], a2: [1, 2], b: [1, 2] }),
      twoDimensions(),
    );
    expect([...raw.get('a1')!]).toEqual([NaN, 1]);
    expect(availability[0]).toBe(2 / 3);
  });

  it('reports a column that the table lacks (R2)', () => {
    const result = score(tableOf({ a1: [1, 2], b: [1, 2] }), twoDimensions());
    expect(result.issues).toContainEqual({
      code: 'missing_column',
      element: 'a2',
      group: '',
      period: null,
      unit: null,
    });
    expect([...result.raw.get('a2')!]).toEqual([NaN, NaN]);
    expect(result.status[0]!.kind).toBe('ranked');
  });

  it('reads the column that the scheme names', () => {
    const scheme = schemeOf(group('I', [indicator('x', 1, { column: 'Some Column' })]));
    expect([...score(tableOf({ 'Some Column': [1, 3] }), scheme).scores.get('I')!]).toEqual([
      0, 100,
    ]);
  });

  it('reports an indicator that no peer has, and peers of whom none is left', () => {
    const table = tableOf({ a1: [1, 2], a2: [NaN, NaN], b: [1, 2] });
    expect(score(table, twoDimensions()).issues).toMatchObject([
      { code: 'no_peers', element: 'a2', group: 'county', period: '2025' },
    ]);
    const nobody = twoDimensions({
      missing: { min_availability: 1, require_all_dimensions: false },
    });
    expect(score(table, nobody).issues).toMatchObject([{ code: 'no_peers', element: 'I' }]);
  });

  it('throws only at columns of the wrong length', () => {
    const table = tableOf({ a1: [1, 2], a2: [1], b: [1, 2] });
    expect(() => score(table, twoDimensions())).toThrow(RangeError);
  });

  it('takes an empty table', () => {
    const result = score({ rows: [], columns: new Map() }, twoDimensions());
    expect(result.scores.get('I')).toHaveLength(0);
  });
});

describe('groups that ask for a minimum (R36)', () => {
  const scheme = (minimum: number) =>
    schemeOf(
      group('I', [
        group('A', [indicator('x'), indicator('y')], 1, 'arithmetic', {
          min_availability: minimum,
        }),
        group('B', [indicator('z')]),
      ]),
      { normalise: AS_GIVEN },
    );
  const table = tableOf({ x: [0.4, 0.4], y: [NaN, 0.8], z: [1, 1] });

  it('is missing below it, and what it has is left out with it', () => {
    const result = score(table, scheme(0.6));
    expect(result.scores.get('A')![0]).toBeNaN();
    expect(result.scores.get('I')![0]).toBe(1);
    expect(result.actual_weights.get('x')![0]).toBe(0);
    expect(result.contributions.get('x')![0]).toBeNaN();
  });

  it('counts at it', () => {
    expect(score(table, scheme(0.5)).scores.get('A')![0]).toBe(0.4);
  });

  it('of the index leaves the row without one, and says why', () => {
    const index = { ...scheme(0.6).index, min_availability: 1 };
    expect(score(table, { ...scheme(0.6), index }).status[0]).toEqual({
      kind: 'not_computable',
      element: 'I',
      reason: 'below_min_availability',
    });
  });

  it('an indicator without a scale is still available', () => {
    const constant = { ...scheme(1), normalise: { ...AS_GIVEN, default: { method: 'minmax' } } };
    const result = score(tableOf({ x: [0.4, 0.4], y: [0.1, 0.8], z: [1, 2] }), constant as Scheme);
    expect([...result.scores.get('A')!]).toEqual([0, 1]);
  });
});

describe('what cannot be computed', () => {
  const scheme = schemeOf(
    group('I', [
      group('A', [indicator('x'), indicator('y')], 1, 'geometric'),
      group('B', [indicator('z')]),
    ]),
    { normalise: AS_GIVEN },
  );

  it('a geometric mean of a non-positive value takes the index with it, nobody else’s (R34, R35)', () => {
    const result = score(tableOf({ x: [0.25, 0.25], y: [1, 0], z: [1, 1] }), scheme);
    expect(result.scores.get('A')![0]).toBeCloseTo(0.5, 14);
    expect(result.scores.get('A')![1]).toBeNaN();
    expect(result.scores.get('I')![1]).toBeNaN();
    expect(result.scores.get('B')![1]).toBe(1);
    expect(result.status).toEqual([
      { kind: 'ranked' },
      { kind: 'not_computable', element: 'y', reason: 'nonpositive_value' },
    ]);
    expect(result.issues).toEqual([
      { code: 'nonpositive_value', element: 'y', group: 'county', period: '2025', unit: 'u2' },
    ]);
    expect([...result.ranks.get('B')!]).toEqual([1, 0]);
  });

  it('reports every such unit, in the order of the rows', () => {
    const { issues } = score(tableOf({ x: [0, 1, 1], y: [1, 1, -1], z: [1, 1, 1] }), scheme);
    expect(issues.map(({ unit, element }) => [unit, element])).toEqual([
      ['u1', 'x'],
      ['u3', 'y'],
    ]);
  });

  it('does not travel through a weight of zero', () => {
    const [a, b] = scheme.index.children;
    const children = [{ ...a!, weight: 0 }, b!];
    const weightless = { ...scheme, index: { ...scheme.index, children } };
    const result = score(tableOf({ x: [0.25, 0.25], y: [1, 0], z: [1, 1] }), weightless);
    expect([...result.scores.get('I')!]).toEqual([1, 1]);
    expect(result.status.map(({ kind }) => kind)).toEqual(['ranked', 'ranked']);
  });

  it('an index of constants has no information', () => {
    const result = score(tableOf({ a1: [1, 1], a2: [2, 2], b: [3, 3] }), twoDimensions());
    expect(result.status[0]).toEqual({
      kind: 'not_computable',
      element: 'I',
      reason: 'no_information',
    });
    expect(result.issues.map(({ code }) => code)).toEqual(Array(3).fill('constant_indicator'));
  });

  it('a geometric index has no contributions, but actual weights', () => {
    const index = group('I', [indicator('x'), indicator('y', 3)], 1, 'geometric');
    const result = score(
      tableOf({ x: [0.5, 0.2], y: [0.5, 0.8] }),
      schemeOf(index, { normalise: AS_GIVEN }),
    );
    expect(result.contributions.get('x')![0]).toBeNaN();
    expect(result.contributions.get('I')![0]).toBeCloseTo(0.5, 14);
    expect(result.actual_weights.get('y')![0]).toBe(0.75);
  });

  it('a geometric dimension of an arithmetic index contributes as a whole', () => {
    const result = score(tableOf({ x: [0.25], y: [1], z: [1] }), scheme);
    expect(result.contributions.get('A')![0]).toBeCloseTo(0.25, 14);
    expect(result.contributions.get('x')![0]).toBeNaN();
  });
});

describe('bands (R52)', () => {
  const bands = [
    { code: 'gold', name: { zh: '金', en: 'gold' }, min: 0.8 },
    { code: 'silver', name: { zh: '银', en: 'silver' }, min: 0.5 },
  ];
  const bandsOf = (...x: number[]) =>
    score(tableOf({ x }), schemeOf(group('I', [indicator('x')]), { bands, normalise: AS_GIVEN }))
      .bands;

  it('starts a band at its floor, and has none below the last', () => {
    expect(bandsOf(0.9, 0.8, 0.79, 0.5, 0.4)).toEqual(['gold', 'gold', 'silver', 'silver', null]);
  });

  it('does not let rounding cost a band', () => {
    expect(0.1 + 0.7).toBeLessThan(0.8);
    expect(bandsOf(0.1 + 0.7, 0.2)).toEqual(['gold', null]);
  });
});
