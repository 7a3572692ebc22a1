import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MissingCell } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { missingValue, missingValues } from './missing-value.ts';
import { normalised, RUNS, TIMEOUT } from './testing.ts';

describe('missingValue by hand (R119)', () => {
  const scheme = schemeOf(group('I', [indicator('x'), indicator('y')]), { normalise: AS_GIVEN });
  const table = tableOf({ x: [8, 6, 5, 2], y: [2, 4, NaN, 6] });

  it('goes from the lowest to the highest of the peers', () => {
    // Left missing the index is 5, as everyone's but the last's 4; y from 2 to 6 gives 3.5 to 5.5.
    expect(missingValue(table, scheme, 2, 'y')).toEqual({
      kind: 'range',
      indicator: 'y',
      low: 2,
      high: 6,
      left: { place: 1, score: 5, status: { kind: 'ranked' } },
      best: { value: 6, place: 1, score: 5.5 },
      worst: { value: 2, place: 4, score: 3.5 },
      highest: { value: 6, place: 1, score: 5.5 },
      lowest: { value: 2, place: 4, score: 3.5 },
      unranked_at: null,
      status: { kind: 'ranked' },
      exact: true,
    } satisfies MissingCell);
  });

  it('takes another range, or the posts', () => {
    expect(missingValue(table, scheme, 2, 'y', { low: 4, high: 5 })).toMatchObject({
      low: 4,
      high: 5,
      worst: { place: 3, score: 4.5 },
      best: { place: 1, score: 5 },
    });
    const posts = schemeOf(group('I', [indicator('x'), indicator('y', 1, { direction: -1 })]), {
      normalise: {
        scope: 'period',
        range: [0, 100],
        default: { method: 'goalposts', low: 0, high: 10 },
      },
    });
    expect(missingValue(table, posts, 2, 'y')).toMatchObject({
      low: 0,
      high: 10,
      best: { value: 0, score: 75 },
      worst: { value: 10, score: 25 },
    });
  });

  it('says whether a unit without a place would get one', () => {
    const strict = schemeOf(scheme.index, {
      normalise: AS_GIVEN,
      missing: { min_availability: 1, require_all_dimensions: false },
    });
    const found = missingValue(table, strict, 2, 'y');
    expect(found).toMatchObject({
      left: { place: 0, score: NaN, status: { kind: 'low_availability' } },
      best: { place: 1 },
      worst: { place: 4 },
      status: { kind: 'ranked' },
    });
    const three = schemeOf(group('I', [indicator('x'), indicator('y'), indicator('z')]), {
      normalise: AS_GIVEN,
      missing: { min_availability: 1, require_all_dimensions: false },
    });
    const wide = tableOf({ x: [8, 5], y: [2, NaN], z: [1, NaN] });
    expect(missingValue(wide, three, 1, 'y')).toMatchObject({
      best: null,
      worst: null,
      status: { kind: 'low_availability' },
    });
  });

  it('finds a value that stops a geometric mean', () => {
    const geometric = schemeOf(group('I', [indicator('x'), indicator('y')], 1, 'geometric'), {
      normalise: AS_GIVEN,
    });
    const found = missingValue(table, geometric, 2, 'y', { low: 0, high: 8 });
    expect(found).toMatchObject({ unranked_at: 0, worst: { place: 4 }, best: { place: 1 } });
  });

  it('follows a score that falls without end towards a value that gives no place', () => {
    const post = { method: 'goalposts', low: 0, high: 100 } as const;
    const falling = schemeOf(group('I', [indicator('x', 1), indicator('y', 9)], 1, 'geometric'), {
      normalise: { scope: 'period', range: [0, 100], default: post },
    });
    // The other has 50^0.1 · 3.9^0.9 = 5.03; own 50^0.9 · x^0.1 is 4.26 still at x = 1e-9.
    const two = tableOf({ x: [NaN, 50], y: [50, 3.9] });
    const found = missingValue(two, falling, 0, 'x') as MissingCell;
    expect(found).toMatchObject({ unranked_at: 0, exact: true, worst: { place: 2 } });
    expect(found.lowest!.value).toBeGreaterThan(0);
    expect(found.lowest!.value).toBeLessThan(1e-300);
    expect(found.lowest!.score).toBeLessThan(1e-25);
    const whole = schemeOf(
      group('I', [indicator('x', 1, { integer: true }), indicator('y', 9)], 1, 'geometric'),
      { normalise: falling.normalise },
    );
    const one = 50 ** 0.9;
    expect(missingValue(two, whole, 0, 'x')).toMatchObject({
      unranked_at: 0,
      exact: true,
      lowest: { value: 1, score: expect.closeTo(one, 10) as number },
      worst: { value: 1, place: 1 },
    });
  });

  it('holds whole numbers only where things are counted, all of them if they are few', () => {
    const counted = schemeOf(group('I', [indicator('x'), indicator('y', 1, { integer: true })]), {
      normalise: { scope: 'period', range: [0, 100], default: { method: 'zscore' } },
    });
    const ask = (low: number, high: number) => missingValue(table, counted, 2, 'y', { low, high });
    expect(ask(1.5, 6.5)).toMatchObject({ low: 2, high: 6, exact: true });
    expect(ask(0, 64)).toMatchObject({ low: 0, high: 64, exact: false });
    expect(ask(2.2, 2.8)).toEqual({ kind: 'no_range', indicator: 'y' });
    const values = (['best', 'worst', 'highest', 'lowest'] as const).map((end) => {
      const found = ask(0.5, 99.5);
      return found.kind === 'range' ? found[end]!.value : NaN;
    });
    expect(values.every(Number.isInteger)).toBe(true);
  });

  it('asks every missing cell of a unit by itself', () => {
    const gaps = tableOf({ x: [NaN, 6, 4], y: [NaN, 4, 5], z: [3, NaN, NaN] });
    const three = schemeOf(group('I', [indicator('x'), indicator('y'), indicator('z')]), {
      normalise: AS_GIVEN,
    });
    expect(missingValues(gaps, three, 0).map(({ indicator: of, kind }) => [of, kind])).toEqual([
      ['x', 'range'],
      ['y', 'range'],
    ]);
    expect(missingValues(gaps, three, 1)).toMatchObject([{ indicator: 'z', low: 3, high: 3 }]);
  });

  it('has no range without peers, no question for a value that is there, no patience for misuse', () => {
    const alone = tableOf({ x: [1, 2], y: [NaN, NaN] });
    expect(missingValue(alone, scheme, 0, 'y')).toEqual({ kind: 'no_range', indicator: 'y' });
    expect(missingValue(table, scheme, 0, 'y')).toEqual({
      kind: 'not_missing',
      indicator: 'y',
      value: 2,
    });
    expect(() => missingValue(table, scheme, 0, 'q')).toThrow(RangeError);
    expect(() => missingValue(table, scheme, 2, 'y', { low: 2, high: 1 })).toThrow(RangeError);
  });
});

describe('missingValue against brute force', () => {
  it.each(['arithmetic', 'geometric', 'harmonic'] as const)(
    'no value in the range gives a place or a score outside what was found: %s mean',
    (mean) => {
      fc.assert(
        fc.property(
          normalised(3, 3),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
          ({ table, scheme: { index, ...rest } }, at) => {
            const scheme = { ...rest, index: { ...index, aggregate: mean } };
            for (const found of missingValues(table, scheme, 0)) {
              if (found.kind !== 'range' || !found.exact) continue;
              const { indicator: code, low, high, best, worst, highest, lowest } = found;
              const turns = [...table.columns.get(code)!].filter((x) => x >= low && x <= high);
              for (const value of [...at.map((share) => low + share * (high - low)), ...turns]) {
                const column = table.columns.get(code)!.slice();
                column[0] = value;
                const columns = new Map([...table.columns, [code, column]]);
                const then = score({ ...table, columns }, scheme);
                const place = then.ranks.get('I')![0]!;
                if (place === 0) {
                  expect(best === null || found.unranked_at !== null).toBe(true);
                  continue;
                }
                expect(place).toBeGreaterThanOrEqual(best!.place);
                expect(place).toBeLessThanOrEqual(worst!.place);
                const own = then.scores.get('I')![0]!;
                expect(own).toBeLessThanOrEqual(highest!.score + 1e-9);
                expect(own).toBeGreaterThanOrEqual(lowest!.score - 1e-9);
              }
            }
          },
        ),
        RUNS,
      );
    },
    TIMEOUT,
  );
});
