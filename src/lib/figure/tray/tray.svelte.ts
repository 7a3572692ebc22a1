/** The tray as a page has it: what is in it, what can be undone, whether the browser keeps it. */
import { StoreError, type StoreFault } from '#lib/storage/database.ts';
import type { KeptFigure, KeptWishes } from './kept-figure.ts';
import {
  added,
  edited,
  EMPTY,
  moved,
  positionOf,
  removed,
  renamed,
  restored,
  type Change,
  type TrayList,
} from './list.ts';
import { browserStore, type TrayStore } from './store.ts';

export interface TrayItem {
  /** With the reader's wishes. */
  readonly figure: KeptFigure;
  /** As it was taken, with the wishes that it came with. */
  readonly taken: KeptFigure;
}

/** What was taken out last. */
interface Removal {
  readonly before: TrayList;
  readonly figures: readonly KeptFigure[];
}

const NO_FIGURES: ReadonlyMap<string, KeptFigure> = new Map();

/**
 * Everything is done at once here and then in the browser's store, on the list as it stands there.
 * What the store refuses is held for this tab and offered again with the next change.
 */
export class Tray {
  readonly #store: TrayStore;
  /** Told how many there are, and whether other tabs can know. */
  readonly #onChange: (count: number, kept: boolean) => void;
  #stored = $state.raw<TrayList>(EMPTY);
  /** Done here, not yet in the store. */
  #pending = $state.raw<readonly Change[]>([]);
  #figures = $state.raw(NO_FIGURES);
  #removal = $state.raw<Removal | null>(null);
  #unkept = $state.raw<StoreFault | null>(null);
  #dropped = $state.raw(0);
  #isOpen = $state.raw(false);
  /** Figures that the store does not have yet. */
  readonly #fresh = new Map<string, KeptFigure>();
  #work: Promise<void> = Promise.resolve();

  readonly #list = $derived(this.#pending.reduce((list, change) => change(list), this.#stored));
  readonly #items = $derived(
    this.#list.entries.flatMap((entry): TrayItem[] => {
      const taken = this.#figures.get(entry.id);
      return taken ? [{ taken, figure: { ...taken, ...entry } }] : [];
    }),
  );

  constructor(
    onChange: (count: number, kept: boolean) => void = () => undefined,
    store: TrayStore = browserStore,
  ) {
    this.#onChange = onChange;
    this.#store = store;
  }

  get count(): number {
    return this.#list.entries.length;
  }

  /** In the order of the report; empty before `open`. */
  get items(): readonly TrayItem[] {
    return this.#items;
  }

  /** Whether the figures themselves have been read. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Null for the usual one. */
  get title(): string | null {
    return this.#list.title;
  }

  /** Why the latest changes last for this tab only; null where they are kept. */
  get unkept(): StoreFault | null {
    return this.#unkept;
  }

  /** Figures that were kept by another version of the site and could not be read. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many figures were taken out last and can be put back. */
  get undoable(): number {
    return this.#removal?.figures.length ?? 0;
  }

  has(id: string): boolean {
    return positionOf(this.#list, id) >= 0;
  }

  /** Reads what is kept, now or because another tab has changed it. */
  reload(): Promise<void> {
    return this.#next(async () => {
      try {
        this.#stored = await this.#store.list();
        if (this.#isOpen) await this.#readFigures();
        if (this.#pending.length === 0) this.#unkept = null;
      } catch (cause) {
        this.#unkept = faultOf(cause);
      }
      this.#onChange(this.count, false);
    });
  }

  /** Reads the figures too, and from then on. */
  open(): Promise<void> {
    return this.#next(async () => {
      try {
        await this.#readFigures();
      } catch (cause) {
        this.#unkept = faultOf(cause);
      }
      this.#isOpen = true;
    });
  }

  async #readFigures(): Promise<void> {
    const wanted = this.#list.entries.map(({ id }) => id).filter((id) => !this.#figures.has(id));
    if (wanted.length === 0) return;
    const found = await this.#store.figures(wanted);
    this.#figures = new Map([...this.#figures, ...found]);
    const lost = wanted.filter((id) => !found.has(id));
    if (lost.length === 0) return;
    this.#dropped += lost.length;
    void this.#do(removed(new Set(lost)));
  }

  /** At the end, and once; resolves when it is kept or refused. */
  add(figure: KeptFigure): Promise<void> {
    if (this.has(figure.id)) return Promise.resolve();
    const { id, caption, paragraph, part, columns } = figure;
    return this.#do(added({ id, caption, paragraph, part, columns }), [figure]);
  }

  remove(id: string): Promise<void> {
    return this.#take(new Set([id]));
  }

  clear(): Promise<void> {
    return this.#take(new Set(this.#list.entries.map(({ id }) => id)));
  }

  /** Puts back what was taken out last, where it was. */
  undo(): Promise<void> {
    if (!this.#removal) return Promise.resolve();
    const { before, figures } = this.#removal;
    this.#removal = null;
    return this.#do(restored(before, new Set(figures.map(({ id }) => id))), figures);
  }

  /** To a position from 0. */
  move(id: string, position: number): Promise<void> {
    return this.#do(moved(id, position));
  }

  edit(id: string, wishes: Partial<KeptWishes>): Promise<void> {
    return this.#do(edited(id, wishes));
  }

  rename(title: string | null): Promise<void> {
    return this.#do(renamed(title));
  }

  #take(ids: ReadonlySet<string>): Promise<void> {
    const figures = this.#items.flatMap(({ taken }) => (ids.has(taken.id) ? [taken] : []));
    if (figures.length === 0) return Promise.resolve();
    this.#removal = { before: this.#list, figures };
    return this.#do(removed(ids));
  }

  #do(change: Change, figures: readonly KeptFigure[] = []): Promise<void> {
    for (const figure of figures) this.#fresh.set(figure.id, figure);
    if (figures.length > 0)
      this.#figures = new Map([...this.#figures, ...figures.map((one) => [one.id, one] as const)]);
    this.#pending = [...this.#pending, change];
    this.#onChange(this.count, false);
    return this.#next(() => this.#write());
  }

  /** All that is pending in one go; what comes meanwhile waits for the next. */
  async #write(): Promise<void> {
    const changes = this.#pending;
    if (changes.length === 0) return;
    const fresh = new Map(this.#fresh);
    try {
      const list = await this.#store.write(
        (stored) => changes.reduce((now, change) => change(now), stored),
        fresh,
      );
      this.#stored = list;
      this.#pending = this.#pending.slice(changes.length);
      for (const id of fresh.keys())
        if (this.#pending.length === 0 || positionOf(list, id) >= 0) this.#fresh.delete(id);
      this.#unkept = null;
      this.#onChange(this.count, true);
      // Another tab may have added some.
      if (this.#isOpen) await this.#readFigures();
    } catch (cause) {
      this.#unkept = faultOf(cause);
    }
  }

  /** One after another, so that what is read never overtakes what is written. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work);
    return this.#work;
  }
}

const faultOf = (cause: unknown): StoreFault =>
  cause instanceof StoreError ? cause.fault : 'blocked';
