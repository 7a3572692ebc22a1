/** Keeps imported data in this browser's IndexedDB, which plain http and workers have too. */
import { got, inStore as inDatabase } from '#lib/storage/database.ts';
import { isPack, type LocalPack } from './local-pack.ts';

export { StoreError, type StoreFault } from '#lib/storage/database.ts';

const DATABASE = 'hengjian-local';
const STORE = 'packs';
/** What counts now, and what counted before it was kept. */
const CURRENT = 'current';
const PREVIOUS = 'previous';

/** What can be gone back to: an earlier import, or the published data alone. */
export type Previous = 'pack' | 'published' | null;

export interface Kept {
  readonly pack: LocalPack | null;
  readonly previous: Previous;
}

/** Reads what counts now; rejects with a StoreError. Something unreadable counts as nothing. */
export const readKept = (): Promise<Kept> =>
  inStore('readonly', async (store) => {
    const pack: unknown = await got(store.get(CURRENT));
    const previous: unknown = await got(store.get(PREVIOUS));
    return { pack: isPack(pack) ? pack : null, previous: previousOf(previous) };
  });

/** Keeps a pack in place of the present one, which can be gone back to. */
export const keepPack = (pack: LocalPack): Promise<void> =>
  inStore('readwrite', async (store) => {
    const before: unknown = await got(store.get(CURRENT));
    store.put(isPack(before) ? before : null, PREVIOUS);
    store.put(pack, CURRENT);
  });

/** Goes back to what counted before the last `keepPack`; once. */
export const undoKeep = (): Promise<Kept> =>
  inStore('readwrite', async (store) => {
    const before: unknown = await got(store.get(PREVIOUS));
    store.delete(PREVIOUS);
    if (isPack(before)) {
      store.put(before, CURRENT);
      return { pack: before, previous: null };
    }
    store.delete(CURRENT);
    return { pack: null, previous: null };
  });

/** Removes everything that was kept. */
export const removeKept = (): Promise<void> =>
  inStore('readwrite', (store) => {
    store.clear();
    return Promise.resolve();
  });

const previousOf = (stored: unknown): Previous =>
  stored === undefined ? null : isPack(stored) ? 'pack' : 'published';

const inStore = <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> => inDatabase(DATABASE, STORE, mode, work);
