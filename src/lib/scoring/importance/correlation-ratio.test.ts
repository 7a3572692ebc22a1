import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatorOf, uniform } from '../robustness/points.ts';
import { pearson } from '../statistics/correlation.ts';
import { correlationRatio } from './correlation-ratio.ts';
import { localLinear } from './local-linear.ts';
import { lumpsOf } from './lumps.ts';

const range = (n: number, f: (i: number) => number) =>
  Float64Array.from({ length: n }, (_, i) => f(i));

/** Weighted least squares line at `x0`, written out anew; observation `skip` left out. */
function lineAt(xs: Float64Array, ys: Float64Array, x0: number, h: number, skip = -1): number {
  const w = xs.map((x, i) => (i === skip ? 0 : Math.exp(-((x - x0) ** 2) / (2 * h * h))));
  const mean = (of: Float64Array) =>
    of.reduce((s, v, i) => s + w[i]! * v, 0) / w.reduce((s, v) => s + v, 0);
  const [mx, my] = [mean(xs), mean(ys)];
  const slope =
    xs.reduce((s, x, i) => s + w[i]! * (x - mx) * (ys[i]! - my), 0) /
    xs.reduce((s, x, i) => s + w[i]! * (x - mx) ** 2, 0);
  return my + slope * (x0 - mx);
}

describe('local-linear regression (R87)', () => {
  const random = generatorOf(11);
  // 0 and 1 occur, so that the scale is not changed; two observations share a place.
  const xs = Float64Array.from([0, 1, 0.4, 0.4, ...range(16, () => uniform(random))]);
  const ys = xs.map((x) => Math.sin(7 * x) + uniform(random));
  const lumps = lumpsOf(xs, ys);

  it.each([0.1, 0.3, 1, Infinity])('is the line weighted around each x, bandwidth %s', (h) => {
    const { curve } = localLinear(lumps, h);
    for (const [k, { x }] of lumps.entries())
      expect(curve[k]).toBeCloseTo(lineAt(xs, ys, x, h), 10);
  });

  it.each([0.1, 0.3, 1, Infinity])('leaves one out as if fitted anew, bandwidth %s', (h) => {
    const anew = ys.reduce((sum, y, i) => sum + (y - lineAt(xs, ys, xs[i]!, h, i)) ** 2, 0);
    expect(localLinear(lumps, h).left_out / anew).toBeCloseTo(1, 9);
  });

  it('cannot leave out an observation that stands alone in reach', () => {
    const alone = lumpsOf(Float64Array.of(0, 0.01, 0.02, 1), Float64Array.of(1, 2, 4, 3));
    expect(localLinear(alone, 0.01).left_out).toBe(Infinity);
  });
});

describe('lumps', () => {
  it('put together equal x, by ascending x, with the spread of their y', () => {
    expect(lumpsOf(Float64Array.of(3, 1, 3, 2), Float64Array.of(5, 1, 8, 7))).toEqual([
      { x: 0, count: 1, y: 1, spread: 0 },
      { x: 0.5, count: 1, y: 7, spread: 0 },
      { x: 1, count: 2, y: 6.5, spread: 4.5 },
    ]);
  });

  it('are as many as there are different x up to 256, then 256 places', () => {
    const count = (n: number) =>
      lumpsOf(
        range(n, Math.sqrt),
        range(n, (i) => i),
      ).length;
    expect(count(256)).toBe(256);
    expect(count(5000)).toBeLessThanOrEqual(256);
  });
});

describe('correlation ratio (R87)', () => {
  const x50 = range(50, (i) => i / 49);

  it('of a straight line is 1, rising or falling, and the line is chosen', () => {
    for (const slope of [3, -0.2]) {
      const { value, bandwidth } = correlationRatio(
        x50,
        x50.map((x) => 7 + slope * x),
      );
      expect(value).toBeCloseTo(1, 12);
      expect(bandwidth).toBe(Infinity);
    }
  });

  it('of a straight line under noise is r², or by chance a little more', () => {
    const random = generatorOf(3);
    let [lines, excess] = [0, 0];
    for (let r = 0; r < 40; r++) {
      const ys = x50.map((x) => x + uniform(random));
      const { value, bandwidth } = correlationRatio(x50, ys);
      const linear = pearson(x50, ys).r ** 2;
      if (bandwidth === Infinity) {
        lines++;
        expect(value).toBeCloseTo(linear, 12);
      }
      excess += (value - linear) / 40;
    }
    expect(lines).toBeGreaterThan(10);
    expect(Math.abs(excess)).toBeLessThan(0.03);
  });

  it('of a parabola around the middle is near 1, where r² is 0', () => {
    const ys = x50.map((x) => (x - 0.5) ** 2);
    expect(pearson(x50, ys).r ** 2).toBeLessThan(1e-12);
    expect(correlationRatio(x50, ys).value).toBeGreaterThan(0.995);
  });

  it('of groups is the classical one: between them over all of the variance', () => {
    // Means 0, 6, 0 around 2; within each group three values lie 1 above, three 1 below.
    const xs = range(18, (i) => Math.floor(i / 6));
    const ys = range(18, (i) => [0, 6, 0][Math.floor(i / 6)]! + (i % 2 === 0 ? 1 : -1));
    const between = 6 * (2 ** 2 + 4 ** 2 + 2 ** 2);
    expect(Math.abs(correlationRatio(xs, ys).value - between / (between + 18))).toBeLessThan(0.005);
  });

  it('of unrelated columns is near 0: 0.05 on average over 50 units', () => {
    const random = generatorOf(4);
    let sum = 0;
    for (let r = 0; r < 40; r++)
      sum += correlationRatio(
        x50.map(() => uniform(random)),
        x50.map(() => uniform(random)),
      ).value;
    expect(sum / 40).toBeLessThan(0.1);
  });

  it('of thousands of units, on the grid, is that of the curve', () => {
    const random = generatorOf(5);
    const xs = range(4000, () => uniform(random));
    const ys = xs.map((x) => (2 * x - 1) ** 2 + uniform(random));
    const truth = 4 / 45 / (4 / 45 + 1 / 12);
    expect(Math.abs(correlationRatio(xs, ys).value - truth)).toBeLessThan(0.02);
  });

  it('needs ten units, and something that varies', () => {
    const cut = (n: number) => correlationRatio(x50.slice(0, n), x50.slice(0, n));
    expect(cut(9)).toEqual({ value: NaN, bandwidth: NaN, reason: 'few_units' });
    expect(cut(10)).toMatchObject({ reason: null });
    const same = x50.map(() => 0.1);
    expect(correlationRatio(same, x50)).toMatchObject({ value: NaN, reason: 'constant' });
    expect(correlationRatio(x50, same)).toMatchObject({ value: NaN, reason: 'constant' });
  });

  it('falls back on the straight line where one unit decides', () => {
    const xs = range(12, (i) => (i === 0 ? 1 : 0));
    const ys = range(12, (i) => (i * 5) % 7);
    expect(correlationRatio(xs, ys)).toMatchObject({ bandwidth: Infinity, reason: null });
    expect(correlationRatio(xs, ys).value).toBeCloseTo(pearson(xs, ys).r ** 2, 12);
  });

  const value = fc.integer({ min: -50, max: 50 });
  const pairs = fc.array(fc.tuple(value, value), { minLength: 10, maxLength: 14 });
  const ratioOf = (of: readonly (readonly [number, number])[]) =>
    correlationRatio(
      Float64Array.from(of, ([x]) => x),
      Float64Array.from(of, ([, y]) => y),
    );

  it('is the same to the bit in any order of the rows, and in [0, 1] (10,000 cases)', () => {
    const shuffled = pairs.chain((of) =>
      fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        const base = ratioOf(given);
        expect(ratioOf(order)).toEqual(base);
        if (base.reason === null) expect(base.value >= 0 && base.value <= 1).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('does not change when x and y are moved and stretched, or y turned round (10,000 cases)', () => {
    const scale = fc.tuple(fc.constantFrom(0.25, 1, 3, 1000), fc.integer({ min: -99, max: 99 }));
    fc.assert(
      fc.property(pairs, scale, scale, fc.constantFrom(1, -1), (of, [bx, ax], [by, ay], sign) => {
        const base = ratioOf(of);
        const moved = ratioOf(of.map(([x, y]) => [ax + bx * x, ay + sign * by * y] as const));
        expect(moved.reason).toBe(base.reason);
        if (base.reason === null) expect(Math.abs(moved.value - base.value)).toBeLessThan(1e-6);
      }),
      { numRuns: 10_000 },
    );
  });
});
