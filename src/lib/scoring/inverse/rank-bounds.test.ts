import { describe, expect, it } from 'vitest';
import type { RankBounds, WeightRefusal } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { rankBounds } from './rank-bounds.ts';
import { PEERS } from './testing.ts';
import { withWeights } from './weights.ts';

const view = (found: RankBounds | WeightRefusal) =>
  found.kind === 'bounds'
    ? found.units.map(({ best, worst }) => [best.place, worst.place, best.proven && worst.proven])
    : found;

describe('rankBounds by hand (R110-R114)', () => {
  // With w = weight of x against 1 of y: a = 10w, b = 6w + 5, c = 9.
  const table = tableOf({ x: [10, 6, 0], y: [0, 5, 9] });
  const scheme = (low: number, high: number) =>
    schemeOf(group('I', [indicator('x', 1, { weight_range: [low, high] }), indicator('y', 1)]), {
      normalise: AS_GIVEN,
    });

  it('finds the places that depend on the weight, and weights that give them', () => {
    // a overtakes c at 10w = 9, b at 10w = 6w + 5 (1.25); b overtakes c at 6w = 4 (0.667).
    expect(view(rankBounds(table, scheme(0.5, 1.2), PEERS))).toEqual([
      [2, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
    expect(view(rankBounds(table, scheme(0.5, 2), PEERS))).toEqual([
      [1, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
  });

  it('counts a tie as the better place: at w = 1.25 a and b share the first', () => {
    expect(view(rankBounds(table, scheme(1, 1.25), PEERS))).toEqual([
      [1, 2, true],
      [1, 1, true],
      [3, 3, true],
    ]);
  });

  it('keeps children without a range fixed, and takes a box in place of the ranges', () => {
    expect(view(rankBounds(table, scheme(1, 1), PEERS))).toEqual([
      [2, 2, true],
      [1, 1, true],
      [3, 3, true],
    ]);
    const found = rankBounds(table, scheme(1, 1), PEERS, { box: { relative: 0.5 } });
    expect(view(found)).toEqual([
      [1, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
    expect(found).toMatchObject({
      box: new Map([
        ['x', [0.5, 1.5]],
        ['y', [0.5, 1.5]],
      ]),
    });
  });

  it('lets all weights be anything: everyone who is best in something can be first', () => {
    const box = new Map([
      ['x', [0, 1]],
      ['y', [0, 1]],
    ] as const);
    expect(view(rankBounds(table, scheme(1, 1), PEERS, { box }))).toEqual([
      [1, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
  });

  it('moves the weights inside a dimension below the index', () => {
    const deep = schemeOf(
      group('I', [
        group('D', [indicator('x', 1, { weight_range: [0.5, 2] }), indicator('y', 1)], 3),
        indicator('z', 1),
      ]),
      { normalise: AS_GIVEN },
    );
    // D of a = 10w/(w+1), of c = 9/(w+1); z lifts b by nothing and c by 3/4 of a point.
    const wide = tableOf({ x: [10, 6, 0], y: [0, 5, 9], z: [0, 0, 3] });
    const found = rankBounds(wide, deep, PEERS, { of: 'D' }) as RankBounds;
    expect(found.units.every(({ best, worst }) => best.proven && worst.proven)).toBe(true);
    for (const { row, best } of found.units)
      expect(score(wide, withWeights(deep, 'D', best.weights)).ranks.get('I')![row]).toBe(
        best.place,
      );
    expect(view(found)).toEqual([
      [1, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
  });

  it('moves the weights of experts from what they come to', () => {
    const weigh = {
      method: 'budget',
      allocations: [
        [75, 25],
        [25, 75],
      ],
    } as const;
    const index = group('I', [indicator('x'), indicator('y')], 1, 'arithmetic', { weigh });
    const asked = schemeOf(index, { normalise: AS_GIVEN });
    const found = rankBounds(table, asked, PEERS, { box: { relative: 0.5 } });
    expect(found).toMatchObject({
      box: new Map([
        ['x', [0.25, 0.75]],
        ['y', [0.25, 0.75]],
      ]),
    });
    expect(view(found)).toEqual([
      [1, 3, true],
      [1, 2, true],
      [1, 3, true],
    ]);
  });

  it('refuses what is not linear, weights from data, and a weight that could unrank a unit', () => {
    const children = [indicator('x', 1, { weight_range: [0, 2] }), indicator('y')];
    const ask = (index: ReturnType<typeof group>, of = 'I', data = table) =>
      rankBounds(data, schemeOf(index, { normalise: AS_GIVEN }), PEERS, { of });
    expect(ask(group('I', children, 1, 'harmonic'))).toEqual({ kind: 'not_linear', element: 'I' });
    expect(ask(group('I', [group('D', children, 1, 'geometric')]), 'D')).toEqual({
      kind: 'not_linear',
      element: 'I',
    });
    expect(ask(group('I', children, 1, 'arithmetic', { weigh: { method: 'pca' } }))).toEqual({
      kind: 'derived_weights',
      element: 'I',
    });
    expect(ask(group('I', children), 'I', tableOf({ x: [1, 2], y: [2, NaN] }))).toEqual({
      kind: 'ranked_set_moves',
      element: 'x',
      unit: 'u2',
    });
    expect(
      ask(group('I', children, 1, 'geometric'), 'I', tableOf({ x: [1, 0], y: [2, 3] })),
    ).toEqual({ kind: 'ranked_set_moves', element: 'x', unit: 'u2' });
  });

  it('throws for what is no group and no box', () => {
    expect(() => rankBounds(table, scheme(1, 1), PEERS, { of: 'x' })).toThrow(RangeError);
    const boxes = [
      [['q', [0, 1]]],
      [['x', [2, 1]]],
      [['x', [-1, 1]]],
      [
        ['x', [0, 0]],
        ['y', [0, 0]],
      ],
    ] as const;
    for (const box of boxes)
      expect(() =>
        rankBounds(table, scheme(1, 1), PEERS, {
          box: new Map<string, readonly [number, number]>(box),
        }),
      ).toThrow(RangeError);
  });

  it('says so when the work allowed does not do, and keeps the limits it can prove', () => {
    const values = [3, 7, 1, 9, 4, 8, 2, 6, 5];
    const shifted = (by: number) => values.map((_, i) => values[(i * by + by) % 9]!);
    const hard = tableOf({ x: values, y: shifted(2), z: shifted(4), v: shifted(7) });
    const codes = ['x', 'y', 'z', 'v'];
    const broad = schemeOf(
      group(
        'I',
        codes.map((code) => indicator(code)),
      ),
      {
        normalise: AS_GIVEN,
      },
    );
    const ask = (work: number) =>
      rankBounds(hard, broad, PEERS, { box: { relative: 0.9 }, work }) as RankBounds;
    const full = ask(20_000).units;
    const bare = ask(0).units;
    expect(full.every(({ best, worst }) => best.proven && worst.proven)).toBe(true);
    expect(bare.some(({ best, worst }) => !best.proven || !worst.proven)).toBe(true);
    for (const [i, { best, worst }] of bare.entries()) {
      expect(best.limit).toBeLessThanOrEqual(full[i]!.best.place);
      expect(worst.limit).toBeGreaterThanOrEqual(full[i]!.worst.place);
    }
  });
});

describe('bounds that rounding once got wrong', () => {
  const of = (x: number[], y: number[], ranges: readonly (readonly [number, number])[]) => ({
    table: tableOf({ x, y }),
    scheme: schemeOf(
      group(
        'I',
        ['x', 'y'].map((code, i) => indicator(code, ranges[i]![1], { weight_range: ranges[i]! })),
      ),
      { normalise: AS_GIVEN },
    ),
  });

  it.each([
    // b has y alone, so that its score is 5 for all weights; all the others move around it.
    [
      'third at w = 4.5, 2',
      of(
        [7, NaN, 4],
        [1, 5, 8],
        [
          [1.5, 4.5],
          [0.5, 2],
        ],
      ),
      1,
      [2, 3],
    ],
    // b has 7; at w = 0.75, 0.5625 c has (7.5 + 1.6875) / 1.3125 = 7 too, and a 6.29.
    [
      'first by a tie',
      of(
        [5, NaN, 10],
        [8, 7, 3],
        [
          [0.75, 3],
          [0.5, 2],
        ],
      ),
      1,
      [1, 2],
    ],
    // c has 7; at w = 4, 6 a has 54 / 10 and b 58 / 10.
    [
      'first at a corner',
      of(
        [12, 1, 7],
        [1, 9, NaN],
        [
          [1, 4],
          [0.75, 6],
        ],
      ),
      2,
      [1, 2],
    ],
  ])(
    'takes the constant score of a unit with one child exactly: %s',
    (_, { table, scheme }, row, places) => {
      const { best, worst } = (rankBounds(table, scheme, PEERS) as RankBounds).units[row]!;
      expect([best.place, worst.place]).toEqual(places);
      expect([best.limit, worst.limit]).toEqual(places);
    },
  );

  it('counts who is ahead by less than a tie, where a tie from above ends between the two', () => {
    // Ties are 1e-9 · 10 wide: b shares the place of a, and c does not, hardly behind b.
    const x = [10, 10 - 1e-8 + 1e-12, 10 - 1e-8 - 1e-12, 0];
    const fixed = of(x, x, [
      [1, 1],
      [1, 1],
    ]);
    const found = rankBounds(fixed.table, fixed.scheme, PEERS) as RankBounds;
    expect(found.units.map(({ place }) => place)).toEqual([1, 1, 3, 4]);
    // That c is third is no more than a thousand roundings of b.
    expect(found.units[2]!.worst).toMatchObject({ place: 3, limit: 3, proven: true });
  });
});
