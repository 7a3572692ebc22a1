import { describe, expect, it } from 'vitest';
import { correlationsOf } from '../statistics/correlation.ts';
import { group, indicator } from '../testing/schemes.ts';
import { TAI } from '../testing/tai.ts';
import { weighChildren } from './weigh.ts';
import { of } from './testing.ts';

const f = (...xs: number[]) => Float64Array.from(xs);

const rounded = (xs: ArrayLike<number>, digits = 2) =>
  Array.from(xs, (x) => Number(x.toFixed(digits)));

const three = [f(1, 2, 3, 4), f(1, 3, 2, 4), f(4, 1, 3, 2)];

describe('weighChildren (R70, R71)', () => {
  it('takes weights as written, and by default', () => {
    expect(of(undefined, three, [3, 0, 1])).toEqual({
      group: 'G',
      method: 'given',
      weights: f(3, 0, 1),
      problem: null,
      n: null,
    });
    expect(of({ method: 'given' }, three, [3, 0, 1]).weights).toEqual(f(3, 0, 1));
  });

  it('gives equal weights whatever is written', () => {
    expect(of({ method: 'equal' }, three.slice(1), [3, 0]).weights).toEqual(f(0.5, 0.5));
  });

  it.each(['pca', 'factor', 'equal_influence'] as const)(
    '%s counts open rows with all children only',
    (method) => {
      const gaps = three.map((column, i) => f(...column, i === 1 ? NaN : 9, 5));
      const node = group('G', [indicator('x'), indicator('y'), indicator('z')], 1, 'arithmetic', {
        weigh: { method },
      });
      const found = weighChildren(node, gaps, Uint8Array.of(1, 1, 1, 1, 1, 0));
      expect(found).toEqual(of({ method }, three));
      expect(found.n).toBe(4);
    },
  );

  it.each(['pca', 'factor', 'equal_influence'] as const)(
    '%s does not make weights up: too few rows, a constant child',
    (method) => {
      const few = of({ method }, [f(1, 2), f(2, 5)]);
      expect(few).toMatchObject({ weights: f(NaN, NaN), problem: 'too_few_rows', n: 2 });
      const flat = of({ method }, [f(1, 2, 4), f(7, 7, 7)]);
      expect(flat).toMatchObject({ weights: f(NaN, NaN), problem: 'constant_child', n: 3 });
    },
  );

  it.each(['pca', 'factor', 'equal_influence'] as const)('%s gives an only child 1', (method) => {
    expect(of({ method }, [f(NaN, 7, 7)])).toMatchObject({ weights: f(1), problem: null });
  });
});

describe('budget (R72)', () => {
  it('gives every expert the same say, whatever the points', () => {
    // 3/4 and 1/4, 1/5 and 4/5: means 0.475 and 0.525.
    const { weights } = of(
      {
        method: 'budget',
        allocations: [
          [75, 25],
          [2, 8],
        ],
      },
      three.slice(1),
    );
    expect(rounded(weights, 12)).toEqual([0.475, 0.525]);
  });
});

describe('comparisons (R73)', () => {
  it('come with their consistency', () => {
    const comparisons = [
      [1, 4],
      [0.25, 1],
    ];
    const { weights, consistency, n } = of({ method: 'ahp', comparisons }, three.slice(1));
    expect(rounded(weights, 12)).toEqual([0.8, 0.2]);
    expect(consistency).toMatchObject({ ratio: 0 });
    expect(n).toBeNull();
  });
});

describe('first component (R74)', () => {
  it('of two correlated children gives half each, of three follows the eigenvector', () => {
    expect(rounded(of({ method: 'pca' }, three.slice(0, 2)).weights, 12)).toEqual([0.5, 0.5]);
    // Correlations .8 between x and y, 0 to z beside: (1, 1, 0) / √2.
    const beside = of({ method: 'pca' }, [f(1, 2, 3, 4), f(1, 3, 2, 4), f(1, -1, -1, 1)]);
    expect(rounded(beside.weights, 12)).toEqual([0.5, 0.5, 0]);
    expect(rounded(beside.components!.eigenvalues, 12)).toEqual([1.8, 1, 0.2]);
    expect(beside.components!.explained[0]).toBeCloseTo(0.6, 12);
    expect(rounded(beside.components!.loadings[0]!, 12)).toEqual([
      0.948683298051, 0.948683298051, 0,
    ]);
  });

  it('finds no first component among uncorrelated children', () => {
    const found = of({ method: 'pca' }, [f(-1, -1, 1, 1), f(-1, 1, -1, 1)]);
    expect(found).toMatchObject({ weights: f(NaN, NaN), problem: 'tied_components' });
  });

  it('gives the loadings of the Handbook’s Table 8 on TAI data, but for their sign', () => {
    const { components, weights } = of({ method: 'pca' }, TAI);
    const table = [0.11, 0.56, 0.92, -0.35, 0.76, 0.91, 0.74, 0.36];
    const off = table.map((x, i) => Math.abs(x - components!.loadings[0]![i]!));
    expect(Math.max(...off)).toBeLessThan(0.021);
    expect(weights[3]).toBeCloseTo(0.35 ** 2 / 3.35, 2);
  });
});

describe('factors (R75)', () => {
  it('gives the Handbook’s eigenvalues, loadings and weights of TAI (Tables 16 to 18)', () => {
    const { components, weights, problem } = of({ method: 'factor', factors: 4 }, TAI);
    expect(problem).toBeNull();
    const eigenvalues = [41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9];
    for (const [i, share] of eigenvalues.entries())
      expect(Math.abs(components!.eigenvalues[i]! / 0.08 - share)).toBeLessThan(0.15);
    // Largest explained variance first; the Handbook lists 2.64, 1.39, 1.19, 1.76.
    const table = [
      [0.07, 0.13, 0.79, -0.64, 0.37, 0.82, 0.88, 0.08],
      [0.06, 0.93, 0.42, 0.36, 0.68, 0.35, 0.09, 0.04],
      [0.97, 0.07, -0.21, 0.56, 0.17, -0.04, 0.23, 0.04],
      [0.06, -0.07, 0.21, -0.04, 0.38, 0.25, -0.09, 0.96],
    ];
    for (const [i, column] of table.entries()) {
      const found = components!.loadings[i]!;
      const sign = Math.sign(found.reduce((sum, x, at) => sum + x * column[at]!, 0));
      for (const [at, x] of column.entries())
        expect(Math.abs(found[at]! * sign - x)).toBeLessThan(0.016);
    }
    for (const [i, variance] of [2.64, 1.76, 1.39, 1.19].entries())
      expect(Math.abs(components!.explained[i]! * 8 - variance)).toBeLessThan(0.025);
    const printed = [0.17, 0.15, 0.11, 0.06, 0.08, 0.12, 0.14, 0.17];
    for (const [i, w] of printed.entries()) expect(Math.abs(weights[i]! - w)).toBeLessThan(0.0075);
  });

  it('keeps factors with an eigenvalue above 1, and one at least', () => {
    expect(of({ method: 'factor' }, TAI).components!.loadings).toHaveLength(2);
    const apart = [f(-1, -1, 1, 1, 0), f(-1, 1, -1, 1, 1)];
    expect(of({ method: 'factor' }, apart).components!.loadings).toHaveLength(1);
  });

  it('without rotation takes the components themselves', () => {
    const plain = of({ method: 'factor', factors: 1, rotation: 'none' }, TAI);
    expect(plain.weights).toEqual(of({ method: 'factor', factors: 1 }, TAI).weights);
    expect(rounded(plain.weights, 9)).toEqual(rounded(of({ method: 'pca' }, TAI).weights, 9));
    const two = of({ method: 'factor', factors: 2, rotation: 'none' }, TAI);
    expect(two.components!.explained[0]).toBeCloseTo(two.components!.eigenvalues[0]! / 8, 12);
  });

  it('finds blocks: two pairs that do not correlate share the weight by what they explain', () => {
    const pairs = [f(1, 2, 3, 4), f(1, 2, 3, 4), f(1, -1, -1, 1), f(1, -1, -1, 1)];
    expect(rounded(of({ method: 'factor' }, pairs).weights, 12)).toEqual([0.25, 0.25, 0.25, 0.25]);
    const uneven = of({ method: 'factor' }, [...pairs, f(2, -2, -2, 2)]);
    expect(rounded(uneven.weights, 12)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  it('knows when every rotation is as good: three children at angles of 60°', () => {
    const star = [f(-6, 4, -6), f(1, 1, 0), f(-4, 9, 9)];
    expect(of({ method: 'factor', factors: 2 }, star).problem).toBe('tied_components');
  });

  it('keeps no factor that could as well be another', () => {
    const pairs = [f(1, 2, 3, 4), f(1, 2, 3, 4), f(1, -1, -1, 1), f(1, -1, -1, 1)];
    const one = of({ method: 'factor', factors: 1 }, pairs);
    expect(one.problem).toBe('tied_components');
    expect(one.weights.every(Number.isNaN)).toBe(true);
    expect(of({ method: 'factor', factors: 2, rotation: 'none' }, pairs).problem).toBe(
      'tied_components',
    );
  });
});

describe('equal influence (R76)', () => {
  const meanOf = (columns: readonly Float64Array[], weights: Float64Array) =>
    columns[0]!.map((_, row) => columns.reduce((sum, x, i) => sum + weights[i]! * x[row]!, 0));
  const correlationsWith = (columns: readonly Float64Array[], weights: Float64Array) =>
    Array.from(correlationsOf([meanOf(columns, weights), ...columns])[0]!).slice(1);

  // x and y correlate by 0.8, z by -0.2 with x and -0.3 with y.
  const trio = [f(1, 2, 3, 4, 5), f(2, 1, 4, 3, 5), f(30, 50, 20, 10, 40)];

  it('weighs two children by the inverse of their spread', () => {
    const { weights } = of({ method: 'equal_influence' }, [f(1, 2, 3, 4), f(10, 30, 20, 40)]);
    expect(rounded(weights, 12)).toEqual(rounded([10 / 11, 1 / 11], 12));
  });

  it('makes every child correlate alike with the mean, exactly', () => {
    const { weights, problem, influence } = of({ method: 'equal_influence' }, trio);
    expect(problem).toBeNull();
    expect(influence!.in_reach).toBe(true);
    const [a, b, c] = correlationsWith(trio, weights);
    expect(b).toBeCloseTo(a!, 13);
    expect(c).toBeCloseTo(a!, 13);
    expect(influence!.correlations[0]).toBeCloseTo(a!, 13);
    expect(influence!.misfit).toBeLessThan(1e-14);
    expect(influence!.targets).toEqual(f(1 / 3, 1 / 3, 1 / 3));
  });

  it('or in the ratios of the targets', () => {
    const targets = [9, 8, 16];
    const { weights } = of({ method: 'equal_influence', targets }, trio);
    const [a, b, c] = correlationsWith(trio, weights);
    expect(a! / b!).toBeCloseTo(1.125, 12);
    expect(c! / b!).toBeCloseTo(2, 12);
  });

  it('says so when a child is a combination of others', () => {
    const twice = [f(1, 2, 3, 5), f(2, 4, 6, 10)];
    expect(of({ method: 'equal_influence' }, twice)).toMatchObject({
      weights: f(NaN, NaN),
      problem: 'collinear_children',
    });
  });

  it('says how near it comes when only negative weights would do', () => {
    // Asked to count for next to nothing, y still moves with x.
    const pair = [f(1, 2, 3, 4), f(1, 3, 2, 4)];
    const found = of({ method: 'equal_influence', targets: [9, 1] }, pair);
    expect(found).toMatchObject({
      weights: f(1, 0),
      problem: null,
      influence: { in_reach: false },
    });
    expect(rounded(found.influence!.correlations, 12)).toEqual([1, 0.8]);
    // 1 / 1.8 instead of 9 / 10.
    expect(found.influence!.misfit).toBeCloseTo(0.9 - 1 / 1.8, 12);
  });

  it('nearest weights leave out who has more influence than asked already (TAI)', () => {
    const { influence, weights } = of({ method: 'equal_influence' }, TAI);
    expect(influence!.in_reach).toBe(false);
    const least = Math.min(...influence!.correlations);
    expect(Array.from(weights, (w) => w > 0)).toEqual(
      Array.from(influence!.correlations, (r) => r - least < 1e-9),
    );
  });
});
