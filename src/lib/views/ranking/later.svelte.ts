import type ScoreChain from '#lib/frame/ScoreChain.svelte';
import type { scoreChain } from '#lib/state/score-chain.ts';

interface LaterParts {
  readonly ScoreChain: typeof ScoreChain;
  readonly scoreChain: typeof scoreChain;
}

/**
 * The explanation of a row, which nobody needs in order to read the ranking. Fetched once the
 * ranking stands, so that it neither weighs on the first paint nor is missing when the network is
 * gone by the time it is used.
 */
export class Later {
  #parts = $state.raw<LaterParts | null>(null);
  #fetching = false;

  /** Null until everything has arrived. */
  get parts(): LaterParts | null {
    return this.#parts;
  }

  /** Fetches the parts once; after a failure the next call tries again. */
  fetch(): void {
    if (this.#parts || this.#fetching) return;
    this.#fetching = true;
    void Promise.all([import('#lib/frame/ScoreChain.svelte'), import('#lib/state/score-chain.ts')])
      .then(
        ([component, { scoreChain }]) => {
          this.#parts = { ScoreChain: component.default, scoreChain };
        },
        () => undefined,
      )
      .finally(() => (this.#fetching = false));
  }
}
