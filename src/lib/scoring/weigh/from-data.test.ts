import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeighSpec } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { of } from './testing.ts';

const RUNS = { numRuns: 10_000 };

const column = (rows: number) =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: rows, maxLength: rows })
    .map((xs) => Float64Array.from(xs));

const data = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 8 }))
  .chain(([children, rows]) =>
    fc.array(column(rows), { minLength: children, maxLength: children }),
  );

const anyOfThem = fc.constantFrom<WeighSpec>(
  { method: 'pca' },
  { method: 'factor' },
  { method: 'factor', factors: 2 },
  { method: 'factor', rotation: 'none' },
  { method: 'equal_influence' },
);

describe('score with weights from data', () => {
  const tree = (weigh: WeighSpec) =>
    schemeOf(
      group('I', [
        group(
          'A',
          ['x', 'y', 'z'].map((code) => indicator(code)),
          1,
          'arithmetic',
          { weigh },
        ),
        indicator('v'),
      ]),
    );
  const data = { x: [1, 2, 3, 4], y: [1, 3, 2, 4], z: [4, 1, 3, 2], v: [1, 2, 3, 5] };

  it('weighs with them, effectively too', () => {
    const { weights, weighings, scores } = score(tableOf(data), tree({ method: 'pca' }));
    const [, own] = weighings;
    expect(own).toMatchObject({ group: 'A', method: 'pca', n: 4, problem: null });
    const effective = ['x', 'y', 'z'].map((code) => weights.get(code)!.effective);
    expect(effective).toEqual(Array.from(own!.weights, (w) => w / 2));
    // Min-maxed the second unit has 1/3, 2/3 and 0.
    expect(scores.get('A')![1]).toBeCloseTo(
      100 * (own!.weights[0]! / 3 + (own!.weights[1]! * 2) / 3),
      10,
    );
  });

  it('has no index where they cannot be had, and says why (R71)', () => {
    const flat = tableOf({ ...data, z: [1, 1, 1, 1] });
    const { status, issues, scores } = score(flat, tree({ method: 'factor' }));
    expect(scores.get('I')!.every(Number.isNaN)).toBe(true);
    expect(status[0]).toEqual({
      kind: 'not_computable',
      element: 'A',
      reason: 'weights_not_derivable',
    });
    expect(issues.map(({ code, element }) => `${code} ${element}`)).toContain(
      'weights_not_derivable A',
    );
  });

  it('reports influences out of reach, and goes on with the nearest weights (R76)', () => {
    const { issues, scores } = score(
      tableOf(data),
      tree({ method: 'equal_influence', targets: [9, 1, 1] }),
    );
    expect(issues.map(({ code, element }) => `${code} ${element}`)).toEqual([
      'influence_out_of_reach A',
    ]);
    expect(scores.get('I')!.some(Number.isNaN)).toBe(false);
  });
});

describe('weights from data', () => {
  it('are shares that permute with the children, or none at all', () => {
    fc.assert(
      fc.property(anyOfThem, data, fc.nat(), (spec, columns, turn) => {
        const found = of(spec, columns);
        if (found.problem !== null) {
          expect(found.weights.every(Number.isNaN)).toBe(true);
          return;
        }
        expect(found.weights.every((w) => w >= 0)).toBe(true);
        expect(found.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        const k = columns.length;
        const turned = of(
          spec,
          columns.map((_, i) => columns[(i + turn) % k]!),
        );
        for (let i = 0; i < k; i++)
          expect(turned.weights[i]).toBeCloseTo(found.weights[(i + turn) % k]!, 7);
      }),
      RUNS,
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyOfThem, data, (spec, columns) => {
        const back = columns.map((xs) => xs.slice().reverse());
        expect(of(spec, back)).toEqual(of(spec, columns));
      }),
      RUNS,
    );
  });

  it('of components and factors do not change with the unit or sign of a child', () => {
    const specs = anyOfThem.filter(({ method }) => method !== 'equal_influence');
    fc.assert(
      fc.property(specs, data, fc.boolean(), (spec, columns, flips) => {
        const other = columns.map((xs, i) =>
          i > 0 ? xs : xs.map((x) => (flips ? -3 : 3) * x + 1),
        );
        const [a, b] = [of(spec, columns), of(spec, other)];
        expect(b.problem).toBe(a.problem);
        if (a.problem === null)
          for (const [i, w] of a.weights.entries()) expect(b.weights[i]).toBeCloseTo(w, 7);
      }),
      RUNS,
    );
  });

  it('for equal influence do what they say, with whatever targets', () => {
    fc.assert(
      fc.property(
        data,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5 }),
        (columns, t) => {
          const targets = t.slice(0, columns.length);
          const { influence, weights } = of({ method: 'equal_influence', targets }, columns);
          if (!influence) return;
          const ratios = influence.correlations.map((r, i) => r / targets[i]!);
          const least = Math.min(...ratios);
          expect(weights.every((w) => w >= 0)).toBe(true);
          // Nobody with a weight has more than the least, nobody without one has less.
          for (const [i, w] of weights.entries())
            if (w > 0 || influence.in_reach) expect(ratios[i]).toBeCloseTo(least, 6);
        },
      ),
      RUNS,
    );
  });
});
