import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { TAI } from '../testing/tai.ts';
import { cronbachAlpha } from './consistency.ts';
import { multivariate } from './multivariate.ts';
import { principalComponents } from './structure.ts';

const RUNS = { numRuns: 10_000 };
const f = (...xs: number[]) => Float64Array.from(xs);
const ALL = { period: null, group: null, stage: 'normalised' } as const;
const rounded = (xs: ArrayLike<number>, digits = 2) =>
  Array.from(xs, (x) => Number(x.toFixed(digits)));

describe('cronbachAlpha (R82)', () => {
  it('is k / (k - 1) · (1 - Σ var(x) / var(Σx)), by hand', () => {
    // Variances 1, 1 and 4; sums 4, 2 and 9, with variance 13.
    const columns = [f(1, 2, 3), f(2, 1, 3), f(1, -1, 3)];
    const { alpha, standardised } = cronbachAlpha(['x', 'y', 'z'], columns);
    expect(alpha).toBeCloseTo(1.5 * (1 - 6 / 13), 14);
    // r = 0.5, 0.5 and 1: mean 2/3.
    expect(standardised).toBeCloseTo((3 * (2 / 3)) / (1 + 2 * (2 / 3)), 14);
  });

  it('gives the Handbook’s alphas of TAI: 0.70, and without each indicator (Table 11)', () => {
    const codes = ['patents', 'royalties', 'internet', 'exports', 'telephones', 'electricity'];
    const { standardised, without } = cronbachAlpha([...codes, 'schooling', 'university'], TAI);
    expect(rounded([standardised])).toEqual([0.7]);
    const table = [0.704, 0.645, 0.636, 0.774, 0.603, 0.624, 0.662, 0.706];
    const r = [0.261, 0.527, 0.566, -0.108, 0.701, 0.614, 0.451, 0.249];
    for (const [i, found] of without.entries()) {
      expect(Math.abs(found.standardised - table[i]!)).toBeLessThan(0.004);
      expect(Math.abs(found.r - r[i]!)).toBeLessThan(0.012);
    }
  });

  it('is there of two elements at least, whose sum differs between rows', () => {
    expect(cronbachAlpha(['x'], [f(1, 2, 3)])).toMatchObject({ alpha: NaN, standardised: NaN });
    expect(cronbachAlpha([], [])).toMatchObject({ alpha: NaN, standardised: NaN, without: [] });
    const opposed = cronbachAlpha(['x', 'y'], [f(1, 2, 4), f(4, 3, 1)]);
    expect(opposed).toMatchObject({ alpha: NaN, standardised: NaN });
    const flat = cronbachAlpha(['x', 'y'], [f(1, 2, 4), f(3, 3, 3)]);
    expect(flat.alpha).toBeCloseTo(0, 14);
    expect(flat.standardised).toBeNaN();
  });

  const column = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 });
  const columns = fc
    .array(column, { minLength: 2, maxLength: 4 })
    .map((all) => all.map((xs) => Float64Array.from(xs)));
  const codes = ['a', 'b', 'c', 'd'];

  it('of a column repeated is 1; never above 1; the same in any order', () => {
    fc.assert(
      fc.property(columns, ([x, ...rest]) => {
        const spread = new Set(x).size > 1;
        const again = cronbachAlpha(codes.slice(0, 3), [x!, x!, x!]);
        for (const alpha of [again.alpha, again.standardised])
          if (spread) expect(alpha).toBeCloseTo(1, 12);
        const of = [x!, ...rest];
        const { alpha, standardised } = cronbachAlpha(codes.slice(0, of.length), of);
        if (!Number.isNaN(alpha)) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        const back = cronbachAlpha(codes.slice(0, of.length), of.slice().reverse());
        if (!Number.isNaN(alpha)) expect(back.alpha - alpha).toBeCloseTo(0, 8);
        if (!Number.isNaN(standardised))
          expect(Math.abs(back.standardised / standardised - 1) || 0).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  it('is k² times the mean covariance over the sum of all covariances', () => {
    fc.assert(
      fc.property(columns, (of) => {
        const k = of.length;
        const means = of.map((xs) => xs.reduce((a, b) => a + b) / xs.length);
        const covariance = (i: number, j: number) =>
          of[i]!.reduce((sum, x, row) => sum + (x - means[i]!) * (of[j]![row]! - means[j]!), 0);
        let [all, off] = [0, 0];
        for (let i = 0; i < k; i++)
          for (let j = 0; j < k; j++) {
            all += covariance(i, j);
            if (i !== j) off += covariance(i, j);
          }
        const { alpha } = cronbachAlpha(codes.slice(0, k), of);
        if (Number.isNaN(alpha)) expect(all).toBeCloseTo(0, 8);
        else expect(alpha).toBeCloseTo((k * off) / ((k - 1) * all), 9);
      }),
      RUNS,
    );
  });
});

describe('principalComponents (R83)', () => {
  it('gives the Handbook’s eigenvalues of TAI (Table 7)', () => {
    const { explained, eigenvalues } = principalComponents(TAI)!;
    expect(rounded(eigenvalues, 1)).toEqual([3.4, 1.7, 1, 0.9, 0.5, 0.3, 0.2, 0.1]);
    expect(eigenvalues.reduce((a, b) => a + b)).toBeCloseTo(8, 12);
    expect(explained.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('are 1 + r and 1 - r of two columns', () => {
    const { eigenvalues, loadings } = principalComponents([f(1, 2, 3, 4), f(4, 2, 3, 1)])!;
    expect(rounded(eigenvalues, 12)).toEqual([1.8, 0.2]);
    // The loading furthest from 0 is positive, here of either.
    expect(rounded(loadings[0]!.map(Math.abs), 12)).toEqual(
      rounded([Math.sqrt(0.9), Math.sqrt(0.9)], 12),
    );
    expect(loadings[0]![0]! * loadings[0]![1]!).toBeCloseTo(-0.9, 12);
  });

  it('do not exist of one column, of two rows, or of equal values', () => {
    expect(principalComponents([])).toBeNull();
    expect(principalComponents([f(1, 2, 3)])).toBeNull();
    expect(principalComponents([f(1, 2), f(2, 1)])).toBeNull();
    expect(principalComponents([f(1, 2, 3), f(5, 5, 5)])).toBeNull();
  });
});

describe('multivariate', () => {
  const index = group('I', [
    group('A', [indicator('x'), indicator('y'), indicator('z', 1, { direction: -1 })]),
    group('B', [indicator('v'), indicator('w')]),
  ]);
  const scheme = schemeOf(index, {
    normalise: AS_GIVEN,
    missing: { min_availability: 0.5, require_all_dimensions: false },
  });
  const table = tableOf({
    x: [1, 2, 3, 4, 5, 9],
    y: [1, 3, 2, 4, 5, NaN],
    z: [5, 4, 3, 2, 1, NaN],
    v: [5, 1, NaN, 4, 2, NaN],
    w: [1, 5, 3, 2, 4, NaN],
  });
  const result = score(table, scheme);
  const found = multivariate(result, scheme, { ...ALL, stage: 'raw' });
  const r = (a: string, b: string, of = found) =>
    of.correlations.get('pearson')!.r[of.elements.indexOf(a)]![of.elements.indexOf(b)]!;

  it('looks at rows that passed the screening, and counts pairs', () => {
    expect(Array.from(found.rows)).toEqual([0, 1, 2, 3, 4]);
    const at = (code: string) => found.elements.indexOf(code);
    expect(found.correlations.get('kendall')!.n[at('x')]![at('v')]).toBe(4);
    expect(found.correlations.get('kendall')!.n[at('x')]![at('y')]).toBe(5);
  });

  it('directs raw values, so that a positive correlation is agreement', () => {
    expect(r('x', 'z')).toBe(1);
    expect(r('x', 'y')).toBeCloseTo(0.9, 12);
    expect(r('x', 'z', multivariate(result, scheme, ALL))).toBeCloseTo(1, 12);
  });

  it('correlates groups by their scores', () => {
    const a = result.scores.get('A')!;
    expect(Number.isNaN(a[0]!)).toBe(false);
    expect(r('A', 'x')).toBeGreaterThan(0.9);
    expect(r('A', 'A')).toBe(1);
  });

  it('tells the structure of every group and of all indicators', () => {
    expect(found.structures.map(({ group: code, elements, n }) => [code, elements, n])).toEqual([
      ['I', ['A', 'B'], 5],
      ['A', ['x', 'y', 'z'], 5],
      ['B', ['v', 'w'], 4],
    ]);
    expect(found.overall).toMatchObject({ group: 'I', elements: ['x', 'y', 'z', 'v', 'w'], n: 4 });
    expect(found.structures[1]!.components!.eigenvalues[0]).toBeGreaterThan(2.8);
  });

  it('flags what stands out (R84)', () => {
    const kinds = found.flags.map((flag) =>
      [flag.kind, flag.group, ...('elements' in flag ? flag.elements : [flag.element])].join(' '),
    );
    expect(kinds).toContain('redundant A x z');
    expect(kinds).toContain('opposed_siblings B v w');
    expect(kinds).not.toContain('redundant A x y');
    const lenient = multivariate(result, scheme, {
      ...ALL,
      thresholds: {
        redundant: 1,
        opposed_siblings: -1,
        opposed_to_group: -1,
        weak_in_group: -1,
        dominant: 2,
      },
    });
    expect(lenient.flags).toEqual([]);
  });

  it('flags who opposes, is weak in or dominates a group', () => {
    const flat = schemeOf(
      group('I', [
        group('G', [indicator('p', 9), indicator('q'), indicator('s')]),
        indicator('t', 0.1),
      ]),
      { normalise: AS_GIVEN },
    );
    const data = tableOf({
      p: [1, 2, 3, 4, 5],
      q: [3, 1, 3, 1, 2],
      s: [2, 3, 1, 3, 2.4],
      t: [5, 4, 3, 1, 2],
    });
    const of = multivariate(score(data, flat), flat, ALL);
    expect(
      of.flags.map(({ kind, group: code, ...more }) => [
        kind,
        code,
        'element' in more ? more.element : '',
      ]),
    ).toEqual([
      ['opposed_siblings', 'I', ''],
      ['opposed_to_group', 'I', 't'],
      ['opposed_siblings', 'G', ''],
      ['opposed_siblings', 'G', ''],
      ['opposed_to_group', 'G', 'q'],
      ['weak_in_group', 'G', 's'],
      ['dominant', 'G', 'p'],
      ['opposed_to_group', 'I', 'q'],
      ['dominant', 'I', 'p'],
    ]);
  });

  it('computes the methods asked for, and the flags without them', () => {
    const one = multivariate(result, scheme, { ...ALL, stage: 'raw', methods: ['spearman'] });
    expect([...one.correlations.keys()]).toEqual(['spearman']);
    expect(one.flags).toEqual(found.flags);
  });

  it('keeps to a period and a peer group, and minds no empty selection', () => {
    expect(
      multivariate(result, scheme, { ...ALL, group: 'county', period: '2025' }).rows,
    ).toHaveLength(5);
    const none = multivariate(result, scheme, { ...ALL, group: 'city' });
    expect(none.rows).toHaveLength(0);
    expect(none.flags).toEqual([]);
    expect(none.structures[0]).toMatchObject({ n: 0, components: null });
    expect(none.correlations.get('pearson')!.r[0]![0]).toBeNaN();
    expect(multivariate(result, scheme, { ...ALL, period: '1999' }).rows).toHaveLength(0);
  });
});
