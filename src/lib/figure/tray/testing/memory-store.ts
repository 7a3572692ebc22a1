/** A browser's store in memory, shared by as many tabs as a test has, that can refuse. */
import { StoreError, type StoreFault } from '#lib/storage/database.ts';
import type { KeptFigure } from '../kept-figure.ts';
import { EMPTY, type TrayList } from '../list.ts';
import type { TrayStore } from '../store.ts';

export class MemoryStore implements TrayStore {
  kept: TrayList = EMPTY;
  readonly records = new Map<string, KeptFigure>();
  fault: StoreFault | null = null;

  #ask<T>(answer: () => T): Promise<T> {
    return this.fault
      ? Promise.reject(new StoreError(this.fault, null))
      : Promise.resolve().then(answer);
  }

  readonly list: TrayStore['list'] = () => this.#ask(() => this.kept);

  readonly figures: TrayStore['figures'] = (ids) =>
    this.#ask(
      () =>
        new Map(
          ids.flatMap((id) => {
            const figure = this.records.get(id);
            return figure ? [[id, figure] as const] : [];
          }),
        ),
    );

  readonly write: TrayStore['write'] = (change, figures) =>
    this.#ask(() => {
      this.kept = change(this.kept);
      const ids = new Set(this.kept.entries.map(({ id }) => id));
      for (const id of [...this.records.keys()]) if (!ids.has(id)) this.records.delete(id);
      for (const [id, figure] of figures) if (ids.has(id)) this.records.set(id, figure);
      return this.kept;
    });
}
