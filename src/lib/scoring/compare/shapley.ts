import type { ChangeSource, Parts, World } from '#lib/model/index.ts';

/** Bit of each source in the number of a world: set when it is as after. */
const BIT: { readonly [S in ChangeSource]: number } = { own: 1, peers: 2, scheme: 4 };

/** The eight worlds by number: 0 is before, 7 after (R123). */
export const WORLDS: readonly World[] = Array.from({ length: 8 }, (_, world) => {
  const side = (source: ChangeSource) => ((world & BIT[source]) > 0 ? 'after' : 'before');
  return { own: side('own'), peers: side('peers'), scheme: side('scheme') };
});

/**
 * What a source adds at each stage of the worlds (R125), times six: twice alone, once beside each
 * of the other two, twice beside both. Symmetric, so that exchanging the sides negates it to the bit.
 *
 * @param values one number for each of WORLDS
 */
export function sixthsOf(source: ChangeSource, values: ArrayLike<number>): number {
  const bit = BIT[source];
  const others = 7 - bit;
  const step = (world: number) => values[world | bit]! - values[world]!;
  const [one, other] = [1, 2, 4].filter((of) => (others & of) > 0) as [number, number];
  return 2 * (step(0) + step(others)) + (step(one) + step(other));
}

/** Shapley's values of integers, in sixths: exact, own + peers + scheme = 6 (after - before). */
export const shapleySixths = (values: ArrayLike<number>): Parts => ({
  own: sixthsOf('own', values),
  peers: sixthsOf('peers', values),
  scheme: sixthsOf('scheme', values),
});

/** A third of an integer, rounded to the nearest one: there are no halves between thirds. */
const thirdOf = (sixths: number): number => {
  const rest = sixths % 3;
  return (sixths - rest) / 3 + Math.trunc(rest / 2);
};

const ORDER = ['own', 'peers', 'scheme'] as const satisfies readonly ChangeSource[];

/**
 * Shapley's values of integers in halves, rounded so that they add up exactly (R126). Thirds of
 * three that add up to an integer leave one half over at most, and only when none of them is zero;
 * the largest part takes it.
 */
export function shapleyHalves(values: ArrayLike<number>): Parts {
  const sixths = shapleySixths(values);
  const halves = {
    own: thirdOf(sixths.own),
    peers: thirdOf(sixths.peers),
    scheme: thirdOf(sixths.scheme),
  };
  const rest = 2 * (values[7]! - values[0]!) - (halves.own + halves.peers + halves.scheme);
  const largest = ORDER.reduce((a, b) => (Math.abs(sixths[b]) > Math.abs(sixths[a]) ? b : a));
  halves[largest] += rest;
  return halves;
}
