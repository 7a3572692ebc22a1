import { describe, expect, it } from 'vitest';
import { momentsOf } from './moments.ts';

const f = (...xs: number[]) => Float64Array.from(xs);

describe('momentsOf', () => {
  it('counts, bounds and averages; sd divides by n - 1', () => {
    const moments = momentsOf(f(2, 4, 9));
    expect(moments).toMatchObject({ n: 3, min: 2, max: 9, mean: 5 });
    expect(moments.sd).toBeCloseTo(Math.sqrt((9 + 1 + 16) / 2), 14);
  });

  it('has nothing to say of no values', () => {
    expect(momentsOf(f())).toEqual({ n: 0, min: NaN, max: NaN, mean: NaN, sd: NaN });
  });

  it('has no standard deviation of one value', () => {
    expect(momentsOf(f(7))).toEqual({ n: 1, min: 7, max: 7, mean: 7, sd: NaN });
  });

  it('finds equal values equal, though their sum rounds', () => {
    expect(momentsOf(f(0.1, 0.1, 0.1))).toEqual({ n: 3, min: 0.1, max: 0.1, mean: 0.1, sd: 0 });
  });

  it('knows one zero only', () => {
    expect(momentsOf(f(0, -0))).toEqual(momentsOf(f(-0, 0)));
  });

  it('does not depend on the order of the values', () => {
    const xs = [1e16, 1, -1e16, 0.1, 0.2, 3e-9];
    expect(momentsOf(f(...xs))).toEqual(momentsOf(f(...xs.reverse())));
  });
});
