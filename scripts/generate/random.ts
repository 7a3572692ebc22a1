/** Seeded random numbers: the same seed and name give the same sequence on every machine. */

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  /** Bell-shaped around 0 within [-1, 1]: mean of three uniforms, so no platform-dependent maths. */
  bell(): number;
  chance(probability: number): boolean;
}

/** FNV-1a hash of the name's UTF-16 units, 32 bits. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** A mulberry32 stream of its own for every name: editing one series leaves the others alone. */
export function stream(seed: number, name: string): Random {
  let state = (seed ^ hash(name)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    bell: () => ((next() + next() + next()) / 3) * 2 - 1,
    chance: (probability) => next() < probability,
  };
}
