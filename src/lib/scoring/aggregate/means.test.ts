import { describe, expect, it } from 'vitest';
import { MEANS } from './means.ts';

const f = (...xs: number[]) => Float64Array.from(xs);
const { arithmetic, geometric } = MEANS;

describe('arithmetic mean (R33)', () => {
  it('is Σwx / Σw', () => {
    expect(arithmetic.of(f(1, 2, 4), f(1, 1, 2))).toBe(2.75);
  });

  it('renormalises the weights over the values that are there (R32)', () => {
    expect(arithmetic.of(f(1, NaN, 4), f(1, 5, 2))).toBe(3);
  });

  it('is NaN with nothing there, and with no weight there', () => {
    expect(arithmetic.of(f(NaN, NaN), f(1, 1))).toBeNaN();
    expect(arithmetic.of(f(NaN, 3), f(1, 0))).toBeNaN();
  });

  it('does not lose small terms beside large ones that cancel', () => {
    expect(arithmetic.of(f(1e16, 3, -1e16), f(1, 1, 1))).toBe(1);
  });

  it('forbids nothing', () => {
    expect(arithmetic.forbids(f(-1, 0), f(1, 1))).toBe(-1);
  });
});

describe('geometric mean (R34)', () => {
  it('is exp(Σ w ln x / Σ w)', () => {
    expect(geometric.of(f(1, 2, 4), f(1, 1, 2))).toBeCloseTo(2 ** 1.25, 14);
    expect(geometric.of(f(4, NaN, 9), f(1, 7, 1))).toBeCloseTo(6, 14);
  });

  it('forbids zero and negative values, and points at the first', () => {
    expect(geometric.forbids(f(2, 0, -1), f(1, 1, 1))).toBe(1);
    expect(geometric.forbids(f(2, NaN, 1), f(1, 1, 1))).toBe(-1);
  });

  it('minds no value that weighs nothing', () => {
    expect(geometric.forbids(f(4, 0, 9), f(1, 0, 1))).toBe(-1);
    expect(geometric.of(f(4, 0, 9), f(1, 0, 1))).toBeCloseTo(6, 14);
  });
});
