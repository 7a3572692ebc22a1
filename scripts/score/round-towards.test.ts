import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTowards } from './round-towards.ts';

describe('roundTowards', () => {
  it.each([
    [33.33334, 1, 4, 33.3334],
    [66.66666, -1, 4, 66.6666],
    [0.1, 1, 4, 0.1],
    [1.005, 1, 2, 1.01],
    [-2.001, 1, 2, -2],
    [-2.001, -1, 2, -2.01],
    [510, 1, 4, 510],
    [1.2, 1, 0, 2],
  ] as const)('%d towards %i, %i decimals: %d', (value, direction, decimals, rounded) => {
    expect(roundTowards(value, direction, decimals)).toBe(rounded);
  });

  it('is never short, less than one step off, and has no more decimals (10,000 cases)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(1, -1),
        fc.integer({ min: 0, max: 8 }),
        (value, direction, decimals) => {
          const beyond = (roundTowards(value, direction, decimals) - value) * direction;
          expect(beyond).toBeGreaterThanOrEqual(0);
          expect(beyond).toBeLessThanOrEqual(10 ** -decimals * (1 + 1e-9) + 1e-9);
          const rounded = roundTowards(value, direction, decimals);
          expect(Number(rounded.toFixed(decimals)) + 0).toBe(rounded);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
