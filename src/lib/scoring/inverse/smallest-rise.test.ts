import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NormaliseSpec, Rise, SchemeIndicator, SmallestRise } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { normalised, RUNS, TIMEOUT } from './testing.ts';
import type { InverseCase } from './testing.ts';
import { smallestRise } from './smallest-rise.ts';

const risesOf = (found: SmallestRise): readonly Rise[] => {
  if (found.kind !== 'rises') throw new Error(found.kind);
  return found.rises;
};

describe('smallestRise by hand (R117, R118)', () => {
  const x0 = indicator('x', 1, { value_range: [0, 20] });
  const y0 = indicator('y', 1, { direction: -1, value_range: [0, 20] });
  const scheme = schemeOf(group('I', [x0, y0]), { normalise: AS_GIVEN });
  // Index = (x - y) / 2 in AS_GIVEN: 3.5, 2, 0.5.
  const table = tableOf({ x: [8, 6, 4], y: [1, 2, 3] });

  it('finds what each indicator would have to be, up or down by its direction', () => {
    const rises = risesOf(smallestRise(table, scheme, 2));
    expect(rises.map(({ indicator: of, exact }) => [of, exact])).toEqual([
      ['x', true],
      ['y', true],
    ]);
    const [x, y] = rises.map(({ outcome }) => outcome);
    // x from 4 to 7 makes the difference 4; y from 3 to 0. The tie counts as the place.
    expect(x).toMatchObject({ kind: 'gains', place: 2 });
    if (x!.kind === 'gains') {
      expect(x!.needed).toBeCloseTo(7, 6);
      expect(x!.rise).toBeCloseTo(3, 6);
      expect(x!.short.place).toBe(3);
      expect(x!.needed - x!.short.value).toBeLessThan(1e-7);
    }
    expect(y!.kind === 'gains' ? y!.needed : NaN).toBeCloseTo(0, 6);
  });

  it('takes whole numbers where things are counted, and caps', () => {
    const integer = new Set(['x', 'y']);
    const ask = (cap: number, to = 1) =>
      risesOf(smallestRise(table, scheme, 2, { to, integer, cap: new Map([['x', cap]]) }))[0];
    // Place 1 needs x - 3 = 7.
    expect(ask(100)!.outcome).toEqual({
      kind: 'gains',
      needed: 10,
      rise: 6,
      place: 1,
      short: { value: 9, place: 2 },
    });
    expect(ask(9)!.outcome).toEqual({ kind: 'not_attainable', place_at_cap: 2 });
    expect(ask(9)!.cap).toEqual({ value: 9, from: 'option' });
    expect(ask(3)!.outcome).toEqual({ kind: 'not_attainable', place_at_cap: 3 });
  });

  it('moves the maximum of the peers along, which pulls them down', () => {
    const minmax = schemeOf(group('I', [indicator('x'), indicator('y', 1.25)]));
    // a: x 100, y 0; b: x 0 .. ; b leads y. Beyond 10, b keeps 100 and a's x falls: 100 · 10 / v.
    const moving = tableOf({ x: [10, 5, 0], y: [10, 0, 5] });
    const [x] = risesOf(smallestRise(moving, minmax, 1));
    // b has 100 · v / 10, c has 62.5 / 1: b · 1 > 62.5 from 6.25 on.
    expect(x!.outcome.kind === 'gains' ? x!.outcome.needed : NaN).toBeCloseTo(6.25, 6);
    expect(x!.cap).toEqual({ value: 10, from: 'peers' });
    // To be first it needs 100 >= 1000 / v + 125, never.
    expect(risesOf(smallestRise(moving, minmax, 1, { to: 1 }))[0]!.outcome).toEqual({
      kind: 'not_attainable',
      place_at_cap: 2,
    });
  });

  it('claims nothing exact where only peers without a place keep the scale up', () => {
    const screened = schemeOf(group('I', [indicator('x'), indicator('y')]), {
      missing: { min_availability: 0.6, require_all_dimensions: false },
    });
    // The last has no y and no place; among the others x of the first is 5 and alone, or not.
    const exactWith = (x: number) =>
      risesOf(
        smallestRise(tableOf({ x: [1, 5, x, 9], y: [2, 3, 1, NaN] }), screened, 0, {
          to: 1,
          cap: new Map([['x', 12]]),
        }),
      )[0]!.exact;
    expect([exactWith(5), exactWith(6)]).toEqual([false, true]);
  });

  it('stops at posts and targets, and at 0 for what cannot be less', () => {
    const posts = schemeOf(
      group('I', [
        indicator('x', 1, { normalise: { method: 'goalposts', low: 0, high: 9 } }),
        indicator('y', 1, { normalise: { method: 'target', target: 7 } }),
        indicator('z', 1, { direction: -1 }),
      ]),
    );
    const found = risesOf(smallestRise(tableOf({ x: [8, 6], y: [5, 1], z: [1, 2] }), posts, 1));
    expect(found.map(({ cap }) => cap)).toEqual([
      { value: 9, from: 'posts' },
      { value: 7, from: 'posts' },
      { value: 1, from: 'peers' },
    ]);
  });

  it('goes as far as the scheme says, or a post, or the best of the peers, and by whole numbers', () => {
    const capOf = (more: Partial<SchemeIndicator>, method: NormaliseSpec = { method: 'none' }) => {
      const index = group('I', [indicator('x', 1, { normalise: method, ...more }), y0]);
      const [x] = risesOf(smallestRise(table, schemeOf(index, { normalise: AS_GIVEN }), 2));
      return x!.cap;
    };
    expect(capOf({})).toEqual({ value: 8, from: 'peers' });
    expect(capOf({ value_range: [0, 30] })).toEqual({ value: 30, from: 'scheme' });
    const posts = { method: 'goalposts', low: 0, high: 20 } as const;
    expect(capOf({ value_range: [0, 30] }, posts)).toEqual({ value: 20, from: 'posts' });
    expect(capOf({ value_range: [0, 9] }, posts)).toEqual({ value: 9, from: 'scheme' });
    const reference = { method: 'distance_to_reference', unit: 'u2' } as const;
    expect(capOf({}, { ...reference, cap: true })).toEqual({ value: 6, from: 'posts' });
    expect(capOf({}, reference)).toEqual({ value: 8, from: 'peers' });
    const counted = schemeOf(group('I', [{ ...x0, integer: true }, y0]), { normalise: AS_GIVEN });
    expect(risesOf(smallestRise(table, counted, 2))[0]!.outcome).toMatchObject({ needed: 7 });
  });

  it('goes through the denominator, and leaves missing cells alone', () => {
    const per = schemeOf(group('I', [indicator('x', 1, { denominator: 'n' }), indicator('y')]), {
      normalise: AS_GIVEN,
    });
    const found = risesOf(smallestRise(tableOf({ x: [8, 6], n: [2, 3], y: [NaN, NaN] }), per, 1));
    expect(found[0]!.outcome.kind === 'gains' ? found[0]!.outcome.needed : NaN).toBeCloseTo(12, 6);
    expect(found[1]!.outcome).toEqual({ kind: 'missing' });
  });

  it('has nothing to say to the first and to who has no place', () => {
    expect(smallestRise(table, scheme, 0)).toEqual({ kind: 'there_already', place: 1 });
    expect(smallestRise(table, scheme, 1, { to: 2 })).toEqual({ kind: 'there_already', place: 2 });
    const none = tableOf({ x: [1, NaN], y: [1, NaN] });
    expect(smallestRise(none, scheme, 1)).toEqual({
      kind: 'unranked',
      status: { kind: 'no_data' },
    });
    expect(() => smallestRise(table, scheme, 3)).toThrow(RangeError);
  });

  it('does not promise where the place may go up and down', () => {
    const exactOf = (more: Parameters<typeof schemeOf>[1]) =>
      risesOf(smallestRise(table, schemeOf(scheme.index, more), 2)).map(({ exact }) => exact);
    expect(exactOf({})).toEqual([true, true]);
    expect(exactOf({ treat: { method: 'outliers' } })).toEqual([false, false]);
    expect(exactOf({ impute: { method: 'mean' } })).toEqual([false, false]);
    expect(exactOf({ ranking: { tie_tolerance: 0.1 } })).toEqual([false, false]);
    const zscore = { scope: 'period', range: [0, 1], default: { method: 'zscore' } } as const;
    expect(exactOf({ normalise: zscore })).toEqual([false, false]);
  });
});

const placeWith = ({ scheme, table }: InverseCase, row: number, code: string, value: number) => {
  const column = table.columns.get(code)!.slice();
  column[row] = value;
  const columns = new Map([...table.columns, [code, column]]);
  return score({ ...table, columns }, scheme).ranks.get('I')![row]!;
};

describe('smallestRise against brute force', () => {
  const exactMethods = [
    { method: 'minmax' },
    { method: 'rank' },
    { method: 'goalposts', low: 0, high: 13 },
    { method: 'target', target: 9 },
    { method: 'percentile_rank' },
  ] as const;

  it(
    'of real values none that is smaller gains the place, and the one found does',
    () => {
      fc.assert(
        fc.property(
          normalised(3, 2, exactMethods),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
          (of, at) => {
            const found = smallestRise(of.table, of.scheme, 0);
            if (found.kind !== 'rises') return;
            for (const { indicator: code, value, cap, exact, outcome } of found.rises) {
              if (outcome.kind === 'missing' || !exact) continue;
              const gains = (x: number) => {
                const place = placeWith(of, 0, code, x);
                return place > 0 && place <= found.to;
              };
              const end = outcome.kind === 'gains' ? outcome.short.value : cap.value;
              for (const share of at) expect(gains(value + share * (end - value))).toBe(false);
              if (outcome.kind === 'gains') {
                expect(gains(outcome.needed)).toBe(true);
                expect(gains(outcome.short.value)).toBe(false);
              }
            }
          },
        ),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'of whole numbers it is the first that gains the place, whatever the method',
    () => {
      fc.assert(
        fc.property(normalised(3, 1), fc.integer({ min: 10, max: 15 }), (of, most) => {
          const codes = ['x0', 'x1'];
          const children = of.scheme.index.children as readonly {
            code: string;
            direction: 1 | -1;
          }[];
          const cap = new Map(
            children.map(({ code, direction }) => [code, direction === 1 ? most : 0]),
          );
          const found = smallestRise(of.table, of.scheme, 0, { integer: new Set(codes), cap });
          if (found.kind !== 'rises') return;
          for (const [i, { indicator: code, value, exact, outcome }] of found.rises.entries()) {
            if (outcome.kind === 'missing') continue;
            const end = cap.get(code)!;
            const { direction } = children[i]!;
            let first: number | null = null;
            for (let x = value + direction; (end - x) * direction >= 0; x += direction) {
              const place = placeWith(of, 0, code, x);
              if (place === 0 || place > found.to) continue;
              first = x;
              break;
            }
            expect(outcome.kind === 'gains' ? outcome.needed : null).toBe(first);
            if (outcome.kind === 'gains') expect(exact).toBe(true);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});
