import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeIn, makeAlike } from './alike.ts';

const alike = (...values: number[]): number[] => {
  const column = Float64Array.from(values);
  makeAlike(column);
  return [...column];
};

test('what differs by rounding alone becomes the least of it; NaN, zero and signs stay', () => {
  expect(alike(0.1 + 0.2, NaN, 0.3, 0.3000001)).toEqual([0.3, NaN, 0.3, 0.3000001]);
  expect(alike(-0.3, -(0.1 + 0.2), 0, 5e-324)).toEqual([-(0.1 + 0.2), -(0.1 + 0.2), 0, 5e-324]);
  expect(alike()).toEqual([]);
});

test('a value worked out is taken for the one that it is but for rounding', () => {
  const values = Float64Array.of(-1, 0.3, 2);
  expect(alikeIn(values, 0.1 + 0.2)).toBe(0.3);
  expect(alikeIn(values, 2 + 2 ** -51)).toBe(2);
  expect(alikeIn(values, 0.31)).toBe(0.31);
  expect(alikeIn(new Float64Array(0), 5)).toBe(5);
});

test('equal rates come out equal, whatever the sizes', () => {
  const rate = fc.record({
    rate: fc.integer({ min: 1, max: 999 }),
    scale: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(rate, { minLength: 1, maxLength: 6 }), (rows) => {
      const column = Float64Array.from(rows, ({ rate: r, scale }) => (r * scale) / 10 / scale);
      makeAlike(column);
      rows.forEach(({ rate: a }, i) =>
        rows.forEach(({ rate: b }, j) => expect(column[i] === column[j]).toBe(a === b)),
      );
    }),
    { numRuns: 10_000 },
  );
});
