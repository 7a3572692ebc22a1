import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Swap } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { smallestSwap } from './smallest-swap.ts';
import { RUNS, TIMEOUT, weighted } from './testing.ts';

type Found = Extract<Swap, { kind: 'swap' }>;

const children = ['x', 'y', 'z'].map((code) => indicator(code));
const scheme = schemeOf(group('I', children), { normalise: AS_GIVEN });

describe('smallestSwap by hand (R115, R116)', () => {
  // Differences a - b: 6, 0, -3; equal thirds put a ahead by 1.
  const table = tableOf({ x: [6, 0, 1], y: [2, 2, 0], z: [0, 3, 0] });

  it('moves points of share from where a is best to where b is: 1 / 9 of them', () => {
    const found = smallestSwap(table, scheme, [1, 0]) as Found;
    expect(found).toMatchObject({ kind: 'swap', of: 'I', ahead: 0, behind: 1 });
    expect(found.boundary.moved).toBeCloseTo(1 / 9, 12);
    expect([...found.boundary.shares.values()].map((v) => v.toFixed(6))).toEqual([
      (2 / 9).toFixed(6),
      (1 / 3).toFixed(6),
      (4 / 9).toFixed(6),
    ]);
    expect(Math.abs(found.boundary.difference)).toBeLessThan(1e-12);
    expect(found.beyond!.moved - 1 / 9).toBeGreaterThan(0);
    expect(found.beyond!.moved - 1 / 9).toBeLessThan(1e-7);
    expect(found.beyond!.difference).toBeGreaterThan(0);
  });

  it('moves one weight alone to D / (D - d)', () => {
    const { single } = smallestSwap(table, scheme, [0, 1]) as Found;
    // x: d 6, others -1.5 -> 1.5 / 7.5; y: d 0, others 1.5: never; z: d -3, others 3 -> 1 / 2.
    expect(single.map(({ code, to }) => [code, to === null ? null : to.toFixed(12)])).toEqual([
      ['x', (0.2).toFixed(12)],
      ['y', null],
      ['z', (0.5).toFixed(12)],
    ]);
    expect(single.map(({ from }) => from)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('gives 0 where the others make them equal, whatever rounding leaves of it', () => {
    // Differences -2, 6, 2 with weights 1, 3.5, 1: without the second child -2 + 2.
    const uneven = schemeOf(group('I', [indicator('x'), indicator('y', 3.5), indicator('z')]), {
      normalise: AS_GIVEN,
    });
    const rows = tableOf({ x: [0, 2], y: [7, 1], z: [10, 8] });
    const { single } = smallestSwap(rows, uneven, [0, 1]) as Found;
    expect(single[1]).toMatchObject({ code: 'y', to: 0 });
  });

  it('keeps inside a box of weights, and says when the box is too small', () => {
    const ask = (relative: number) => smallestSwap(table, scheme, [0, 1], { box: { relative } });
    // x : z must reach 1 : 2, and 1 - r : 1 + r does at r = 1/3.
    expect(ask(0.3).kind).toBe('dominated');
    const found = ask(0.4) as Found;
    expect(found.kind).toBe('swap');
    const [x, y, z] = [...found.boundary.shares.values()];
    expect(6 * x! - 3 * z!).toBeCloseTo(0, 12);
    const most = Math.max(x!, y!, z!) / Math.min(x!, y!, z!);
    expect(most).toBeLessThanOrEqual(1.4 / 0.6 + 1e-12);
    // One weight alone needs the ratio 1 : 2 as well, which 0.6 : 1.4 allows and 0.7 : 1.3 does not.
    expect(found.single.map(({ to }) => to?.toFixed(9))).toEqual([
      '0.200000000',
      undefined,
      '0.500000000',
    ]);
    const uneven = new Map([
      ['x', [0.7, 1]],
      ['z', [1, 1.4]],
    ] as const);
    const { boundary, single } = smallestSwap(table, scheme, [0, 1], { box: uneven }) as Found;
    expect(boundary.difference).toBeCloseTo(0, 12);
    expect(single.map(({ to }) => to)).toEqual([null, null, null]);
  });

  it('knows dominance, ties, units without a place, and a child that one of the two lacks', () => {
    const other = tableOf({ x: [6, 0, NaN, 6], y: [2, 2, 9, 2], z: [3, 3, 9, 3] });
    expect(smallestSwap(other, scheme, [0, 1])).toEqual({
      kind: 'dominated',
      of: 'I',
      ahead: 0,
      behind: 1,
    });
    expect(smallestSwap(other, scheme, [0, 3])).toEqual({ kind: 'tied' });
    expect(smallestSwap(other, scheme, [0, 2])).toEqual({
      kind: 'child_missing',
      element: 'x',
      row: 2,
    });
    const none = tableOf({ x: [1, NaN], y: [1, NaN], z: [1, NaN] });
    expect(smallestSwap(none, scheme, [0, 1])).toEqual({
      kind: 'unranked',
      row: 1,
      status: { kind: 'no_data' },
    });
    expect(() => smallestSwap(none, scheme, [0, 7])).toThrow(RangeError);
  });

  it('works on logarithms under geometric means, and inside a dimension', () => {
    const geometric = schemeOf(group('I', children, 1, 'geometric'), { normalise: AS_GIVEN });
    const powers = tableOf({ x: [64, 1], y: [4, 4], z: [1, 8] });
    const { boundary } = smallestSwap(powers, geometric, [0, 1]) as Found;
    expect(boundary.moved).toBeCloseTo(1 / 9, 12);
    const deep = schemeOf(group('I', [group('D', children, 3), indicator('v')]), {
      normalise: AS_GIVEN,
    });
    // v gives b back 0.75 of D's lead of 1, which leaves a third of the way to go.
    const wide = tableOf({ x: [6, 0], y: [2, 2], z: [0, 3], v: [0, 2] });
    const inside = smallestSwap(wide, deep, [0, 1], { of: 'D' }) as Found;
    expect(inside.boundary.moved).toBeCloseTo(1 / 27, 12);
    const harmonic = schemeOf(group('I', children, 1, 'harmonic'), { normalise: AS_GIVEN });
    expect(smallestSwap(powers, harmonic, [0, 1])).toEqual({ kind: 'not_linear', element: 'I' });
    const derived = schemeOf(group('I', children, 1, 'arithmetic', { weigh: { method: 'pca' } }));
    expect(smallestSwap(wide, derived, [0, 1]).kind).toBe('derived_weights');
  });

  it('does not guess about a unit that another weight would stop', () => {
    const zero = schemeOf(
      group('I', [indicator('x', 0), indicator('y'), indicator('z')], 1, 'geometric'),
      {
        normalise: AS_GIVEN,
      },
    );
    const table0 = tableOf({ x: [0, 2], y: [1, 2], z: [3, 4] });
    expect(smallestSwap(table0, zero, [0, 1])).toEqual({
      kind: 'ranked_set_moves',
      element: 'x',
      unit: 'u1',
    });
  });
});

describe('smallestSwap against brute force', () => {
  /** All shares in twelfths of three children. */
  const grid = Array.from({ length: 13 }, (_, i) =>
    Array.from({ length: 13 - i }, (_none, j) => [i / 12, j / 12, (12 - i - j) / 12]),
  ).flat();

  it(
    'no shares of a grid that turn the order are nearer, with and without a box; it turns just beyond',
    () => {
      fc.assert(
        fc.property(
          weighted({ units: 3, children: 3 }),
          fc.boolean(),
          ({ table, scheme: of }, isBoxed) => {
            const nodes = of.index.children;
            const box = new Map(nodes.map(({ code, weight_range }) => [code, weight_range!]));
            const found = smallestSwap(table, of, [0, 1], isBoxed ? { box } : {});
            if (found.kind === 'tied') return;
            const { ahead, behind } = found as Found;
            const columns = [...table.columns.values()];
            const lead = (v: readonly number[]) =>
              columns.reduce((sum, x, i) => sum + v[i]! * (x[ahead]! - x[behind]!), 0);
            const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
            const from = nodes.map(({ weight }) => weight / total);
            const isAllowed = (v: readonly number[]) => {
              if (!isBoxed) return true;
              const least = Math.max(...nodes.map((n, i) => n.weight_range![0] / v[i]!));
              const most = Math.min(...nodes.map((n, i) => n.weight_range![1] / v[i]!));
              return least <= most;
            };
            const turned = grid.filter((v) => lead(v) < -1e-9 && isAllowed(v));
            if (found.kind === 'dominated') {
              expect(turned).toEqual([]);
              return;
            }
            const { boundary, beyond, single } = found as Found;
            const moved = (v: readonly number[]) =>
              v.reduce((sum, x, i) => sum + Math.abs(x - from[i]!), 0) / 2;
            for (const v of turned) expect(moved(v)).toBeGreaterThan(boundary.moved - 1e-12);
            expect(Math.abs(lead([...boundary.shares.values()]))).toBeLessThan(1e-11);
            expect(boundary.moved).toBeCloseTo(moved([...boundary.shares.values()]), 12);
            for (const { code, to } of single) {
              if (to === null) continue;
              const at = nodes.findIndex((node) => node.code === code);
              const v = from.map((x, i) => (i === at ? to : (x * (1 - to)) / (1 - from[at]!)));
              expect(Math.abs(lead(v))).toBeLessThan(1e-11);
              expect(moved(v)).toBeGreaterThan(boundary.moved - 1e-11);
            }
            if (!beyond) {
              expect(isBoxed && turned.length === 0).toBe(true);
              return;
            }
            expect(lead([...beyond.shares.values()])).toBeLessThan(0);
            expect(beyond.moved - boundary.moved).toBeLessThan(1e-5);
          },
        ),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it('agrees with score about the order beyond', () => {
    const table = tableOf({ x: [6, 0], y: [2, 2], z: [0, 3] });
    const { beyond } = smallestSwap(table, scheme, [0, 1]) as Found;
    const turned = schemeOf(
      group(
        'I',
        children.map((node) => ({ ...node, weight: beyond!.shares.get(node.code)! })),
      ),
      { normalise: AS_GIVEN },
    );
    expect([...score(table, turned).ranks.get('I')!]).toEqual([2, 1]);
  });
});
