import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTwoSided, studentTwoSided } from './tails.ts';

describe('studentTwoSided', () => {
  it('has closed forms for one and two degrees of freedom', () => {
    for (const t of [1e-9, 0.1, 1, 2.5, 40, 1e6]) {
      // 1 - 2 atan(t) / π, written so that it loses no digits.
      expect(studentTwoSided(t, 1) / ((2 / Math.PI) * Math.atan(1 / t))).toBeCloseTo(1, 12);
      const s = t / Math.sqrt(2 + t * t);
      expect(studentTwoSided(t, 2) / (2 / (2 + t * t) / (1 + s))).toBeCloseTo(1, 12);
    }
  });

  it('gives the 5 % and 1 % points of the tables', () => {
    for (const [t, df, p] of [
      [2.228139, 10, 0.05],
      [3.169273, 10, 0.01],
      [2.042272, 30, 0.05],
      [1.983972, 100, 0.05],
    ] as const)
      expect(studentTwoSided(-t, df)).toBeCloseTo(p, 6);
  });

  it('is 1 at 0 and 0 at infinity', () => {
    expect(studentTwoSided(0, 7)).toBe(1);
    expect(studentTwoSided(-Infinity, 7)).toBe(0);
  });
});

describe('normalTwoSided', () => {
  it('gives the points of the tables, on either side of 0', () => {
    expect(normalTwoSided(0)).toBe(1);
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(normalTwoSided(-2.5758293035489004)).toBeCloseTo(0.01, 14);
    expect(normalTwoSided(6) / 1.973175290075396e-9).toBeCloseTo(1, 12);
    expect(normalTwoSided(NaN)).toBeNaN();
  });

  it('falls as z grows, also where one formula takes over from another', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (z) => {
        expect(normalTwoSided(z + 1e-6)).toBeLessThan(normalTwoSided(z));
      }),
      { numRuns: 10_000 },
    );
  });
});
