/** What every normalisation method must keep to (R20–R29), on 10,000 generated columns each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIES } from '#lib/model/index.ts';
import type { NormaliseSpec, UnitRow } from '#lib/model/index.ts';
import { isBounded } from '../check/check-normalise.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { poolsOf } from '../structure/peers.ts';
import { method } from '../testing/cases.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { normalise } from './normalise.ts';

const RUNS = { numRuns: 10_000 };
const RANGE = [1, 100] as const;

const direction = fc.constantFrom(1 as const, -1 as const);
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -80, max: 400 }).map((x) => x / 4) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const column = fc.array(cell, { minLength: 2, maxLength: 7 });

const rowsOf = (n: number): UnitRow[] =>
  Array.from({ length: n }, (_, i) => ({ unit: `u${i}`, period: '2025', group: 'g' }));

/** One column through one method. */
function normalised(
  xs: readonly number[],
  spec: NormaliseSpec,
  sign: 1 | -1 = 1,
  rows = rowsOf(xs.length),
): Float64Array {
  const scheme = schemeOf(group('I', [indicator('x', 1, { direction: sign, normalise: spec })]), {
    normalise: { scope: 'period', range: RANGE, default: { method: 'minmax' } },
  });
  const pools = poolsOf(rows, 'period', () => true);
  const values = new Map([['x', Float64Array.from(xs)]]);
  return normalise(hierarchyOf(scheme), values, pools, scheme, rows).columns.get('x')!;
}

const same = (a: Float64Array, b: Float64Array): boolean => a.every((x, i) => Object.is(x, b[i]));
/** Equal to rounding, relative to values of the order of 100; missing alike. */
const close = (a: Float64Array, b: Float64Array): boolean =>
  a.every((x, i) => Object.is(x, b[i]) || Math.abs(x - b[i]!) <= 1e-11 * (100 + Math.abs(x)));

describe('normalisation', () => {
  it('never gives a better value less than a worse one, and equal ones the same', () => {
    fc.assert(
      fc.property(column, method, direction, (xs, spec, sign) => {
        const ys = normalised(xs, spec, sign);
        for (const [i, x] of xs.entries())
          for (const [j, other] of xs.entries()) {
            if (Number.isNaN(ys[i]!) || Number.isNaN(ys[j]!)) continue;
            if (x === other) expect(ys[i]).toBe(ys[j]);
            else if (sign * x > sign * other) expect(ys[i]!).toBeGreaterThanOrEqual(ys[j]!);
          }
      }),
      RUNS,
    );
  });

  it('an improved unit never loses, and the others keep theirs, where the posts are fixed', () => {
    const fixed = fc.constantFrom<NormaliseSpec[]>(
      { method: 'goalposts', low: -10, high: 60 },
      { method: 'goalposts', low: -10, high: 60, truncate: false },
      { method: 'goalposts', low: 2, high: 60, log10: true },
      { method: 'scaled', low: -10, high: 60 },
      { method: 'none' },
    );
    const better = fc.integer({ min: 0, max: 200 }).map((x) => x / 4);
    fc.assert(
      fc.property(column, fixed, direction, better, (xs, spec, sign, by) => {
        const before = normalised(xs, spec, sign);
        const after = normalised([xs[0]! + sign * by, ...xs.slice(1)], spec, sign);
        expect(same(after.subarray(1), before.subarray(1))).toBe(true);
        if (!Number.isNaN(before[0]! + after[0]!))
          expect(after[0]!).toBeGreaterThanOrEqual(before[0]!);
      }),
      RUNS,
    );
  });

  it('stays within `range` where the method is bounded', () => {
    const bounded = method.filter(isBounded);
    fc.assert(
      fc.property(column, bounded, direction, (xs, spec, sign) => {
        for (const y of normalised(xs, spec, sign))
          if (!Number.isNaN(y)) {
            expect(y).toBeGreaterThanOrEqual(RANGE[0]);
            expect(y).toBeLessThanOrEqual(RANGE[1]);
          }
      }),
      RUNS,
    );
  });

  it('permuting rows permutes values, to the bit', () => {
    const shuffled = column.chain((xs) =>
      fc.record({
        xs: fc.constant(xs),
        order: fc.shuffledSubarray([...xs.keys()], { minLength: xs.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, method, direction, ({ xs, order }, spec, sign) => {
        const rows = rowsOf(xs.length);
        const base = normalised(xs, spec, sign, rows);
        const moved = normalised(
          order.map((i) => xs[i]!),
          spec,
          sign,
          order.map((i) => rows[i]!),
        );
        expect(
          same(
            moved,
            Float64Array.from(order, (i) => base[i]!),
          ),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  it('ties at the lowest ≤ average ≤ highest, and average is half-way', () => {
    const places = fc.constantFrom('rank' as const, 'borda' as const, 'percentile_rank' as const);
    fc.assert(
      fc.property(column, places, direction, (xs, name, sign) => {
        const [lowest, average, highest] = TIES.map((ties) =>
          normalised(xs, { method: name, ties }, sign),
        ) as [Float64Array, Float64Array, Float64Array];
        expect(lowest.every((y, i) => Number.isNaN(y) || y <= average[i]!)).toBe(true);
        expect(average.every((y, i) => Number.isNaN(y) || y <= highest[i]!)).toBe(true);
        const middle = lowest.map((y, i) => (y + highest[i]!) / 2);
        expect(close(average, middle)).toBe(true);
      }),
      RUNS,
    );
  });

  it('x where less is better is -x where more is: the direction is applied first (R20)', () => {
    const mirrored = (spec: NormaliseSpec): NormaliseSpec =>
      spec.method === 'goalposts' || spec.method === 'scaled'
        ? { ...spec, low: -spec.high, high: -spec.low }
        : spec.method === 'target'
          ? { ...spec, target: -spec.target }
          : spec;
    // A logarithm and a ratio know where zero is, so they have no mirror.
    const hasMirror = (spec: NormaliseSpec) =>
      spec.method !== 'fraction_of_max' && !(spec.method === 'goalposts' && spec.log10);
    fc.assert(
      fc.property(column, method.filter(hasMirror), (xs, spec) => {
        const reversed = normalised(xs, spec, -1);
        const negated = normalised(
          xs.map((x) => -x),
          mirrored(spec),
          1,
        );
        expect(same(reversed, negated)).toBe(true);
      }),
      RUNS,
    );
  });

  it('a change of unit does not show where the scale comes from the peers', () => {
    const relative = fc.constantFrom<NormaliseSpec[]>(
      { method: 'minmax' },
      { method: 'distance_to_max' },
      { method: 'zscore' },
      { method: 'percentile_rank', ties: 'average' },
      { method: 'distance_to_reference', unit: 'u0' },
      { method: 'fraction_of_max' },
    );
    // Powers of two scale without rounding, so equal values stay equal and others apart.
    const factor = fc.constantFrom(0.25, 8, 1024);
    fc.assert(
      fc.property(column, relative, direction, factor, (xs, spec, sign, by) => {
        const scaled = xs.map((x) => x * by);
        expect(close(normalised(scaled, spec, sign), normalised(xs, spec, sign))).toBe(true);
      }),
      RUNS,
    );
  });
});
