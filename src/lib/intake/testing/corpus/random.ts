/** Seeded choices: the same corpus on every machine and every run. */

export interface Choices {
  /** One of the options. */
  of<T>(options: readonly T[]): T;
  /** True with the chance given. */
  chance(share: number): boolean;
}

/** Mulberry32: small, and good enough to choose among a dozen. */
export function choices(seed: number): Choices {
  let state = (seed * 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    of(options) {
      const chosen = options[Math.floor(next() * options.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    chance: (share) => next() < share,
  };
}
