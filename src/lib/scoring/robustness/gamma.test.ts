import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma, logGammaQuantile } from './gamma.ts';

const quantile = (shape: number, u: number) => Math.exp(logGammaQuantile(shape, u));

const isClose = (a: number, b: number, by: number) =>
  Math.abs(a - b) <= by * Math.max(1, Math.abs(b));

describe('logGamma', () => {
  it('factorials, halves and small arguments', () => {
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    // Γ(x) → 1/x
    expect(logGamma(1e-10)).toBeCloseTo(-Math.log(1e-10), 9);
  });
});

describe('logGammaQuantile', () => {
  it('shape 1 is the exponential distribution: -ln(1 - u)', () => {
    for (const u of [1e-12, 0.01, 0.5, 0.99, 1 - 1e-12])
      expect(quantile(1, u) / -Math.log1p(-u)).toBeCloseTo(1, 10);
  });

  it('shape 1/2 and k/2 are half of chi-squared with 1 and k degrees of freedom', () => {
    expect(2 * quantile(0.5, 0.95)).toBeCloseTo(3.841458820694124, 10);
    expect(2 * quantile(5, 0.95)).toBeCloseTo(18.307038053275146, 9);
    expect(2 * quantile(50, 0.05)).toBeCloseTo(77.92946516501726, 8);
  });

  it('shape 2: u = 1 - e^-x (1 + x) there and back (10,000 cases)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (u) => {
        const x = quantile(2, u);
        expect(isClose(1 - Math.exp(-x) * (1 + x), u, 1e-11)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('rises with u for every shape, and is finite where the variate itself underflows', () => {
    const shape = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
    const u = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(shape, u, u, (a, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const [from, to] = [logGammaQuantile(a, low), logGammaQuantile(a, high)];
        expect(Number.isFinite(from) && Number.isFinite(to)).toBe(true);
        expect(from <= to + 1e-9 * Math.max(1, Math.abs(to))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(logGammaQuantile(1e-3, 0.01)).toBeLessThan(-4000);
  });
});
