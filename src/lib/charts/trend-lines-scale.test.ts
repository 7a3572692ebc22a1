import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelOf, trendScale, valueAt } from './trend-lines-scale.ts';

const value = { kind: 'value' } as const;

describe('trendScale(axis, values, count)', () => {
  it('starts at zero where the values come near it, and says when it does not', () => {
    expect(trendScale(value, [3, 40], 5)).toMatchObject({ min: 0, broken: false });
    expect(trendScale(value, [61, 78], 5)).toMatchObject({ min: 60, max: 80, broken: true });
  });

  it('keeps to what can be', () => {
    const limits = [0, 100] as const;
    expect(trendScale({ ...value, limits }, [88, 99.5], 5).max).toBe(100);
    expect(trendScale({ ...value, limits }, [10, 99.5], 5).max).toBe(100);
  });

  it('has the first place at the top', () => {
    const scale = trendScale({ kind: 'rank', worst: 30 }, [], 5);
    expect(scale.ticks.map(({ label }) => label)).toEqual(['1', '5', '10', '15', '20', '25', '30']);
    expect(pixelOf(scale, 1, 300)).toBeLessThan(pixelOf(scale, 30, 300));
  });

  it('takes numbers too small for steps as zero', () => {
    expect(trendScale(value, [1e-323, 1.5e-323], 5)).toEqual(trendScale(value, [0, 0], 5));
  });

  it('holds every value, and pixels lead back to values', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (values) => {
        const scale = trendScale(value, values, 5);
        expect(scale.max).toBeGreaterThan(scale.min);
        for (const one of values) {
          const pixel = pixelOf(scale, one, 300);
          expect(pixel).toBeGreaterThanOrEqual(-1e-6);
          expect(pixel).toBeLessThanOrEqual(300 + 1e-6);
          expect(valueAt(scale, pixel, 300)).toBeCloseTo(one, 4);
        }
      }),
    );
  });
});
