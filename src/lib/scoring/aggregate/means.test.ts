import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARITHMETIC, GEOMETRIC, HARMONIC, generalised } from './means.ts';
import type { Mean } from './means.ts';

const { NaN: NA } = Number;
/** The mean of one row. */
const of = (mean: Mean, values: readonly number[], weights: readonly number[]): number =>
  mean.of(
    values.map((x) => Float64Array.of(x)),
    Float64Array.from(weights),
  )[0]!;

describe('arithmetic mean (R33)', () => {
  it('is Σwx / Σw', () => {
    expect(of(ARITHMETIC, [1, 2, 4], [1, 1, 2])).toBe(2.75);
  });

  it('renormalises the weights over the values that are there (R32)', () => {
    expect(of(ARITHMETIC, [1, NA, 4], [1, 5, 2])).toBe(3);
  });

  it('is NaN with nothing there, and with no weight there', () => {
    expect(of(ARITHMETIC, [NA, NA], [1, 1])).toBeNaN();
    expect(of(ARITHMETIC, [NA, 3], [1, 0])).toBeNaN();
  });

  it('does not lose small terms beside large ones that cancel', () => {
    expect(of(ARITHMETIC, [1e16, 3, -1e16], [1, 1, 1])).toBe(1);
  });

  it('takes every row by itself', () => {
    const columns = [Float64Array.of(1, 2, NA), Float64Array.of(3, NA, NA)];
    expect([...ARITHMETIC.of(columns, Float64Array.of(1, 1))]).toEqual([2, 2, NA]);
  });
});

describe('geometric mean (R34)', () => {
  it('is exp(Σ w ln x / Σ w)', () => {
    expect(of(GEOMETRIC, [1, 2, 4], [1, 1, 2])).toBeCloseTo(2 ** 1.25, 14);
    expect(of(GEOMETRIC, [4, NA, 9], [1, 7, 1])).toBeCloseTo(6, 14);
  });

  it('minds no value that weighs nothing', () => {
    expect(of(GEOMETRIC, [4, 0, 9], [1, 0, 1])).toBeCloseTo(6, 14);
  });
});

describe('harmonic mean (R37)', () => {
  it('is Σw / Σ(w / x)', () => {
    // (1 + 1 + 2) / (1 + 1/2 + 2/4) = 2.
    expect(of(HARMONIC, [1, 2, 4], [1, 1, 2])).toBe(2);
    expect(of(HARMONIC, [1, NA, 4], [1, 9, 2])).toBe(2);
  });

  it('takes positive values only', () => {
    expect(HARMONIC.domain).toBe('positive');
  });
});

describe('generalised mean (R38)', () => {
  it('is (Σ w·x^p / Σ w)^(1/p)', () => {
    expect(of(generalised(2), [1, 7], [1, 1])).toBe(5);
    expect(of(generalised(3), [1, 2, 3], [1, 1, 2])).toBeCloseTo((63 / 4) ** (1 / 3), 14);
    expect(of(generalised(-2), [1, 0.5], [1, 1])).toBeCloseTo(2.5 ** -0.5, 14);
    // (1/4 + 3/4·√9)² = 2.5²
    expect(of(generalised(0.5), [1, 9], [1, 3])).toBeCloseTo(6.25, 13);
  });

  it('leaves a missing value out instead of passing it on', () => {
    expect(of(generalised(2), [1, NA, 7], [1, 5, 1])).toBe(5);
  });

  it('is the arithmetic mean for 1, the geometric for 0, the harmonic for -1', () => {
    expect(generalised(1)).toBe(ARITHMETIC);
    expect(generalised(0)).toBe(GEOMETRIC);
    expect(of(generalised(-1), [1, 2, 4], [1, 1, 2])).toBe(2);
  });

  it('does not overflow, and tends to the largest and the smallest value', () => {
    expect(of(generalised(50), [1e9, 1e10], [1, 1])).toBeCloseTo(1e10 * 0.5 ** (1 / 50), 3);
    expect(of(generalised(-50), [1e-9, 1], [1, 1]) / 1e-9).toBeCloseTo(0.5 ** (-1 / 50), 12);
    expect(of(generalised(1000), [3, 5], [1, 1])).toBeCloseTo(5, 2);
    expect(of(generalised(-1000), [3, 5], [1, 1])).toBeCloseTo(3, 2);
  });

  it('keeps its digits near the geometric mean', () => {
    for (const power of [1e-9, -1e-9])
      expect(of(generalised(power), [2, 8, 3], [1, 2, 1])).toBeCloseTo(384 ** 0.25, 7);
    expect(of(generalised(1e-14), [2, 8], [1, 1])).toBeCloseTo(4, 12);
  });

  it('is 0 for zeros alone, and counts a zero for positive powers', () => {
    expect(of(generalised(2), [0, 0], [1, 1])).toBe(0);
    expect(of(generalised(0.5), [0, 0], [1, 1])).toBe(0);
    expect(of(generalised(0.5), [0, 4], [1, 1])).toBeCloseTo(1, 14);
  });

  it('takes negative values for odd powers alone, whose roots keep the sign', () => {
    expect(of(generalised(3), [-8, -8], [1, 1])).toBeCloseTo(-8, 14);
    expect(of(generalised(3), [-1, 2], [1, 1])).toBeCloseTo(3.5 ** (1 / 3), 14);
    expect([3, 2, 2.5, 0.5].map((power) => generalised(power).domain)).toEqual([
      'any',
      'nonnegative',
      'nonnegative',
      'nonnegative',
    ]);
    expect([0, -1, -2, -0.5].map((power) => generalised(power).domain)).toEqual(
      Array(4).fill('positive'),
    );
  });
});

describe('means of generated rows', () => {
  const RUNS = { numRuns: 10_000 };
  const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const row = (value: fc.Arbitrary<number>) =>
    fc
      .array(
        fc.tuple(
          fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NA) }),
          fc.integer({ min: 0, max: 5 }),
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((cells) => ({
        values: cells.map(([x]) => x),
        weights: cells.map(([, w]) => w),
        known: cells.flatMap(([x, w]) => (Number.isNaN(x) || w === 0 ? [] : [x])),
      }))
      .filter(({ known }) => known.length > 0);
  const power = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.double({ min: -3, max: 3 }));
  /** Not greater but for rounding. */
  const atMost = (a: number, b: number) => a <= b + 1e-11 * Math.max(Math.abs(a), Math.abs(b));

  it('every mean lies between the least and the greatest of its values', () => {
    fc.assert(
      fc.property(row(positive), power.filter(Number.isFinite), (of1, p) => {
        for (const mean of [ARITHMETIC, GEOMETRIC, HARMONIC, generalised(p)]) {
          const m = of(mean, of1.values, of1.weights);
          expect(atMost(Math.min(...of1.known), m) && atMost(m, Math.max(...of1.known))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('harmonic ≤ geometric ≤ arithmetic, and the generalised mean rises with its power', () => {
    fc.assert(
      fc.property(
        row(positive),
        power.filter(Number.isFinite),
        power.filter(Number.isFinite),
        ({ values, weights }, p, q) => {
          const chain = [HARMONIC, GEOMETRIC, ARITHMETIC].map((mean) => of(mean, values, weights));
          expect(atMost(chain[0]!, chain[1]!) && atMost(chain[1]!, chain[2]!)).toBe(true);
          const [low, high] = [Math.min(p, q), Math.max(p, q)].map((at) =>
            of(generalised(at), values, weights),
          );
          expect(atMost(low!, high!)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('a missing value is as if the child were not there', () => {
    const any = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(row(any), ({ values, weights }) => {
        const there = [...values.keys()].filter((i) => !Number.isNaN(values[i]!));
        for (const mean of [ARITHMETIC, generalised(3), generalised(5)])
          expect(of(mean, values, weights)).toBe(
            of(
              mean,
              there.map((i) => values[i]!),
              there.map((i) => weights[i]!),
            ),
          );
      }),
      RUNS,
    );
  });

  it('agrees with the textbook formula', () => {
    fc.assert(
      fc.property(row(positive), fc.double({ min: 1, max: 4, noNaN: true }), (of1, p) => {
        const there = [...of1.values.keys()].filter((i) => !Number.isNaN(of1.values[i]!));
        const sum = (f: (x: number) => number) =>
          there.reduce((total, i) => total + of1.weights[i]! * f(of1.values[i]!), 0);
        const total = sum(() => 1);
        const close = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * b;
        for (const q of [p, -p])
          expect(
            close(
              of(generalised(q), of1.values, of1.weights),
              (sum((x) => x ** q) / total) ** (1 / q),
            ),
          ).toBe(true);
        expect(close(of(HARMONIC, of1.values, of1.weights), total / sum((x) => 1 / x))).toBe(true);
      }),
      RUNS,
    );
  });
});
