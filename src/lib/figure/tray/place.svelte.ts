/** Where the tray is: how many figures are in it, and the page that makes a report of them. */
import { getContext, setContext } from 'svelte';
import { markerOf, type Marker } from '#lib/storage/marker.ts';
import type { Tray } from './tray.svelte.ts';

/** The number of figures, then something that is new with every change. */
const countIn = (text: string | null): number => {
  const count = Number.parseInt(text ?? '', 10);
  return count > 0 ? count : 0;
};

/** Costs a page nothing: the tray itself is fetched when a figure is added or the tray is looked at. */
export class TrayPlace {
  readonly #href: () => string;
  readonly #marker: Marker;
  #count = $state.raw(0);
  #tray: Promise<Tray> | null = null;
  #changes = 0;

  constructor(href: () => string, marker: Marker = markerOf('hengjian:tray')) {
    this.#href = href;
    this.#marker = marker;
  }

  /** Address of the page with the tray. */
  get href(): string {
    return this.#href();
  }

  get count(): number {
    return this.#count;
  }

  /** The tray of this tab, with its list read. Rejects where its code cannot be fetched. */
  tray(): Promise<Tray> {
    this.#tray ??= import('./tray.svelte.ts').then(async (module) => {
      const tray = new module.Tray((count, kept) => this.#told(count, kept));
      await tray.reload();
      return tray;
    });
    const asked = this.#tray;
    // The next time may be better.
    asked.catch(() => (this.#tray = null));
    return asked;
  }

  /** Counts, now and whenever another tab has changed something; returns how to stop. */
  follow(): () => void {
    const read = () => {
      if (this.#tray) void this.#tray.then((tray) => tray.reload()).catch(() => undefined);
      else this.#count = countIn(this.#marker.read());
    };
    // Where one tab does not hear of another, it looks when it is seen again.
    const seen = () => {
      if (document.visibilityState === 'visible') read();
    };
    read();
    document.addEventListener('visibilitychange', seen);
    const stop = this.#marker.follow(read);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }

  #told(count: number, kept: boolean): void {
    this.#count = count;
    if (!kept) return;
    this.#changes += 1;
    this.#marker.write(count === 0 ? null : `${count} ${Date.now()} ${this.#changes}`);
  }
}

const KEY = Symbol('tray');

export const setTrayPlace = (place: TrayPlace): TrayPlace => setContext(KEY, place);

/** Undefined where figures stand on no page of the site. */
export const getTrayPlace = (): TrayPlace | undefined => getContext<TrayPlace | undefined>(KEY);
