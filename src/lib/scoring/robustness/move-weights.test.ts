import { describe, expect, it } from 'vitest';
import type { Assumption, Scheme } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { choicesAt, chosenScheme, optionAt } from './choose.ts';
import { designOf } from './design.ts';
import { moveWeights } from './move-weights.ts';
import { pointsOf } from './points.ts';

// In the order of the hierarchy: I, A, x, y, B, z, v.
const scheme = schemeOf(
  group('I', [
    group('A', [indicator('x', 3), indicator('y', 1)], 2),
    group('B', [indicator('z', 1), indicator('v', 0)], 6),
  ]),
);

const assume = (...assumptions: Assumption[]) => ({ seed: 1, replicates: 1, assumptions });

function movedBy(u: readonly number[], ...assumptions: Assumption[]): number[] {
  const hierarchy = hierarchyOf(scheme);
  const robustness = assume(...assumptions);
  const weights = Float64Array.from(hierarchy.elements, ({ node }) => node.weight);
  moveWeights(hierarchy, robustness, designOf(scheme, robustness))(Float64Array.from(u), weights);
  return [...weights];
}

describe('design (R90)', () => {
  it('a coordinate for each weight at the levels, one for each choice, one after the other', () => {
    const { dimensions, factors } = designOf(
      scheme,
      assume(
        { kind: 'weights', noise: 0.1 },
        { kind: 'normalise', alternatives: [{ spec: { method: 'rank' } }] },
        { kind: 'dirichlet', concentration: 9, levels: [2], name: { zh: '名', en: 'own name' } },
        { kind: 'leave_out', of: 'dimensions' },
      ),
    );
    expect(dimensions).toBe(10);
    expect(factors.map(({ from, to }) => [from, to])).toEqual([
      [0, 6],
      [6, 7],
      [7, 9],
      [9, 10],
    ]);
    expect(factors.map(({ name }) => name.en)).toEqual([
      'weights',
      'normalisation',
      'own name',
      'one element left out',
    ]);
  });
});

describe('weights (R91, R92, R94)', () => {
  it("noise: w' = w + (2u - 1) · noise · w, by level, then in the scheme's order", () => {
    const u = [0, 0.5, 1, 0.25, 0.75, 0.5];
    expect(movedBy(u, { kind: 'weights', noise: 0.2 })).toEqual([
      1,
      2 + 0.5 * 0.2 * 2,
      3 - 0.2 * 3,
      1,
      6,
      1 + 0.2,
      0,
    ]);
    expect(movedBy([0, 1], { kind: 'weights', noise: 0.5, levels: [2] })).toEqual([
      1, 1, 3, 1, 9, 1, 0,
    ]);
  });

  it('Dirichlet: shares that add up to 1, with the given ones as their mean; 0 stays 0', () => {
    const count = 4000;
    const points = pointsOf('sobol', 1, 6);
    const u = new Float64Array(6);
    const sums = new Float64Array(7);
    const squares = new Float64Array(7);
    for (let r = 0; r < count; r++) {
      points.next(u);
      const w = movedBy([...u], { kind: 'dirichlet', concentration: 19 });
      expect(w[1]! + w[4]!).toBeCloseTo(1, 12);
      expect(w[2]! + w[3]!).toBeCloseTo(1, 12);
      expect(w[6]).toBe(0);
      for (let at = 0; at < 7; at++) {
        sums[at]! += w[at]!;
        squares[at]! += w[at]! ** 2;
      }
    }
    const means = [...sums].map((sum) => sum / count);
    for (const [at, share] of [
      [1, 0.25],
      [4, 0.75],
      [2, 0.75],
      [3, 0.25],
      [5, 1],
    ] as const) {
      expect(means[at]).toBeCloseTo(share, 2);
      // share · (1 - share) / (concentration + 1)
      const variance = squares[at]! / count - means[at]! ** 2;
      expect(variance).toBeCloseTo((share * (1 - share)) / 20, 3);
    }
  });

  it('Dirichlet at some levels leaves the shares at others', () => {
    const mixed = schemeOf(group('I', [group('A', [indicator('x')], 1), indicator('y', 3)]));
    const hierarchy = hierarchyOf(mixed);
    const robustness = assume({ kind: 'dirichlet', concentration: 5, levels: [1] });
    const weights = Float64Array.of(1, 1, 1, 3);
    const design = designOf(mixed, robustness);
    moveWeights(hierarchy, robustness, design)(Float64Array.of(0.3, 0.6), weights);
    expect([...weights]).toEqual([1, 0.25, 1, 0.75]);
  });

  it('the corners of the cube and tiny concentrations give weights all the same', () => {
    for (const concentration of [1e-3, 1, 1e6])
      for (const corner of [0, 1 - 2 ** -53]) {
        const w = movedBy(Array<number>(6).fill(corner), { kind: 'dirichlet', concentration });
        expect(w.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
        expect(w[2]! > 0 && w[3]! > 0).toBe(true);
      }
  });

  it('left out: nothing, or one of them, each as likely, after the weights have moved', () => {
    const left = (u: number, of: 'indicators' | 'dimensions') =>
      movedBy([u, 0, 0.5], { kind: 'leave_out', of }, { kind: 'weights', noise: 1, levels: [2] });
    expect(left(0.19, 'indicators')).toEqual([1, 0, 3, 1, 6, 1, 0]);
    expect(left(0.2, 'indicators')[2]).toBe(0);
    expect(left(0.99, 'indicators')).toEqual([1, 0, 3, 1, 6, 1, 0]);
    expect(left(0.7, 'dimensions')).toEqual([1, 0, 3, 1, 0, 1, 0]);
  });
});

describe('choices (R93)', () => {
  it('floor(u·k) of k, the scheme’s own first', () => {
    expect([0, 0.33, 0.34, 0.66, 0.67, 1 - 2 ** -53].map((u) => optionAt(u, 3))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
    const robustness = assume(
      { kind: 'weights', noise: 0.1, levels: [2] },
      { kind: 'impute', alternatives: [{ method: 'mean' }, { method: 'median' }] },
    );
    const choices = choicesAt(robustness, designOf(scheme, robustness), Float64Array.of(0, 0, 0.9));
    expect(choices).toEqual([0, 2]);
    expect(chosenScheme(scheme, robustness, choices).impute).toEqual({ method: 'median' });
    expect(chosenScheme(scheme, robustness, [0, 0])).toBe(scheme);
  });

  it('an aggregation at its levels, with its range before that of a normalisation', () => {
    const robustness = assume(
      {
        kind: 'aggregate',
        levels: [2],
        alternatives: [{ method: 'generalised', power: 2, range: [1, 9] }],
      },
      { kind: 'normalise', alternatives: [{ spec: { method: 'rank' }, range: [0, 1] }] },
      { kind: 'treat', alternatives: [{ method: 'outliers' }] },
    );
    const chosen: Scheme = chosenScheme(scheme, robustness, [1, 1, 1]);
    expect(chosen.index.aggregate).toBe('arithmetic');
    expect(chosen.index.children[0]).toMatchObject({ aggregate: 'generalised', power: 2 });
    expect(chosen.normalise).toMatchObject({ range: [1, 9], default: { method: 'rank' } });
    expect(chosen.treat).toEqual({ method: 'outliers' });
  });
});
