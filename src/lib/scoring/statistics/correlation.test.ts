import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAI } from '../testing/tai.ts';
import { correlationsOf, kendall, pearson, spearman } from './correlation.ts';
import { averageRanks, denseRanks } from './ranks.ts';

const RUNS = { numRuns: 10_000 };
const f = (...xs: number[]) => Float64Array.from(xs);
const METHODS = { pearson, spearman, kendall };

/** Miles per gallon and weight of the 32 cars of Motor Trend, 1974. */
const MPG = f(
  21,
  21,
  22.8,
  21.4,
  18.7,
  18.1,
  14.3,
  24.4,
  22.8,
  19.2,
  17.8,
  16.4,
  17.3,
  15.2,
  10.4,
  10.4,
  14.7,
  32.4,
  30.4,
  33.9,
  21.5,
  15.5,
  15.2,
  13.3,
  19.2,
  27.3,
  26,
  30.4,
  15.8,
  19.7,
  15,
  21.4,
);
const WEIGHT = f(
  2.62,
  2.875,
  2.32,
  3.215,
  3.44,
  3.46,
  3.57,
  3.19,
  3.15,
  3.44,
  3.44,
  4.07,
  3.73,
  3.78,
  5.25,
  5.424,
  5.345,
  2.2,
  1.615,
  1.835,
  2.465,
  3.52,
  3.435,
  3.84,
  3.845,
  1.935,
  2.14,
  1.513,
  3.17,
  2.77,
  3.57,
  2.78,
);

describe('denseRanks', () => {
  it('counts distinct values from 0; -0 is 0', () => {
    expect(denseRanks(f(3, -0, 3, 9, 0))).toEqual(f(1, 0, 1, 2, 0));
  });
});

describe('averageRanks', () => {
  it('counts from the lowest; equal values share the mean of their ranks', () => {
    expect(averageRanks(f(3, 1, 3, 9, 3))).toEqual(f(3, 1, 3, 5, 3));
    expect(averageRanks(f())).toEqual(f());
  });
});

describe('correlations (R80, R81)', () => {
  it('pearson is Σdd / √(Σd² Σd²)', () => {
    // Deviations -2 -1 3 and -1 0 1: 5 / √(14 · 2).
    expect(pearson(f(1, 2, 6), f(4, 5, 6)).r).toBeCloseTo(5 / Math.sqrt(28), 15);
  });

  it('kendall is tau-b: ties in x and y leave their denominators', () => {
    const x = f(1, 2, 2, 3, 4);
    const y = f(1, 2, 2, 4, 2);
    // Of 10 pairs one is tied in x and three in y, one of them in both; 6 agree, 1 does not.
    expect(kendall(x, y).r).toBeCloseTo(5 / Math.sqrt(9 * 7), 15);
  });

  it('kendall gives the Handbook’s height and weight of eight persons: 0.57', () => {
    const tau = kendall(f(1, 2, 3, 4, 5, 6, 7, 8), f(3, 4, 1, 2, 5, 7, 8, 6)).r;
    expect(tau).toBeCloseTo((4 * 22) / (8 * 7) - 1, 15);
  });

  it('agree with R on mtcars: cor and cor.test(exact = FALSE) of mpg and wt', () => {
    const close = (x: number, printed: number) =>
      expect(Math.abs(x / printed - 1)).toBeLessThan(5e-4);
    const [r, rho, tau] = [pearson, spearman, kendall].map((method) => method(MPG, WEIGHT));
    expect([r, rho, tau].map((found) => found!.n)).toEqual([32, 32, 32]);
    expect(r!.r).toBeCloseTo(-0.8676594, 7);
    close(r!.p, 1.294e-10);
    expect(rho!.r).toBeCloseTo(-0.886422, 6);
    close(rho!.p, 1.488e-11);
    expect(tau!.r).toBeCloseTo(-0.7278321, 7);
    close(tau!.p, 6.706e-9);
  });

  it('agree with the Handbook’s Table 6 (TAI) to 0.02', () => {
    const table = [
      [0.13, -0.09, 0.45, 0.28, 0.03, 0.22, 0.08],
      [0.46, 0.25, 0.56, 0.32, 0.3, 0.06],
      [-0.45, 0.56, 0.84, 0.63, 0.27],
      [0.0, -0.36, -0.35, -0.03],
      [0.64, 0.3, 0.33],
      [0.65, 0.26],
      [0.08],
    ];
    const matrix = correlationsOf(TAI);
    for (const [i, row] of table.entries())
      for (const [j, r] of row.entries())
        expect(Math.abs(matrix[i]![i + 1 + j]! - r)).toBeLessThan(0.02);
  });

  it.each(Object.entries(METHODS))('%s looks at rows in which both are there', (_, method) => {
    const gaps = method(f(1, NaN, 2, 3, 5), f(2, 9, NaN, 1, 7));
    expect(gaps).toEqual(method(f(1, 3, 5), f(2, 1, 7)));
    expect(gaps.n).toBe(3);
  });

  it.each(Object.entries(METHODS))('%s is NaN for equal values and below two rows', (_, method) => {
    expect(method(f(0.1, 0.1, 0.1), f(1, 2, 3))).toEqual({ r: NaN, n: 3, p: NaN });
    expect(method(f(1), f(1))).toEqual({ r: NaN, n: 1, p: NaN });
    expect(method(f(NaN), f(1))).toEqual({ r: NaN, n: 0, p: NaN });
    expect(method(f(1, 2), f(5, 3))).toEqual({ r: -1, n: 2, p: NaN });
  });

  it('of a column with itself is exactly 1, with its negative exactly -1', () => {
    for (const method of Object.values(METHODS)) {
      expect(method(MPG, MPG).r).toBe(1);
      expect(
        method(
          MPG,
          MPG.map((x) => -x),
        ).r,
      ).toBe(-1);
    }
  });

  it('does not lose a small spread on a large level, nor a large one to overflow', () => {
    const level = f(1e9 + 1, 1e9 + 2, 1e9 + 4);
    expect(pearson(level, f(1, 2, 4)).r).toBeCloseTo(1, 14);
    expect(pearson(f(1e200, 2e200, 4e200), f(1e-200, 2e-200, 4e-200)).r).toBeCloseTo(1, 14);
  });
});

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const columns = fc
  .array(fc.tuple(cell, cell), { maxLength: 12 })
  .map((rows) => [f(...rows.map(([x]) => x)), f(...rows.map(([, y]) => y))] as const);
const same = (a: number, b: number, within = 1e-12) =>
  Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= within;

/** Tau-b by comparing every pair. */
function slowKendall(xs: Float64Array, ys: Float64Array): number {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++)
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(xs[i]! - xs[j]!), Math.sign(ys[i]! - ys[j]!)];
      if (Number.isNaN(x * y)) continue;
      score += x * y;
      untiedX += x * x;
      untiedY += y * y;
    }
  return score / Math.sqrt(untiedX * untiedY);
}

describe('any correlation', () => {
  const each = Object.values(METHODS);

  it('lies within ±1, is symmetric, has p within 0 and 1, and does not mind the order of rows', () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        for (const method of each) {
          const found = method(x, y);
          if (!Number.isNaN(found.r)) expect(Math.abs(found.r)).toBeLessThanOrEqual(1);
          if (!Number.isNaN(found.p)) expect(found.p * (1 - found.p)).toBeGreaterThanOrEqual(0);
          expect(method(y, x)).toEqual(found);
          expect(method(x.slice().reverse(), y.slice().reverse())).toEqual(found);
        }
      }),
      RUNS,
    );
  });

  it('does not change with the unit, but with the sign', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 9 }), ([x, y], unit) => {
        for (const method of each) {
          const { r } = method(x, y);
          expect(
            same(
              r,
              method(
                x.map((v) => v * unit + 100 * unit),
                y,
              ).r,
            ),
          ).toBe(true);
          expect(
            same(
              r,
              -method(
                x.map((v) => 7 - v * unit),
                y,
              ).r,
            ),
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('of ranks does not change with any rising transformation', () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        for (const method of [spearman, kendall])
          expect(
            method(
              x.map((v) => v ** 3 + v),
              y.map(Math.exp),
            ),
          ).toEqual(method(x, y));
      }),
      RUNS,
    );
  });

  it('kendall in n log n steps is kendall by all pairs', () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        expect(same(kendall(x, y).r, slowKendall(x, y))).toBe(true);
      }),
      RUNS,
    );
  });
});
