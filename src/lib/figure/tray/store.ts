/** Keeps the tray in this browser: the list, and every figure by itself. */
import { got, inStore } from '#lib/storage/database.ts';
import type { KeptFigure } from './kept-figure.ts';
import type { Change, TrayList } from './list.ts';
import { KEPT_VERSION, readFigure, readList } from './read-kept.ts';

const DATABASE = 'hengjian-tray';
const STORE = 'tray';
/** No figure has this id. */
const LIST = 'list';

export interface TrayStore {
  readonly list: () => Promise<TrayList>;
  /** Those of them that are kept and can be read. */
  readonly figures: (ids: readonly string[]) => Promise<ReadonlyMap<string, KeptFigure>>;
  /**
   * Does something to the list as it stands now, whichever tab has written last, keeps what is new
   * in it, and lets go of what is not in it any more. Resolves with the list when it is on disk.
   */
  readonly write: (change: Change, figures: ReadonlyMap<string, KeptFigure>) => Promise<TrayList>;
}

/** All of it rejects with a StoreError. */
export const browserStore: TrayStore = {
  list: () =>
    inStore(DATABASE, STORE, 'readonly', async (store) => readList(await got(store.get(LIST)))),

  figures: (ids) =>
    inStore(DATABASE, STORE, 'readonly', async (store) => {
      const records = await Promise.all(ids.map((id) => got<unknown>(store.get(id))));
      return new Map(
        records.flatMap((record, i) => {
          const figure = readFigure(record);
          return figure && figure.id === ids[i] ? [[figure.id, figure] as const] : [];
        }),
      );
    }),

  write: (change, figures) =>
    inStore(DATABASE, STORE, 'readwrite', async (store) => {
      const list = change(readList(await got(store.get(LIST))));
      const wanted = new Set<IDBValidKey>([LIST, ...list.entries.map(({ id }) => id)]);
      for (const key of await got(store.getAllKeys())) if (!wanted.has(key)) store.delete(key);
      for (const [id, figure] of figures)
        if (wanted.has(id)) store.put({ version: KEPT_VERSION, figure }, id);
      store.put({ version: KEPT_VERSION, ...list }, LIST);
      return list;
    }),
};
