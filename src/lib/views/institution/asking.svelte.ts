import type { Backwards, BackwardsQuestion } from './backwards.ts';

/** `failed` where the code could not be fetched: the page stands without it. */
export type Asked = Backwards | 'failed' | null;

/** Tables of more rows are asked only when the reader wants it: that takes seconds. */
export const MOST_ROWS = 1000;

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Questions asked backwards, after the page can be read and one at a time: what is asked last
 * replaces what is under way. Answers are kept for the visit to the page.
 */
export class Asking {
  #known = $state.raw<ReadonlyMap<string, Backwards | 'failed'>>(new Map());
  #running = $state.raw<string | null>(null);

  get(key: string): Asked {
    return this.#known.get(key) ?? null;
  }

  isRunning(key: string): boolean {
    return this.#running === key;
  }

  async want(key: string, question: BackwardsQuestion): Promise<void> {
    if (this.#running === key || this.#known.has(key)) return;
    this.#running = key;
    try {
      const { askBackwards } = await import('./backwards.ts');
      const asking = askBackwards(question);
      for (;;) {
        await breathe();
        if (this.#running !== key) return;
        const { done, value } = asking.next();
        if (!done) continue;
        if (value) this.#known = new Map(this.#known).set(key, value);
        return;
      }
    } catch {
      this.#known = new Map(this.#known).set(key, 'failed');
    } finally {
      if (this.#running === key) this.#running = null;
    }
  }

  stop(): void {
    this.#running = null;
  }
}
