import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { DIRECTIONS } from './sobol-directions.ts';

const BITS = 32;

/** Dimensions that the table of direction numbers reaches. */
export const SOBOL_DIMENSIONS = 512;

/**
 * Points of Sobol's low-discrepancy sequence (R100), in the order of the Gray code: the first 2^k
 * points are the same set as in the natural order, for every k.
 */
export interface SobolSequence {
  /**
   * Writes the next point to the first `dimensions` places of `out`. Plain: multiples of 2^-32 in
   * [0, 1), the first point zero in every coordinate. Scrambled: the middles of those intervals, so
   * that 0 and 1 are never met. There are 2^32 points; after the last the sequence starts again.
   */
  next(out: Float64Array): void;
}

/** The 32 direction numbers of one dimension, as binary fractions, the most significant bit first. */
function directionsOf(line: string | undefined): Uint32Array {
  const v = new Uint32Array(BITS);
  if (line === undefined) {
    for (let k = 0; k < BITS; k++) v[k] = 1 << (BITS - 1 - k);
    return v;
  }
  const [coefficients, ...initial] = line.split(' ').map(Number);
  const degree = initial.length;
  for (const [k, m] of initial.entries()) v[k] = m << (BITS - 1 - k);
  for (let k = degree; k < BITS; k++) {
    let next = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let j = 1; j < degree; j++)
      if ((coefficients! >>> (degree - 1 - j)) & 1) next ^= v[k - j]!;
    v[k] = next;
  }
  return v;
}

const parity = (x: number): number => {
  let bits = x;
  for (let shift = BITS >> 1; shift > 0; shift >>= 1) bits ^= bits >>> shift;
  return bits & 1;
};

/**
 * Matoušek's linear scramble: every binary digit of a coordinate becomes the sum (mod 2) of itself
 * and a random choice of the digits before it. Being linear it may be done to the direction
 * numbers, once and for all.
 */
function scrambleLinearly(directions: Uint32Array, random: RandomGenerator): void {
  const scrambled = new Uint32Array(BITS);
  for (let digit = 0; digit < BITS; digit++) {
    const itself = 1 << (BITS - 1 - digit);
    const before = digit === 0 ? 0 : -1 << (BITS - digit);
    const chosen = itself | (random.next() & before);
    for (let k = 0; k < BITS; k++) if (parity(directions[k]! & chosen)) scrambled[k]! |= itself;
  }
  directions.set(scrambled);
}

/**
 * A Sobol' sequence with the direction numbers of Joe and Kuo (2008).
 *
 * @param dimensions from 1 to `SOBOL_DIMENSIONS`; more is a RangeError
 * @param random for a random linear scramble and digital shift of every dimension (Matoušek 1998),
 *   after which every single point is uniformly distributed and the digital net is kept; dimension
 *   by dimension, so that the first ones do not depend on how many follow. Without it the sequence
 *   is plain.
 */
export function sobolSequence(dimensions: number, random?: RandomGenerator): SobolSequence {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= SOBOL_DIMENSIONS))
    throw new RangeError(`a Sobol' sequence has 1 to ${SOBOL_DIMENSIONS} dimensions`);
  const lines = DIRECTIONS.trim().split('\n');
  const directions = Array.from({ length: dimensions }, (_, d) =>
    directionsOf(d === 0 ? undefined : lines[d - 1]),
  );
  const state = new Uint32Array(dimensions);
  if (random)
    for (const [d, numbers] of directions.entries()) {
      scrambleLinearly(numbers, random);
      state[d] = random.next();
    }
  const middle = random ? 0.5 : 0;
  let index = 0;
  return {
    next(out) {
      for (let d = 0; d < dimensions; d++) out[d] = (state[d]! + middle) / 2 ** BITS;
      index = (index + 1) >>> 0;
      // One digit of the Gray code changes: that of the lowest bit set in the index. Past the end
      // (index 0) the last direction number leads back to the first point.
      const change = index === 0 ? BITS - 1 : Math.clz32(index & -index) ^ (BITS - 1);
      for (let d = 0; d < dimensions; d++) state[d]! ^= directions[d]![change]!;
    },
  };
}
