import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Robustness, UnitTable } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { simulationOf } from './simulation.ts';
import { orderOf, tiersOf } from './tiers.ts';
import { uncertainty } from './uncertainty.ts';

const RUNS = { numRuns: 10_000 };

/** Rows with some peer group, nominal place and mean place, and how often each beats each. */
const field = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    peers: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
    nominal: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n, maxLength: n }),
    mean: fc.array(fc.constantFrom(1, 1.5, 2, NaN), { minLength: n, maxLength: n }),
    wins: fc.array(fc.constantFrom(0, 0.5, 0.9, 0.95, 1, NaN), {
      minLength: n * n,
      maxLength: n * n,
    }),
    confidence: fc.constantFrom(0.5, 0.95),
  }),
);

type Field = typeof field extends fc.Arbitrary<infer F> ? F : never;

const solve = ({ peers, nominal, mean, wins, confidence }: Field) => {
  const n = peers.length;
  const groups = Int32Array.from(peers);
  const order = orderOf(groups, Int32Array.from(nominal), Float64Array.from(mean));
  const beats = (a: number, b: number) => wins[a * n + b]!;
  return { n, order, beats, tiers: tiersOf(order, groups, beats, confidence) };
};

describe('tiers (R98)', () => {
  it('a new tier begins where the first of a tier beats the row often enough', () => {
    const beats = (a: number, b: number) => (b - a) * 0.32;
    const peers = new Int32Array(7);
    const order = Int32Array.from(peers.keys());
    expect([...tiersOf(order, peers, beats, 0.95)]).toEqual([1, 1, 1, 2, 2, 2, 3]);
    expect([...tiersOf(order, peers, () => 1, 0.95)]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...tiersOf(order, peers, () => 0.94, 0.95)]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect([...tiersOf(order, peers, () => NaN, 0.95)]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('nor does a row stay that beats the first of the tier often enough, placed below it or not', () => {
    // Row 1 beats row 0 in 95 of 100, and rows 0 and 1 both meet row 2 evenly.
    const won = [
      [NaN, 0.05, 0.5],
      [0.95, NaN, 0.5],
      [0.5, 0.5, NaN],
    ];
    const beats = (a: number, b: number) => won[a]![b]!;
    const order = Int32Array.of(0, 1, 2);
    expect([...tiersOf(order, new Int32Array(3), beats, 0.95)]).toEqual([1, 2, 2]);
    expect([...tiersOf(order, new Int32Array(3), beats, 0.96)]).toEqual([1, 1, 1]);
  });

  it('a scheme that its alternatives speak against: (90, 12) above (50, 50) by the arithmetic mean alone', () => {
    const scheme = schemeOf(group('I', [indicator('a'), indicator('b')]), {
      normalise: {
        scope: 'period',
        range: [1, 100],
        default: { method: 'goalposts', low: 0, high: 100 },
      },
    });
    const table: UnitTable = {
      rows: ['A', 'B'].map((unit) => ({ unit, period: '', group: '' })),
      columns: new Map([
        ['a', Float64Array.of(90, 50)],
        ['b', Float64Array.of(12, 50)],
      ]),
    };
    const range = [1, 100] as const;
    const alternatives = [
      { method: 'geometric', range } as const,
      { method: 'harmonic', range } as const,
      ...Array.from({ length: 28 }, (_, k) => ({
        method: 'generalised' as const,
        power: -2 - k,
        range,
      })),
    ];
    const robustness: Robustness = {
      seed: 1,
      replicates: 1000,
      assumptions: [{ kind: 'aggregate', alternatives }],
    };
    const { nominal, wins, tiers } = uncertainty(simulationOf(table, scheme, robustness, ''), {
      seed: 1,
      replicates: 1000,
    });
    expect([...nominal.ranks]).toEqual([1, 2]);
    // B beats A by 30 of the 31 means.
    expect(wins![2]).toBeCloseTo(30 / 31, 1);
    expect(wins![2]).toBeGreaterThanOrEqual(0.95);
    expect([...tiers]).toEqual([1, 2]);
  });

  it('peer groups start again from 1', () => {
    const peers = Int32Array.of(0, 1, 0, 1);
    const order = orderOf(peers, Int32Array.of(1, 1, 2, 2), Float64Array.of(1, 1, 2, 2));
    expect([...order]).toEqual([0, 2, 1, 3]);
    expect([...tiersOf(order, peers, () => 1, 0.95)]).toEqual([1, 1, 2, 2]);
  });

  it('order: nominal place, mean place (none last), then by code', () => {
    const order = orderOf(
      new Int32Array(5),
      Int32Array.of(2, 1, 1, 1, 1),
      Float64Array.of(1, NaN, 2, 1, 1),
    );
    expect([...order]).toEqual([3, 4, 2, 1, 0]);
  });

  it('no empty tier, no row out of order, told from the first of the tier in either direction or in it', () => {
    fc.assert(
      fc.property(field, (of) => {
        const { order, beats, tiers } = solve(of);
        let first = order[0]!;
        expect(tiers[first]).toBe(1);
        for (let i = 1; i < order.length; i++) {
          const row = order[i]!;
          if (of.peers[row] !== of.peers[first]) expect(tiers[row]).toBe(1);
          else {
            const isTold =
              Math.max(...[beats(first, row), beats(row, first)].filter((p) => p >= 0)) >=
              of.confidence;
            expect(tiers[row]).toBe(tiers[first]! + (isTold ? 1 : 0));
          }
          if (of.peers[row] !== of.peers[first] || tiers[row] !== tiers[first]) first = row;
        }
      }),
      RUNS,
    );
  });

  it('a higher confidence never makes more tiers of the best row’s rivals', () => {
    fc.assert(
      fc.property(field, (of) => {
        const strict = solve({ ...of, confidence: 0.95 });
        const lax = solve({ ...of, confidence: 0.5 });
        const size = ({ tiers }: { tiers: Int32Array }) =>
          tiers.filter((tier, i) => tier === 1 && of.peers[i] === of.peers[strict.order[0]!])
            .length;
        expect(size(strict)).toBeGreaterThanOrEqual(size(lax));
      }),
      RUNS,
    );
  });

  it('the order of the rows does not matter where nominal and mean places tell them apart', () => {
    const told = field.filter(({ peers, nominal, mean }) => {
      const keys = peers.map((group, i) => `${group} ${nominal[i]} ${mean[i]}`);
      return new Set(keys).size === keys.length;
    });
    const shuffled = told.chain((of) =>
      fc
        .shuffledSubarray([...of.peers.keys()], { minLength: of.peers.length })
        .map((permutation) => ({ of, permutation })),
    );
    fc.assert(
      fc.property(shuffled, ({ of, permutation }) => {
        const n = of.peers.length;
        const moved = solve({
          peers: permutation.map((i) => of.peers[i]!),
          nominal: permutation.map((i) => of.nominal[i]!),
          mean: permutation.map((i) => of.mean[i]!),
          wins: permutation.flatMap((a) => permutation.map((b) => of.wins[a * n + b]!)),
          confidence: of.confidence,
        });
        const { tiers } = solve(of);
        expect([...moved.tiers]).toEqual(permutation.map((i) => tiers[i]));
      }),
      RUNS,
    );
  });
});
