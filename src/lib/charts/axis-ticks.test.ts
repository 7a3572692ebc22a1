import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('axisTicks', () => {
  it('goes from zero to the next round number', () => {
    expect(axisTicks(0, 87.3, 5)).toEqual({ min: 0, max: 100, step: 20 });
    expect(axisTicks(0, 100, 5)).toEqual({ min: 0, max: 100, step: 20 });
    expect(axisTicks(0, 0.83, 5)).toEqual({ min: 0, max: 1, step: 0.2 });
  });

  it('keeps a fixed end that contains the data, and no other', () => {
    expect(axisTicks(0, 42, 5, 100).max).toBe(100);
    expect(axisTicks(0, 112, 5, 100).max).toBe(120);
  });

  it('reaches below zero for negative contributions', () => {
    expect(axisTicks(-1.4, 2.2, 5)).toEqual({ min: -2, max: 3, step: 1 });
    expect(axisTicks(-3, 0, 5)).toMatchObject({ min: -3, max: 0 });
  });

  it('is 0 to 1 where there is nothing to measure', () => {
    expect(axisTicks(0, 0, 5)).toEqual({ min: 0, max: 1, step: 1 });
  });

  it('contains zero and the data, in few steps', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const low = Math.min(a, b, 0);
        const high = Math.max(a, b, 0);
        const { min, max, step } = axisTicks(low, high, 5);
        const slack = step * 1e-6;
        expect(min).toBeLessThanOrEqual(low + slack);
        expect(max).toBeGreaterThanOrEqual(high - slack);
        expect((max - min) / step).toBeLessThan(13);
      }),
      { numRuns: 300 },
    );
  });
});
