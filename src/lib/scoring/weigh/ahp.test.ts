import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ahpWeights, reciprocal, worstComparison } from './ahp.ts';

const RUNS = { numRuns: 10_000 };
const rounded = (xs: ArrayLike<number>, digits: number) =>
  Array.from(xs, (x) => Number(x.toFixed(digits)));

describe('reciprocal', () => {
  it('takes the number above 1 of a pair that was written rounded', () => {
    const exact = reciprocal([
      [1, 3, 0.13],
      [0.33, 1, 1],
      [8, 1, 1],
    ]);
    expect(exact.map((row) => Array.from(row))).toEqual([
      [1, 3, 1 / 8],
      [1 / 3, 1, 1],
      [8, 1, 1],
    ]);
  });

  it('takes two equal numbers for 1', () => {
    expect(
      reciprocal([
        [1, 1.01],
        [1.01, 1],
      ]).map((row) => Array.from(row)),
    ).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('ahpWeights (R73)', () => {
  it('gives one child everything, and two the ratio of their comparison', () => {
    expect(ahpWeights([[1]])).toEqual({
      weights: Float64Array.of(1),
      consistency: { eigenvalue: 1, index: 0, ratio: 0 },
    });
    const two = ahpWeights([
      [1, 4],
      [0.25, 1],
    ]);
    expect(rounded(two.weights, 12)).toEqual([0.8, 0.2]);
    expect(two.consistency.ratio).toBe(0);
  });

  it('solves the cubic of three by hand: a12 = 2, a23 = 2, a13 = 8', () => {
    // With q = a12 a23 / a13 = 1/2, λ = 1 + q^(1/3) + q^(-1/3); weights are the geometric means of rows.
    const { weights, consistency } = ahpWeights([
      [1, 2, 8],
      [1 / 2, 1, 2],
      [1 / 8, 1 / 2, 1],
    ]);
    const rows = [Math.cbrt(16), 1, Math.cbrt(1 / 16)];
    const total = rows.reduce((a, b) => a + b);
    for (const [i, w] of weights.entries()) expect(w).toBeCloseTo(rows[i]! / total, 14);
    expect(consistency.eigenvalue).toBeCloseTo(1 + Math.cbrt(0.5) + Math.cbrt(2), 13);
    expect(consistency.ratio).toBeCloseTo((Math.cbrt(0.5) + Math.cbrt(2) - 2) / 2 / 0.58, 13);
  });

  it('finds the Handbook’s comparison of eight TAI indicators (Table 20) consistent', () => {
    const { weights, consistency } = ahpWeights([
      [1, 2, 3, 2, 5, 5, 1, 3],
      [1 / 2, 1, 2, 1 / 2, 4, 4, 1 / 2, 3],
      [1 / 3, 1 / 2, 1, 1 / 4, 2, 2, 1 / 5, 1 / 2],
      [1 / 2, 2, 4, 1, 4, 4, 1 / 2, 3],
      [1 / 5, 1 / 4, 1 / 2, 1 / 4, 1, 1, 1 / 5, 1 / 2],
      [1 / 5, 1 / 4, 1 / 2, 1 / 4, 1, 1, 1 / 5, 1 / 2],
      [1, 2, 5, 2, 5, 5, 1, 4],
      [1 / 3, 1 / 3, 2, 1 / 3, 2, 2, 1 / 4, 1],
    ]);
    expect(rounded(weights, 3)).toEqual([0.229, 0.135, 0.059, 0.176, 0.039, 0.039, 0.252, 0.072]);
    expect(consistency.ratio).toBeLessThan(0.1);
  });

  it('has no random index, hence no ratio, beyond fifteen', () => {
    const sixteen = Array.from({ length: 16 }, () => new Array<number>(16).fill(1));
    expect(ahpWeights(sixteen).consistency.ratio).toBeNaN();
  });

  it('recovers the weights of any consistent matrix', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 15 }),
        (ws) => {
          const total = ws.reduce((a, b) => a + b);
          const { weights, consistency } = ahpWeights(ws.map((a) => ws.map((b) => a / b)));
          for (const [i, w] of ws.entries())
            expect(Math.abs(weights[i]! / (w / total) - 1)).toBeLessThan(1e-12);
          expect(consistency.eigenvalue).toBeCloseTo(ws.length, 10);
          expect(consistency.ratio).toBeLessThan(1e-10);
        },
      ),
      RUNS,
    );
  });

  it('gives an eigenvector, positive, that permutes with the children', () => {
    const nine = fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1 / 2, 1, 2, 4, 7);
    const matrix = fc.integer({ min: 2, max: 5 }).chain((n) =>
      fc.array(nine, { minLength: 10, maxLength: 10 }).map((above) => {
        let next = 0;
        const rows = Array.from({ length: n }, () => new Array<number>(n).fill(1));
        for (let i = 0; i < n; i++)
          for (let j = i + 1; j < n; j++) {
            rows[i]![j] = above[next++]!;
            rows[j]![i] = 1 / rows[i]![j]!;
          }
        return rows;
      }),
    );
    fc.assert(
      fc.property(matrix, fc.nat(), (rows, turn) => {
        const n = rows.length;
        const { weights, consistency } = ahpWeights(rows);
        expect(consistency.eigenvalue).toBeGreaterThanOrEqual(n - 1e-12);
        for (const [i, row] of rows.entries()) {
          const image = row.reduce((sum, a, j) => sum + a * weights[j]!, 0);
          expect(Math.abs(image / (consistency.eigenvalue * weights[i]!) - 1)).toBeLessThan(1e-11);
        }
        const at = (i: number) => (i + turn) % n;
        const turned = ahpWeights(rows.map((_, i) => rows.map((__, j) => rows[at(i)]![at(j)]!)));
        for (let i = 0; i < n; i++) expect(turned.weights[i]).toBeCloseTo(weights[at(i)]!, 11);
      }),
      RUNS,
    );
  });
});

describe('worstComparison', () => {
  it('names the comparison that the others contradict', () => {
    // All alike but for x over z, written upside down.
    const { i, j, found, implied } = worstComparison([
      [1, 2, 1 / 8, 8],
      [1 / 2, 1, 2, 4],
      [8, 1 / 2, 1, 2],
      [1 / 8, 1 / 4, 1 / 2, 1],
    ]);
    expect([i, j, found]).toEqual([0, 2, 1 / 8]);
    expect(implied).toBeGreaterThan(0.5);
  });
});
