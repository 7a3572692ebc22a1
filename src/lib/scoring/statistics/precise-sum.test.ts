import { describe, expect, it } from 'vitest';
import { PreciseSum, sumOfProducts } from './precise-sum.ts';

function sumOf(...terms: number[]): PreciseSum {
  const sum = new PreciseSum();
  for (const term of terms) sum.add(term);
  return sum;
}

describe('PreciseSum', () => {
  it('rounds once, whatever the order of the terms', () => {
    const terms = [1e16, 1, 3e-9, 0.1, 0.2, 7, 1e-30];
    expect(sumOf(...terms).value).toBe(sumOf(...terms.reverse()).value);
    expect(sumOf(1, 1e16, 1, 1e16).value).toBe(2e16 + 2);
    expect(sumOf(...Array.from({ length: 10 }, () => 0.1)).value).toBe(1);
  });

  it('keeps what the additions lose', () => {
    expect(sumOf(2 ** 53, 2 ** -53, 1, -(2 ** 53)).value).toBe(1 + 2 ** -53);
  });

  it('knows when the terms cancel too far to be sure', () => {
    expect(sumOf(1, 2, 3).isSettled).toBe(true);
    expect(sumOf(1, -1).isSettled).toBe(false);
    expect(sumOf(1e17, 1e-17, -1e17).isSettled).toBe(false);
    expect(sumOf().isSettled).toBe(true);
  });

  it('is zero of nothing', () => {
    expect(sumOf().value).toBe(0);
  });
});

describe('sumOfProducts', () => {
  it('is exact where the terms cancel, in whatever order they come', () => {
    const sum = (...xs: number[]) =>
      sumOfProducts(Float64Array.from(xs), new Float64Array(xs.length).fill(1));
    const [a, b, c] = [Math.log(3), 1e17, 1e-17];
    expect(sum(a, b, c, -a, -b)).toBe(c);
    expect(sum(-b, c, -a, b, a)).toBe(c);
    expect(sum(a, -a)).toBe(0);
  });
});
