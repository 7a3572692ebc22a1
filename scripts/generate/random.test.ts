import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stream } from './random.ts';

describe('stream', () => {
  test('gives the same sequence for the same seed and name, on any machine', () => {
    const random = stream(1, '甲县');
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.1236667016055435, 0.4734428026713431, 0.005341977812349796,
    ]);
  });

  test('gives different sequences for different names or seeds', () => {
    const first = (seed: number, name: string) => stream(seed, name).next();
    expect(new Set([first(1, 'a'), first(1, 'b'), first(2, 'a')]).size).toBe(3);
  });

  test('next lies in [0, 1), integer in its bounds, bell in [-1, 1]', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.nat(50), (seed, name, width) => {
        const random = stream(seed, name);
        for (let draw = 0; draw < 50; draw += 1) {
          const uniform = random.next();
          expect(uniform >= 0 && uniform < 1).toBe(true);
          const whole = random.integer(-3, -3 + width);
          expect(Number.isInteger(whole) && whole >= -3 && whole <= -3 + width).toBe(true);
          expect(Math.abs(random.bell())).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('integer reaches both bounds', () => {
    const random = stream(7, 'bounds');
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(0, 3)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });

  test('next is spread evenly', () => {
    const random = stream(7, 'mean');
    const draws = Array.from({ length: 10_000 }, () => random.next());
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
  });
});
