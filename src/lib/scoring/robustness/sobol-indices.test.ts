import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickFreezeSums } from './pick-freeze.ts';
import { generatorOf, pointsOf, uniform } from './points.ts';
import { estimate, indicesOf, resamplesOf } from './sobol-indices.ts';

type Model = (u: readonly number[]) => number;

const SWING = 2 * Math.PI;
/** Ishigami and Homma (1990) with a = 7, b = 0.1. */
const ishigami: Model = (u) => {
  const [x1, x2, x3] = u.map((x) => SWING * (x - 0.5));
  return Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!);
};
const ISHIGAMI = {
  variance: 13.8446,
  first: [0.3139, 0.4424, 0],
  total: [0.5576, 0.4424, 0.2437],
};

const G = [0, 1, 4.5, 9, 99, 99];
/** Sobol's g-function. */
const gFunction: Model = (u) =>
  u.reduce((p, x, i) => (p * (Math.abs(4 * x - 2) + G[i]!)) / (1 + G[i]!), 1);
const partial = G.map((a) => 1 / (3 * (1 + a) ** 2));
const G_VARIANCE = partial.reduce((p, v) => p * (1 + v), 1) - 1;
const G_FUNCTION = {
  variance: G_VARIANCE,
  first: partial.map((v) => v / G_VARIANCE),
  total: partial.map(
    (v, i) => (v * partial.reduce((p, w, j) => (i === j ? p : p * (1 + w)), 1)) / G_VARIANCE,
  ),
};

const singles = (count: number) => Array.from({ length: count }, (_, i) => [i]);

/** Runs the design for factors made of coordinates of the model. */
function study(model: Model, factors: number[][], seed: number, rows: number, blocks = rows) {
  const width = Math.max(...factors.flat()) + 1;
  const points = pointsOf('sobol', seed, 2 * width);
  const pair = new Float64Array(2 * width);
  const sums = pickFreezeSums(1, factors.length, blocks);
  for (let row = 0; row < rows; row++) {
    points.next(pair);
    const a = Array.from({ length: width }, (_, i) => pair[2 * i]!);
    const b = Array.from({ length: width }, (_, i) => pair[2 * i + 1]!);
    const mixed = factors.map((own) => model(a.map((x, i) => (own.includes(i) ? b[i]! : x))));
    const values = [model(a), model(b), ...mixed];
    sums.add(0, Math.floor((row * blocks) / rows), (run) => values[run]!);
  }
  return sums;
}

function estimated(model: Model, factors: number[][], seed: number, rows: number, blocks = rows) {
  const random = generatorOf(seed, 1);
  const resamples = () => resamplesOf(blocks, () => uniform(random));
  return estimate(study(model, factors, seed, rows, blocks), 0, rows, 0.95, resamples);
}

describe("Sobol' indices (R102)", () => {
  it('are Saltelli (2010) (b), centred, and Jansen (1999), on three rows by hand', () => {
    const sums = pickFreezeSums(1, 2, 3);
    const [a, b, m] = [
      [1, 4, 2],
      [3, 1, 7],
      [2, 4, 5],
    ] as const;
    for (let row = 0; row < 3; row++) sums.add(0, row, (run) => [a, b, m, a][run]![row]!);
    const { mean, variance, first, total } = indicesOf(sums.totals(0), 2);
    expect(mean + sums.origin(0)).toBe(3);
    const v = (4 + 1 + 1 + 0 + 4 + 16) / 5;
    expect(variance).toBeCloseTo(v, 14);
    expect(first[0]).toBeCloseTo(((3 - 3) * 1 + (1 - 3) * 0 + (7 - 3) * 3) / 3 / v, 14);
    expect(total[0]).toBeCloseTo((1 + 0 + 9) / 6 / v, 14);
    expect([first[1], total[1]]).toEqual([0, 0]);
  });

  it('a single factor has exactly 1 and 1, with intervals as wide as nothing (R105)', () => {
    const one = { value: 1, low: 1, high: 1 };
    for (const rows of [8, 100, 256])
      expect(estimated(ishigami, [[0, 1, 2]], 1, rows)).toMatchObject({
        first: [one],
        total: [one],
        interactions: 0,
        reason: null,
      });
    const still = estimated(() => 7, [[0]], 1, 64);
    expect(still).toMatchObject({ reason: 'no_variance', first: [{ value: NaN }] });
  });

  it.each([
    ['Ishigami', ishigami, 3, ISHIGAMI],
    ['g-function', gFunction, 6, G_FUNCTION],
  ] as const)('of the %s are the published ones to 0.01 from 4,096 rows', (_, model, d, truth) => {
    for (const seed of [1, 2, 3]) {
      const { variance, first, total } = indicesOf(
        study(model, singles(d), seed, 4096).totals(0),
        d,
      );
      expect(variance / truth.variance).toBeCloseTo(1, 1.5);
      for (let i = 0; i < d; i++) {
        expect(Math.abs(first[i]! - truth.first[i]!)).toBeLessThan(0.01);
        expect(Math.abs(total[i]! - truth.total[i]!)).toBeLessThan(0.01);
      }
    }
  });

  it('of a sum are the shares of the variances, first and total alike', () => {
    const { first, total, interactions } = estimated(
      (u) => 3 * u[0]! + 2 * u[1]! + u[2]!,
      singles(3),
      1,
      1024,
    );
    for (const [i, share] of [9 / 14, 4 / 14, 1 / 14].entries()) {
      expect(Math.abs(first[i]!.value - share)).toBeLessThan(0.005);
      expect(Math.abs(total[i]!.value - share)).toBeLessThan(0.005);
    }
    expect(Math.abs(interactions)).toBeLessThan(0.01);
  });

  it('of factors made of several coordinates are those of the group', () => {
    const { first, total } = estimated(ishigami, [[0, 2], [1]], 1, 1024);
    expect(first[0]!.value).toBeCloseTo(0.5576, 1.7);
    expect(total[0]!.value).toBeCloseTo(0.5576, 1.7);
    expect(total[1]!.value).toBeCloseTo(0.4424, 1.7);
  });

  it('do not change when the output is moved or stretched (10,000 cases)', () => {
    const number = fc.integer({ min: -9, max: 9 });
    const row = fc.tuple(number, number, number, number);
    const of = (rows: number[][], by: number, plus: number) => {
      const sums = pickFreezeSums(1, 2, 4);
      const turn = (x: number) => x * by + plus;
      for (const [k, values] of rows.entries()) sums.add(0, k % 4, (run) => turn(values[run]!));
      return indicesOf(sums.totals(0), 2);
    };
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -1000, max: 1000 }),
        (rows, by, plus) => {
          const plain = of(rows, 1, 0);
          const moved = of(rows, by, plus);
          for (const kind of ['first', 'total'] as const)
            for (const [i, x] of plain[kind].entries())
              if (Number.isFinite(x))
                expect(Math.abs(moved[kind][i]! - x)).toBeLessThan(1e-9 * (1 + Math.abs(x)));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('keep their digits far from zero', () => {
    const near = estimated(ishigami, singles(3), 1, 256);
    const far = estimated((u) => ishigami(u) + 1e9, singles(3), 1, 256);
    for (let i = 0; i < 3; i++) expect(far.total[i]!.value).toBeCloseTo(near.total[i]!.value, 5);
  });
});

describe('intervals (R103)', () => {
  it.each([
    ['every row', 512],
    ['32 blocks', 32],
  ])('hold the true indices in at least 90 % of analyses, drawn from %s', (_, blocks) => {
    const within = { first: [0, 0, 0], total: [0, 0, 0] };
    let width = 0;
    for (let seed = 0; seed < 60; seed++) {
      const indices = estimated(ishigami, singles(3), seed, 512, blocks);
      for (const kind of ['first', 'total'] as const)
        for (const [i, { low, high }] of indices[kind].entries()) {
          if (low <= ISHIGAMI[kind][i]! && ISHIGAMI[kind][i]! <= high) within[kind][i]!++;
          width += (high - low) / 360;
        }
    }
    for (const count of [...within.first, ...within.total])
      expect(count).toBeGreaterThanOrEqual(54);
    expect(width).toBeLessThan(0.16);
  });

  it('of fewer rows are wider', () => {
    const width = (rows: number) => {
      const { low, high } = estimated(ishigami, singles(3), 1, rows).first[0]!;
      return high - low;
    };
    expect(width(1024)).toBeLessThan(width(128) / 2);
  });
});

describe('no indices (R104)', () => {
  it('for an output that never changes: NaN with the reason, not zero', () => {
    for (const value of [0, 0.1, -7e9]) {
      const indices = estimated(() => value, singles(2), 1, 16);
      expect(indices).toMatchObject({ reason: 'no_variance', mean: value, variance: 0 });
      expect(indices.first).toEqual(Array(2).fill({ value: NaN, low: NaN, high: NaN }));
      expect(indices.interactions).toBeNaN();
    }
  });

  it('for an output that changes by rounding alone', () => {
    const { reason } = estimated(
      (u) => 100 * (1 + (u[0]! > 0.5 ? 2 ** -52 : 0)),
      singles(1),
      1,
      16,
    );
    expect(reason).toBe('no_variance');
  });

  it('below eight rows, and with more than half of the rows incomplete; at half there are', () => {
    expect(estimated(ishigami, singles(3), 1, 7).reason).toBe('too_few_rows');
    expect(estimated(ishigami, singles(3), 1, 8).reason).toBeNull();
    const lacking = (missing: number) => {
      let calls = 0;
      // Three values a row; an incomplete row has a gap.
      const model: Model = (u) => {
        const [row, run] = [Math.floor(calls / 3), calls++ % 3];
        return run === 0 && row < missing ? NaN : u[0]!;
      };
      return estimated(model, singles(1), 1, 32);
    };
    expect(lacking(16)).toMatchObject({ reason: null, rows: 16 });
    expect(lacking(17)).toMatchObject({ reason: 'too_few_rows', rows: 15 });
  });
});
