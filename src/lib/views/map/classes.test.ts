import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_METHODS } from '#lib/state/map-view.ts';
import { classify, classOf } from './classes.ts';

const text = (zh: string) => ({ zh, en: zh });
const bands = [
  { code: 'a', name: text('a'), min: 75 },
  { code: 'b', name: text('b'), min: 60 },
  { code: 'c', name: text('c'), min: 0 },
];
const limits = (values: number[], method: (typeof CLASS_METHODS)[number]) =>
  classify(values, method, bands).list.map(({ from, to, count }) => [from, to, count]);

describe('classify(values, method, bands)', () => {
  it('by bands takes the limits of the scheme, from the lowest', () => {
    expect(limits([59.9, 60, 74, 75, 90], 'bands')).toEqual([
      [null, 60, 1],
      [60, 75, 2],
      [75, null, 2],
    ]);
    expect(classify([1], 'bands', bands).list.map(({ band }) => band)).toEqual(['c', 'b', 'a']);
  });

  it('in equal steps takes round limits', () => {
    expect(limits([41, 47, 55, 88.3], 'equal')).toEqual([
      [40, 50, 2],
      [50, 60, 1],
      [60, 70, 0],
      [70, 80, 0],
      [80, 90, 1],
    ]);
    expect(limits([0.12, 0.41], 'equal').map(([from]) => from)).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  it('by quantiles never parts equal values', () => {
    expect(limits([1, 1, 1, 1, 2, 3, 4, 5, 6, 7], 'quantile')).toEqual([
      [1, 2, 4],
      [2, 4, 2],
      [4, 6, 2],
      [6, 7, 2],
    ]);
  });

  it('has one class where all are equal, and none for nobody', () => {
    expect(limits([5, 5], 'equal')).toEqual([[5, 5, 2]]);
    expect(limits([5, 5], 'quantile')).toEqual([[5, 5, 2]]);
    expect(limits([], 'equal')).toEqual([]);
  });

  it('falls back to equal steps where there are no bands, or too many', () => {
    const many = Array.from({ length: 6 }, (_, i) => ({ code: `${i}`, name: text(''), min: i }));
    expect(classify([1, 2], 'bands', []).method).toBe('equal');
    expect(classify([1, 2], 'bands', many).method).toBe('equal');
  });

  it('covers every value once, with at most five classes in order, for any values', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(numbers, fc.constantFrom(...CLASS_METHODS), (values, method) => {
        const { list } = classify(values, method, bands);
        expect(list.length).toBeGreaterThan(0);
        expect(list.length).toBeLessThanOrEqual(5);
        expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        const from = list.map((one) => one.from ?? -Infinity);
        expect(from).toEqual([...from].sort((a, b) => a - b));
        for (const value of values) {
          const own = list[classOf(list, value)];
          const slack = 1e-8 * Math.max(1, ...values.map(Math.abs));
          if (method !== 'bands' && own) {
            expect(value).toBeGreaterThanOrEqual((own.from ?? -Infinity) - slack);
            expect(value).toBeLessThanOrEqual((own.to ?? Infinity) + slack);
          }
        }
      }),
    );
  });
});
