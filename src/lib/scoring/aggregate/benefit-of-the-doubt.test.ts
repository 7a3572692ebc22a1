import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peers } from '../testing/peers.ts';
import { maximumAtVertices } from '../testing/vertices.ts';
import { benefitOfTheDoubt } from './benefit-of-the-doubt.ts';
import { frontierOf } from './frontier.ts';

const { NaN: NA } = Number;
type Rows = readonly (readonly number[])[];
const solved = (rows: Rows, limits?: readonly [number, number]) =>
  benefitOfTheDoubt(
    peers(
      rows,
      rows[0]!.map(() => 1),
    ),
    limits,
  );
const expectAll = (actual: ArrayLike<number>, expected: readonly number[]) => {
  for (const [i, x] of expected.entries()) expect(actual[i]).toBeCloseTo(x, 12);
};

describe('frontierOf', () => {
  it('keeps whom nobody equals or exceeds in everything, and one of equals', () => {
    const columns = [Float64Array.of(1, 3, 2, 3, 1), Float64Array.of(3, 1, 2, 1, 1)];
    expect(frontierOf(columns, 5)).toEqual([0, 1, 2]);
  });
});

describe('benefit of the doubt (R64)', () => {
  it('is the share of the best for one child', () => {
    expectAll(solved([[2], [4], [1], [0]]).scores, [0.5, 1, 0.25, 0]);
  });

  it('weighs every unit by what it does best', () => {
    // Frontier (4, 1) and (2, 3). For (2, 2): 4v + w = 1 and 2v + 3w = 1 give v = 0.2, w = 0.2.
    // For (4, 0): v = 1/4 alone. For (0, 1): w = 1/3 alone.
    const { scores, shares } = solved([
      [4, 1],
      [2, 3],
      [2, 2],
      [4, 0],
      [0, 1],
    ]);
    expectAll(scores, [1, 1, 0.8, 1, 1 / 3]);
    expectAll([shares![0]![2]!, shares![1]![2]!], [0.5, 0.5]);
    expectAll([shares![0]![3]!, shares![1]![4]!], [1, 1]);
  });

  it('keeps the shares of a unit within the limits', () => {
    // (2, 2) beside (4, 1) and (1, 4) has v = w = 0.2: shares of one half whatever the limits. For
    // (4, 1) at most 60 % from the first: 4v = 0.6 s, w = 0.4 s, v + 4w ≤ 1 (1.75 s) binds: s = 1/1.75.
    const { scores, shares } = solved(
      [
        [4, 1],
        [1, 4],
        [2, 2],
      ],
      [0.1, 0.6],
    );
    expectAll(scores, [1 / 1.75, 1 / 1.75, 0.8]);
    expectAll([shares![0]![0]!, shares![1]![0]!], [0.6, 0.4]);
  });

  it('leaves a missing child out for the unit, and holds against a peer what is known of it', () => {
    // u2 has only the first, of which 4 is the best: 2/4. u3 lacks the second, but its 4 still binds.
    const { scores, shares } = solved([
      [1, 2],
      [2, NA],
      [4, NA],
    ]);
    expectAll(scores, [1, 0.5, 1]);
    expect(shares![1]![1]).toBeNaN();
    expect(shares![0]![1]).toBe(1);
    expectAll(
      solved([
        [1, NA],
        [4, NA],
      ]).scores,
      [0.25, 1],
    );
  });

  it('asks no share of what a unit lacks, nor less than an equal one of what it has', () => {
    expectAll(
      solved(
        [
          [2, NA],
          [4, 4],
        ],
        [0.3, 0.7],
      ).scores,
      [0.5, 1],
    );
  });

  it('with a least share, a zero is a zero of the whole', () => {
    expectAll(
      solved(
        [
          [4, 0],
          [4, 4],
        ],
        [0.2, 0.8],
      ).scores,
      [0, 1],
    );
    expect(
      solved([
        [0, 0],
        [4, 4],
      ]).shares!.map((column) => column[0]),
    ).toEqual([0.5, 0.5]);
  });

  it('is 0 for everyone when there is nothing but zeros', () => {
    expectAll(
      solved([
        [0, 0],
        [0, 0],
      ]).scores,
      [0, 0],
    );
  });

  const value = fc.integer({ min: 1, max: 20 });
  const cases = fc.integer({ min: 1, max: 3 }).chain((k) =>
    fc.record({
      rows: fc.array(fc.array(value, { minLength: k, maxLength: k }), {
        minLength: 1,
        maxLength: 3,
      }),
      // Between no share and an equal one, and between that and all.
      limits: fc
        .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
        .map(([a, b]) => [a / 10 / k, 1 / k + (b / 8) * (1 - 1 / k)] as const),
    }),
  );

  it('generated: as the best of all vertices of the linear programme', () => {
    fc.assert(
      fc.property(cases, ({ rows, limits }) => {
        const [low, high] = limits;
        const { scores } = solved(rows, limits);
        const isBest = rows.every((own, unit) => {
          const unitVector = (child: number) => own.map((_, i) => (i === child ? 1 : 0));
          const best = maximumAtVertices(own, [
            ...rows.map((a) => ({ a, b: 1 })),
            ...own.flatMap((_, child) => [
              { a: unitVector(child).map((x) => -x), b: 0 },
              { a: own.map((x, i) => x * (low - unitVector(child)[i]!)), b: 0 },
              { a: own.map((x, i) => x * (unitVector(child)[i]! - high)), b: 0 },
            ]),
          ]);
          return Math.abs(scores[unit]! - best) <= 1e-10;
        });
        expect(isBest).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('generated: between 0 and 1, reached by somebody, the same in whatever unit a child is measured', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 50 }), ({ rows }, factor) => {
        const { scores, shares } = solved(rows);
        expect(scores.every((x) => x > 0 && x <= 1)).toBe(true);
        expect(scores.includes(1)).toBe(true);
        for (const unit of rows.keys()) {
          const total = shares!.reduce((sum, column) => sum + column[unit]!, 0);
          expect(Math.abs(total - 1) < 1e-12).toBe(true);
        }
        const scaled = solved(rows.map(([x, ...rest]) => [x! * factor, ...rest])).scores;
        expect(scores.every((x, unit) => Math.abs(x - scaled[unit]!) < 1e-12)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
