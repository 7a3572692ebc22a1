import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peers, somePeers } from '../testing/peers.ts';
import { kemeny } from './kemeny.ts';
import { KNOT_LIMIT, kemenyOrder } from './kemeny-order.ts';
import { outranking } from './outranking.ts';

type Rows = readonly (readonly number[])[];
const scoresOf = (rows: Rows, weights: readonly number[]) => [
  ...kemeny(peers(rows, weights)).scores,
];

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}
const ORDERS = Array.from({ length: 7 }, (_, n) => permutations([...Array(n).keys()]));

/** Sum of the margins of the upper over the lower. */
function agreement(order: readonly number[], margin: (a: number, b: number) => number): number {
  let sum = 0;
  for (const [i, a] of order.entries())
    for (let j = i + 1; j < order.length; j++) sum += margin(a, order[j]!);
  return sum;
}

describe('kemeny (R63)', () => {
  it('counts the units below in an order that all majorities support', () => {
    expect(
      scoresOf(
        [
          [1, 2],
          [3, 3],
          [2, 1],
          [0, 0],
        ],
        [2, 1],
      ),
    ).toEqual([1, 3, 2, 0]);
  });

  it('breaks a cycle where the majority is narrowest', () => {
    // u1 > u2 by 5:2, u2 > u3 by 5:2, u3 > u1 by 4:3, which the order gives up.
    const rows = [
      [3, 1, 2],
      [2, 3, 1],
      [1, 2, 3],
    ];
    const weights = [3, 2, 2];
    const { margin } = outranking(peers(rows, weights));
    expect([margin(0, 1), margin(1, 2), margin(2, 0)].map((m) => Math.round(m * 7))).toEqual([
      3, 3, 1,
    ]);
    expect(kemeny(peers(rows, weights))).toEqual({ scores: Float64Array.of(2, 1, 0) });
  });

  it('settles Condorcet’s example of 60 voters as Young (1988) does: B > C > A', () => {
    // 23 say A > B > C, 17 B > C > A, 2 B > A > C, 10 C > A > B, 8 C > B > A: 33:27 for A over B,
    // 42:18 for B over C, 35:25 for C over A. B > C > A agrees with 104 of these, A > B > C with 100.
    const rows = [
      [3, 1, 2, 2, 1],
      [2, 3, 3, 1, 2],
      [1, 2, 1, 3, 3],
    ];
    expect(scoresOf(rows, [23, 17, 2, 10, 8])).toEqual([0, 2, 1]);
  });

  it('gives units that no contest tells apart one score', () => {
    expect(
      scoresOf(
        [
          [2, 2],
          [1, 1],
          [2, 2],
          [0, 3],
        ],
        [2, 1],
      ),
    ).toEqual([2, 1, 2, 0]);
    expect(scoresOf([[1], [1], [1]], [1])).toEqual([0, 0, 0]);
  });

  it('lets neighbours who are even with each other share a score, and says that orders differ', () => {
    const even = kemeny(
      peers(
        [
          [2, 1],
          [1, 2],
          [0, 0],
        ],
        [1, 1],
      ),
    );
    expect(even).toEqual({ scores: Float64Array.of(1, 1, 0), issue: 'kemeny_not_unique' });
  });

  it('takes the first by unit code where orders agree equally well, and says so', () => {
    const cycle = kemeny(
      peers(
        [
          [1, 2, 3],
          [2, 3, 1],
          [3, 1, 2],
        ],
        [1, 1, 1],
      ),
    );
    // u1 > u2 > u3 > u1 turned round: u2 beats u1, u3 beats u2, u1 beats u3, each by 2:1.
    expect(cycle.issue).toBe('kemeny_not_unique');
    expect([...cycle.scores]).toEqual([2, 0, 1]);
  });

  it('is exact for many units whose majorities hardly contradict each other', () => {
    const n = 200;
    const rows = Array.from({ length: n }, (_, i) => [i, i, i]);
    // The first three turn in a circle.
    rows.splice(0, 3, [0, 1, 2], [1, 2, 0], [2, 0, 1]);
    const { scores, issue } = kemeny(peers(rows, [3, 2, 2]));
    expect(issue).toBeUndefined();
    expect([...scores.subarray(3)]).toEqual([...scores.keys()].slice(3));
    expect(new Set(scores.subarray(0, 3))).toEqual(new Set([0, 1, 2]));
  });

  it('refuses a knot larger than its limit instead of guessing', () => {
    const knot = (n: number) =>
      kemeny(
        peers(
          Array.from({ length: n }, (_, i) => [i, (i + 1) % n, (i + 2) % n]),
          [1, 1, 1],
        ),
      );
    expect(knot(KNOT_LIMIT).scores.every(Number.isFinite)).toBe(true);
    const refused = knot(KNOT_LIMIT + 1);
    expect(refused).toMatchObject({ fails: 'kemeny_too_large', issue: 'kemeny_too_large' });
    expect(refused.scores.every(Number.isNaN)).toBe(true);
  });

  it('generated: no order of up to 6 units agrees better', () => {
    fc.assert(
      fc.property(somePeers({ maxUnits: 6, gaps: true }), ({ rows, weights }) => {
        const { margin } = outranking(peers(rows, weights));
        const units = [...rows.keys()];
        const best = Math.max(...ORDERS[rows.length]!.map((order) => agreement(order, margin)));
        const scores = scoresOf(rows, weights);
        const ours = units.toSorted((a, b) => scores[b]! - scores[a]! || a - b);
        const theirs = units.toSorted((a, b) => scores[b]! - scores[a]! || b - a);
        expect(agreement(ours, margin)).toBeCloseTo(best, 10);
        // Whoever shares a score may stand in any order.
        expect(agreement(theirs, margin)).toBeCloseTo(best, 10);
        expect(units.every((a) => scores[a] === countBelow(scores, a))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('generated: of the best orders the first by number, and whether there is another', () => {
    const margins = fc.integer({ min: 1, max: 5 }).chain((n) =>
      fc
        .array(fc.integer({ min: -3, max: 3 }), { minLength: n * n, maxLength: n * n })
        .map((xs) => ({
          n,
          of: (a: number, b: number) => (a < b ? xs[a * n + b]! : -xs[b * n + a]!),
        })),
    );
    fc.assert(
      fc.property(margins, ({ n, of }) => {
        const orders = ORDERS[n]!;
        const values = orders.map((order) => agreement(order, of));
        const best = Math.max(...values);
        const square = Float64Array.from({ length: n * n }, (_, i) => {
          const [a, b] = [Math.floor(i / n), i % n];
          return a === b ? 0 : of(a, b);
        });
        const found = kemenyOrder(square, n)!;
        // Permutations are generated in lexicographic order.
        expect(found.order.join()).toBe(orders[values.indexOf(best)]!.join());
        expect(found.isUnique).toBe(values.indexOf(best) === values.lastIndexOf(best));
      }),
      { numRuns: 10_000 },
    );
  });
});

const countBelow = (scores: readonly number[], unit: number): number =>
  scores.filter((x) => x < scores[unit]!).length;
