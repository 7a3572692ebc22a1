import { describe, expect, it } from 'vitest';
import { isInScale, stepFor, stepsOf } from './grid.ts';
import { shapleyHalves, shapleySixths, sixthsOf, WORLDS } from './shapley.ts';

describe('WORLDS (R123)', () => {
  it('are before, after and all mixtures, the one that differs in own data beside each other', () => {
    expect(WORLDS[0]).toEqual({ own: 'before', peers: 'before', scheme: 'before' });
    expect(WORLDS[5]).toEqual({ own: 'after', peers: 'before', scheme: 'after' });
    expect(WORLDS[7]).toEqual({ own: 'after', peers: 'after', scheme: 'after' });
    expect(new Set(WORLDS.map((of) => JSON.stringify(of))).size).toBe(8);
  });
});

/** The definition: the mean over the six orders of what a bit adds when its turn comes. */
function overOrders(values: readonly number[]): number[] {
  const orders = [
    [1, 2, 4],
    [1, 4, 2],
    [2, 1, 4],
    [2, 4, 1],
    [4, 1, 2],
    [4, 2, 1],
  ];
  return [1, 2, 4].map((bit) =>
    orders.reduce((sum, order) => {
      const before = order.slice(0, order.indexOf(bit)).reduce((all, of) => all + of, 0);
      return sum + values[before + bit]! - values[before]!;
    }, 0),
  );
}

describe('Shapley’s value (R125)', () => {
  const values = [3, 10, 4, 1, 5, 9, 2, 6];

  it('in sixths is the sum over the six orders', () => {
    const { own, peers, scheme } = shapleySixths(values);
    expect([own, peers, scheme]).toEqual(overOrders(values));
    expect(own + peers + scheme).toBe(6 * (6 - 3));
    expect(sixthsOf('peers', values)).toBe(peers);
  });

  it('of a sum is its terms: sources that do not interact keep what is theirs', () => {
    const added = WORLDS.map(
      ({ own, peers, scheme }) =>
        (own === 'after' ? 1 : 0) + (peers === 'after' ? 10 : 0) + (scheme === 'after' ? 100 : 0),
    );
    expect(shapleyHalves(added)).toEqual({ own: 2, peers: 20, scheme: 200 });
  });
});

describe('halves (R126)', () => {
  it('round thirds to the nearest, and the largest takes what is over', () => {
    // Sixths 2, 2 and 2 are two thirds of a half each: 1 + 1 + 1, one more than the change.
    expect(shapleySixths([0, 0, 0, 0, 0, 0, 0, 1])).toEqual({ own: 2, peers: 2, scheme: 2 });
    expect(shapleyHalves([0, 0, 0, 0, 0, 0, 0, 1])).toEqual({ own: 0, peers: 1, scheme: 1 });
    expect(shapleyHalves([0, 0, 0, 0, 0, 0, 0, -1])).toEqual({ own: 0, peers: -1, scheme: -1 });
  });

  it('add up for the largest integers that are in scale', () => {
    const large = 2 ** 49;
    const { own, peers, scheme } = shapleyHalves([
      -large,
      large,
      large,
      -large,
      large,
      -1,
      1,
      large,
    ]);
    expect([own, peers, scheme].every(Number.isSafeInteger)).toBe(true);
    expect(own + peers + scheme).toBe(4 * large);
  });
});

describe('step (R121)', () => {
  it('is 2^-43 of the power of two above the largest score', () => {
    expect(stepFor(100)).toBe(128 * 2 ** -43);
    expect(stepFor(64)).toBe(128 * 2 ** -43);
    expect(stepFor(0.3)).toBe(0.5 * 2 ** -43);
  });

  it('keeps scores with few decimals in base two as they are', () => {
    expect(stepsOf(62.5, stepFor(100)) * stepFor(100)).toBe(62.5);
  });

  it('is there for scores that are all zero, and for the largest and smallest', () => {
    for (const largest of [0, 5e-324, Number.MAX_VALUE]) {
      expect(stepFor(largest)).toBeGreaterThan(0);
      expect(stepFor(largest)).toBeLessThan(Infinity);
    }
  });

  it('is too fine for scores more than 64 times as large', () => {
    expect(isInScale(64 * 128, stepFor(100))).toBe(true);
    expect(isInScale(-64 * 129, stepFor(100))).toBe(false);
  });
});
