/** Keeps imported data in this browser's IndexedDB, which plain http and workers have too. */
import { isPack, type LocalPack } from './local-pack.ts';

/** `blocked`: the browser keeps nothing (private window, policy). `full`: no room left. */
export type StoreFault = 'blocked' | 'full';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault, cause: unknown) {
    super(`Local data cannot be kept: ${fault}.`, { cause });
    this.fault = fault;
  }
}

const DATABASE = 'hengjian-local';
const STORE = 'packs';
/** What counts now, and what counted before it was kept. */
const CURRENT = 'current';
const PREVIOUS = 'previous';
/** Milliseconds: some browsers neither open nor refuse a database in private windows. */
const PATIENCE = 5_000;

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

/** One transaction: all of it or nothing. Resolves when it is on disk. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error());
    });
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), done]);
    return result;
  } catch (cause) {
    throw new StoreError(isQuota(cause) ? 'full' : 'blocked', cause);
  } finally {
    database.close();
  }
}

const isQuota = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const blocked = (cause?: unknown) => reject(new StoreError('blocked', cause));
    const late = setTimeout(blocked, PATIENCE);
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onsuccess = () => {
        clearTimeout(late);
        resolve(opening.result);
      };
      opening.onerror = () => blocked(opening.error);
    } catch (cause) {
      blocked(cause);
    }
  });
}

const got = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
