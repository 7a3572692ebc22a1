/** Named states of pages that a reader keeps: the whole state is in the address. */

const KEY = 'hengjian:snapshots';
/** Longer names are cut; no snapshot is dropped for another: the reader removes some first. */
export const SNAPSHOT_NAME_LENGTH = 60;
export const MOST_SNAPSHOTS = 50;

export interface Snapshot {
  readonly id: string;
  readonly name: string;
  /** The page below the language's root, as `compare/`; the language is the reader's of the day. */
  readonly page: string;
  /** The query string with nothing left to defaults. */
  readonly search: string;
  /** The moment, as an ISO text. */
  readonly savedAt: string;
}

interface SnapshotEffects {
  /** Throws where storage is denied. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly now: () => Date;
}

/**
 * The reader's snapshots, newest first, kept in this browser; where storage is denied or full they
 * last for the visit, and `isKept` says so.
 */
export class Snapshots {
  readonly #effects: SnapshotEffects;
  #all = $state.raw<readonly Snapshot[]>([]);
  #isKept = $state(true);

  constructor(effects: SnapshotEffects) {
    this.#effects = effects;
  }

  get all(): readonly Snapshot[] {
    return this.#all;
  }

  /** False: they are gone when the page is closed. */
  get isKept(): boolean {
    return this.#isKept;
  }

  get isFull(): boolean {
    return this.#all.length >= MOST_SNAPSHOTS;
  }

  of(page: string): readonly Snapshot[] {
    return this.#all.filter((one) => one.page === page);
  }

  /** Reads what was kept; to be called when scripts run, and again when another tab has written. */
  restore(): void {
    try {
      const kept = readSnapshots(this.#effects.storage().getItem(KEY));
      // What could not be kept before is not lost to what could.
      const ids = new Set(kept.map(({ id }) => id));
      this.#all = this.#isKept ? kept : [...this.#all.filter(({ id }) => !ids.has(id)), ...kept];
    } catch {
      this.#isKept = false;
    }
  }

  /** Keeps a state under a name; false where there are too many already. */
  save(name: string, page: string, search: string): boolean {
    if (this.isFull) return false;
    const savedAt = this.#effects.now().toISOString();
    const taken = new Set(this.#all.map(({ id }) => id));
    let id = savedAt;
    for (let n = 2; taken.has(id); n += 1) id = `${savedAt} ${n}`;
    const cut = [...name.trim()].slice(0, SNAPSHOT_NAME_LENGTH).join('');
    this.#write([{ id, name: cut, page, search, savedAt }, ...this.#latest()]);
    return true;
  }

  remove(id: string): void {
    this.#write(this.#latest().filter((one) => one.id !== id));
  }

  /** With what another tab has written meanwhile. */
  #latest(): readonly Snapshot[] {
    this.restore();
    return this.#all;
  }

  #write(next: readonly Snapshot[]): void {
    this.#all = next;
    try {
      this.#effects.storage().setItem(KEY, JSON.stringify(next));
      this.#isKept = true;
    } catch {
      this.#isKept = false;
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is stored may be of an older edition, cut short or tampered with: only whole ones count. */
export function readSnapshots(text: string | null): Snapshot[] {
  if (text === null) return [];
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(stored)) return [];
  return stored.filter(isSnapshot).slice(0, MOST_SNAPSHOTS);
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, page, search, savedAt } = value as Record<string, unknown>;
  // A page is a path below the root and nothing else: no scheme, no host, no way up.
  return (
    [id, name, savedAt].every(isText) &&
    isText(page) &&
    /^(?:[\w-]+\/)*$/.test(page) &&
    isText(search) &&
    /^(?:\?[^#]*)?$/.test(search)
  );
}

/** One list for the visit, whatever page it is looked at from. */
export const snapshots = new Snapshots({ storage: () => localStorage, now: () => new Date() });
