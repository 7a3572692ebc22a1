import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { SOBOL_DIMENSIONS, sobolSequence } from './sobol-sequence.ts';

/** Where the points of a simulation come from, all in the open unit cube (R100). */
export const POINT_KINDS = ['random', 'sobol'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export interface PointSource {
  /** Writes the next point's coordinates to the first `dimensions` places of `out`. */
  next(out: Float64Array): void;
}

/** The generator's first numbers tell the seed; those of near seeds are near. */
const WARM_UP = 64;

/**
 * A pseudo-random generator for a seed, of which only the low 32 bits count. Different `stream`s of
 * a seed are far apart: a jump of 2^64 numbers each.
 */
export function generatorOf(seed: number, stream = 0): RandomGenerator {
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < WARM_UP; i++) random.next();
  for (let i = 0; i < stream; i++) random.jump();
  return random;
}

/** Uniform in (0, 1). */
export function uniform(random: RandomGenerator): number {
  let u = 0;
  while (u === 0) u = uniformFloat64(random);
  return u;
}

/**
 * A source of points in (0, 1)^dimensions: `random` ones are independent, `sobol` ones a scrambled
 * Sobol' sequence. Coordinates beyond the reach of the sequence's table are random in both. The same
 * kind, seed and dimensions give the same points; best asked for a power of two of them.
 *
 * @param seed an integer; only its low 32 bits count
 * @param dimensions 0 or more
 */
export function pointsOf(kind: PointKind, seed: number, dimensions: number): PointSource {
  const random = generatorOf(seed);
  const quasi = kind === 'sobol' ? Math.min(dimensions, SOBOL_DIMENSIONS) : 0;
  const sequence = quasi > 0 ? sobolSequence(quasi, random) : undefined;
  return {
    next(out) {
      sequence?.next(out);
      for (let d = quasi; d < dimensions; d++) out[d] = uniform(random);
    },
  };
}
