/** This browser's IndexedDB, which plain http and workers have too. */

/** `blocked`: the browser keeps nothing (private window, policy). `full`: no room left. */
export type StoreFault = 'blocked' | 'full';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault, cause: unknown) {
    super(`The browser keeps nothing: ${fault}.`, { cause });
    this.fault = fault;
  }
}

/** Milliseconds: some browsers neither open nor refuse a database in private windows. */
const PATIENCE = 5_000;

/**
 * One transaction on a store of a database of its own: all of it or nothing. Resolves when it is on
 * disk; rejects with a StoreError.
 */
export async function inStore<T>(
  database: string,
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opened = await open(database, store);
  try {
    const transaction = opened.transaction(store, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error());
    });
    const [result] = await Promise.all([work(transaction.objectStore(store)), done]);
    return result;
  } catch (cause) {
    throw new StoreError(isQuota(cause) ? 'full' : 'blocked', cause);
  } finally {
    opened.close();
  }
}

const isQuota = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError';

function open(database: string, store: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const blocked = (cause?: unknown) => reject(new StoreError('blocked', cause));
    const late = setTimeout(blocked, PATIENCE);
    try {
      const opening = indexedDB.open(database, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
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

/** What a request of a store answers. */
export const got = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
