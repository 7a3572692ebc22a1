import type * as Explain from './explain.ts';
import type * as Published from './explain-published.ts';

export type ExplainParts = typeof Explain & typeof Published;

/** What explains changes, with the scoring it needs: fetched once the page can be read. */
export class Later {
  #parts = $state.raw<ExplainParts | 'failed' | null>(null);
  #running = false;

  get parts(): ExplainParts | 'failed' | null {
    return this.#parts;
  }

  fetch(): void {
    if (this.#running || (this.#parts !== null && this.#parts !== 'failed')) return;
    this.#running = true;
    void Promise.all([import('./explain.ts'), import('./explain-published.ts')])
      .then(
        ([explain, published]) => {
          this.#parts = { ...explain, ...published };
        },
        () => {
          this.#parts = 'failed';
        },
      )
      .finally(() => (this.#running = false));
  }
}
