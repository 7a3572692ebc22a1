import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copeland } from './copeland.ts';
import { outranking } from './outranking.ts';
import { peers, somePeers } from '../testing/peers.ts';

const { NaN: NA } = Number;
const scoresOf = (...of: Parameters<typeof peers>) => [...copeland(peers(...of)).scores];

describe('outranking (R61)', () => {
  it('is twice the weight of the children won, ties counting half, minus 1', () => {
    // a beats b in the first (2 of 4), ties in the second, loses the third: e = (2 + ½) / 4.
    const { margin } = outranking(
      peers(
        [
          [3, 1, 0],
          [2, 1, 9],
        ],
        [2, 1, 1],
      ),
    );
    expect(margin(0, 1)).toBe(0.25);
    expect(margin(1, 0)).toBe(-0.25);
  });

  it('looks at the children that both have, with their weights renormalised', () => {
    const { margin } = outranking(
      peers(
        [
          [3, NA, 0],
          [2, 1, 9],
          [NA, 5, NA],
        ],
        [3, 7, 1],
      ),
    );
    expect(margin(0, 1)).toBe(0.5);
    expect(margin(0, 2)).toBe(0);
    expect(margin(2, 1)).toBe(1);
  });

  it('does not let rounding decide, neither of weights nor of scores', () => {
    // 0.1 + 0.2 against 0.3, which are not equal in doubles.
    expect(
      outranking(
        peers(
          [
            [1, 1, 0],
            [0, 0, 1],
          ],
          [0.1, 0.2, 0.3],
        ),
      ).margin(0, 1),
    ).toBe(0);
    expect(outranking(peers([[0.1 + 0.2], [0.3]], [1])).margin(0, 1)).toBe(0);
    expect(outranking(peers([[0.3 + 1e-9], [0.3]], [1])).margin(0, 1)).toBe(1);
  });
});

describe('copeland (R62)', () => {
  it('is victories minus defeats', () => {
    expect(
      scoresOf(
        [
          [1, 1],
          [2, 2],
          [3, 0],
        ],
        [1, 1],
      ),
    ).toEqual([-1, 1, 0]);
  });

  it('is 0 for all in a cycle, for equals, and for one', () => {
    expect(
      scoresOf(
        [
          [1, 2, 3],
          [2, 3, 1],
          [3, 1, 2],
        ],
        [1, 1, 1],
      ),
    ).toEqual([0, 0, 0]);
    expect(scoresOf([[1], [1]], [1])).toEqual([0, 0]);
    expect(scoresOf([[5]], [1])).toEqual([0]);
  });

  it('with gaps treats both sides of a pair alike', () => {
    // COINr: -2, 0, 2, and 2, 0, -2 with the rows in reverse order.
    expect(
      scoresOf(
        [
          [1, NA, 5],
          [2, 2, 1],
          [3, 1, NA],
        ],
        [1, 1, 1],
      ),
    ).toEqual([-1, 0, 1]);
    expect(
      scoresOf(
        [
          [3, 1, NA],
          [2, 2, 1],
          [1, NA, 5],
        ],
        [1, 1, 1],
      ),
    ).toEqual([1, 0, -1]);
  });

  it('generated: antisymmetric, adds up to 0, whatever the order of the rows', () => {
    fc.assert(
      fc.property(somePeers({ maxUnits: 6, gaps: true }), fc.nat(), ({ rows, weights }, turn) => {
        const { margin } = outranking(peers(rows, weights));
        const units = [...rows.keys()];
        const isAntisymmetric = units.every((a) =>
          units.every((b) => margin(a, b) === -margin(b, a)),
        );
        expect(isAntisymmetric).toBe(true);
        const scores = scoresOf(rows, weights);
        expect(scores.reduce((sum, x) => sum + x, 0) === 0).toBe(true);
        const by = turn % rows.length;
        const turned = scoresOf([...rows.slice(by), ...rows.slice(0, by)], weights);
        expect(turned).toEqual([...scores.slice(by), ...scores.slice(0, by)]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('generated: agrees with the definition on whole numbers', () => {
    fc.assert(
      fc.property(somePeers({ maxUnits: 5, gaps: true }), ({ rows, weights }) => {
        const won = (a: readonly number[], b: readonly number[]) =>
          Math.sign(weights.reduce((sum, w, i) => sum + w * (Math.sign(a[i]! - b[i]!) || 0), 0));
        const expected = rows.map((a) => rows.reduce((sum, b) => sum + won(a, b), 0));
        expect(scoresOf(rows, weights)).toEqual(expected);
      }),
      { numRuns: 10_000 },
    );
  });
});
