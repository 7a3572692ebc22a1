/** What the reader imported: whether it counts on the pages, and how to go back. */
import { createContext } from 'svelte';
import type { Marker } from '#lib/storage/marker.ts';
import type { Session } from '../session.svelte.ts';
import { fits, type LocalPack } from './local-pack.ts';
import { localMarker } from './marker.ts';
import type * as Store from './store.ts';
import type { Previous, StoreFault } from './store.ts';

export type LocalState =
  | { readonly kind: 'none' }
  /** Something is kept and being read. */
  | { readonly kind: 'loading' }
  /** `unkept`: why it lasts for this visit only; null where it is kept. */
  | {
      readonly kind: 'active';
      readonly pack: LocalPack;
      readonly previous: Previous;
      readonly unkept: StoreFault | null;
    }
  /** Kept beside other data than the site publishes now: not used, and to be imported again. */
  | { readonly kind: 'stale'; readonly pack: LocalPack; readonly previous: Previous }
  /** Something was kept and cannot be read any more. */
  | { readonly kind: 'unreadable' };

interface LocalEffects {
  /** Fetches the code of the store, which a visit without imported data never needs. */
  readonly loadStore: () => Promise<Pick<typeof Store, 'readKept' | 'undoKeep' | 'removeKept'>>;
  readonly marker: Marker;
}

const inBrowser: LocalEffects = {
  loadStore: () => import('./store.ts'),
  marker: localMarker,
};

export class LocalData {
  readonly #session: Pick<Session, 'published' | 'use'>;
  readonly #effects: LocalEffects;
  #state = $state.raw<LocalState>({ kind: 'none' });
  /** What counted before something that the browser would not keep. */
  #before: LocalPack | null = null;

  constructor(session: Pick<Session, 'published' | 'use'>, effects: LocalEffects = inBrowser) {
    this.#session = session;
    this.#effects = effects;
  }

  get state(): LocalState {
    return this.#state;
  }

  /**
   * When what counts was kept, in this tab or in another that has said so already; null where nothing
   * counts but what is published. An import belongs to the moment at which it began.
   */
  get basis(): string | null {
    const { state } = this;
    const isOfThisTab = state.kind === 'active' && state.unkept !== null;
    return isOfThisTab ? (state.pack.manifest.local?.savedAt ?? null) : this.#effects.marker.read();
  }

  /** Reads what is kept, now and whenever another tab changes it; returns how to stop. */
  follow(): () => void {
    void this.restore();
    return this.#effects.marker.follow(() => void this.restore());
  }

  /** Reads what is kept in this browser, and has the session serve it where it fits. */
  async restore(): Promise<void> {
    const { marker, loadStore } = this.#effects;
    if (marker.read() === null) return this.#show(null, null, null);
    if (this.#state.kind === 'none') this.#state = { kind: 'loading' };
    try {
      const { pack, previous } = await (await loadStore()).readKept();
      if (pack === null) marker.write(null);
      this.#show(pack, previous, null);
    } catch {
      this.#session.use(null);
      this.#state = { kind: 'unreadable' };
    }
  }

  /** Takes over what has just been imported; `unkept` tells why the browser did not keep it. */
  keep(pack: LocalPack, unkept: StoreFault | null): void {
    const { state } = this;
    this.#before = state.kind === 'active' ? state.pack : null;
    if (unkept === null) this.#effects.marker.write(pack.manifest.local?.savedAt ?? '');
    this.#show(pack, this.#before ? 'pack' : 'published', unkept);
  }

  /** Goes back to before the last import was kept. */
  async undo(): Promise<void> {
    const { state } = this;
    if (state.kind === 'active' && state.unkept !== null) {
      const before = this.#before;
      this.#before = null;
      // What was kept before is in the store still; what was not is known to this tab alone.
      if (before && this.#effects.marker.read() === null)
        this.#show(before, 'published', state.unkept);
      else await this.restore();
      return;
    }
    await this.#change(async (store) => (await store.undoKeep()).pack);
  }

  /** Removes all that was imported; the pages show what is published. */
  async remove(): Promise<void> {
    await this.#change(async (store) => {
      await store.removeKept();
      return null;
    });
  }

  async #change(
    work: (store: Pick<typeof Store, 'undoKeep' | 'removeKept'>) => Promise<LocalPack | null>,
  ) {
    const { marker, loadStore } = this.#effects;
    let pack: LocalPack | null = null;
    try {
      pack = await work(await loadStore());
    } catch {
      // What cannot be reached is not used.
    }
    marker.write(pack?.manifest.local?.savedAt ?? null);
    this.#show(pack, null, null);
  }

  #show(pack: LocalPack | null, previous: Previous, unkept: StoreFault | null): void {
    if (pack === null) {
      this.#session.use(null);
      this.#state = { kind: 'none' };
    } else if (!fits(pack, this.#session.published)) {
      this.#session.use(null);
      this.#state = { kind: 'stale', pack, previous };
    } else {
      this.#session.use(pack);
      this.#state = { kind: 'active', pack, previous, unkept };
    }
  }
}

export const [getLocalData, setLocalData] = createContext<LocalData>();
