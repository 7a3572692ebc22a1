import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankInto } from './rank.ts';
import { Ranker } from './ranker.ts';
import { widthOfTies } from './ties.ts';

const RUNS = { numRuns: 10_000 };

/** R51 as it is written, without any sorting. */
function plainRanks(scores: Float64Array, share: number): number[] {
  const present = scores.filter((x) => !Number.isNaN(x));
  const width = widthOfTies(Math.min(...present), Math.max(...present), share);
  const ranks = new Array<number>(scores.length).fill(0);
  for (;;) {
    const left = [...scores.keys()].filter((i) => ranks[i] === 0 && !Number.isNaN(scores[i]!));
    if (left.length === 0) return ranks;
    const best = Math.max(...left.map((i) => scores[i]!));
    const place = 1 + present.length - left.length;
    for (const i of left) if (best - scores[i]! <= width) ranks[i] = place;
  }
}

const score = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(NaN, 1e9, -1e-300, 0.1 + 0.2, 0.3),
);
const share = fc.constantFrom(0, 1e-9, 0.1);

const all = (scores: Float64Array) => Int32Array.from(scores.keys());

describe('rankInto', () => {
  it('few scores: every place as the rule says it', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 12 }), share, (values, tolerance) => {
        const scores = Float64Array.from(values);
        const ranks = new Int32Array(scores.length);
        rankInto(ranks, scores, all(scores), tolerance);
        expect([...ranks].every((rank, i) => rank === plainRanks(scores, tolerance)[i])).toBe(true);
      }),
      RUNS,
    );
  });

  it('many scores, evenly or unevenly spread: the same', () => {
    const spread = fc.constantFrom(
      (x: number) => x,
      (x: number) => Math.round(x * 30),
      (x: number) => Math.exp(60 * x),
      (x: number) => (x < 0.01 ? 1e12 : x),
      () => 1,
    );
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 90, maxLength: 150 }),
        spread,
        share,
        (values, of, tolerance) => {
          const scores = Float64Array.from(values, of);
          const ranks = new Int32Array(scores.length);
          rankInto(ranks, scores, all(scores), tolerance);
          const expected = plainRanks(scores, tolerance);
          expect([...ranks].every((rank, i) => rank === expected[i])).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('5,000 scores within a millionth of the range of one outlier', () => {
    const scores = Float64Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 5000) * 1e-9);
    scores[0] = 1e6;
    const ranks = new Int32Array(scores.length);
    rankInto(ranks, scores, all(scores), 0);
    const order = [...scores].sort((a, b) => b - a);
    expect([...ranks].every((rank, i) => order[rank - 1] === scores[i])).toBe(true);
  });
});

describe('Ranker with an error', () => {
  const rank = (values: readonly number[], tolerance: number, error: number) => {
    const scores = Float64Array.from(values);
    const ranks = new Int32Array(scores.length);
    const isSettled = new Ranker(scores.length).rank(scores, all(scores), tolerance, error, ranks);
    return isSettled ? [...ranks] : null;
  };

  it('says nothing where the error could decide a place', () => {
    expect(rank([3, 2, 1], 0, 1e-9)).toEqual([1, 2, 3]);
    expect(rank([3, 3, 1], 0, 1e-9)).toBeNull();
    expect(rank([3, 3, 1], 0, 0)).toEqual([1, 1, 3]);
    expect(rank([3, 3, 1], 0.01, 1e-9)).toEqual([1, 1, 3]);
    expect(rank([100, 99 + 1e-12, 0], 0.01, 1e-9)).toBeNull();
    expect(rank([NaN, 5], 0, 1e-9)).toEqual([0, 1]);
    expect(rank([], 0, 1e-9)).toEqual([]);
  });

  it('what it says holds for every score within the error', () => {
    const moves = fc.array(fc.constantFrom(-1, -0.5, 0, 0.5, 1), { minLength: 5, maxLength: 5 });
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, moves, share, (given, by, tolerance) => {
        const error = 0.1;
        const said = rank(given, tolerance, error);
        const moved = Float64Array.from(given, (x, i) => x + by[i]! * error);
        expect(said === null || said.every((r, i) => r === plainRanks(moved, tolerance)[i])).toBe(
          true,
        );
      }),
      RUNS,
    );
  });
});
