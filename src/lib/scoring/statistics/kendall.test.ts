import { describe, expect, it } from 'vitest';
import { kendallScore } from './kendall.ts';

const f = (...xs: number[]) => Float64Array.from(xs);

const permutations = (xs: readonly number[]): number[][] =>
  xs.length === 0
    ? [[]]
    : xs.flatMap((x, i) => permutations(xs.toSpliced(i, 1)).map((rest) => [x, ...rest]));

describe('kendallScore', () => {
  it('counts concordant minus discordant pairs, and pairs that are not tied', () => {
    expect(kendallScore(f(1, 2, 2, 3), f(5, 5, 4, 7))).toMatchObject({
      score: 2,
      untiedX: 5,
      untiedY: 5,
    });
  });

  it.each([[[1, 2, 3, 4, 5]], [[1, 1, 2, 2, 3]], [[1, 1, 1, 2, 3]], [[7, 7, 7, 7, 1]]])(
    'has the variance of the score over all orders of y, ties or not: x = %j',
    (x) => {
      for (const y of [
        [1, 2, 3, 4, 5],
        [4, 4, 4, 1, 2],
        [2, 2, 3, 3, 3],
      ]) {
        const scores = permutations(y).map((order) => kendallScore(f(...x), f(...order)).score);
        const mean = scores.reduce((a, b) => a + b) / scores.length;
        const variance = scores.reduce((sum, s) => sum + (s - mean) ** 2, 0) / scores.length;
        expect(kendallScore(f(...x), f(...y)).variance).toBeCloseTo(variance, 10);
      }
    },
  );
});
