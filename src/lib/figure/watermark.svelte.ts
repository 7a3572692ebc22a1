import { watermarkText } from '#lib/export/watermark-text.ts';
import { markerOf } from '#lib/storage/marker.ts';

/** Whether files get a watermark, and its words as typed. */
interface Wish {
  readonly on: boolean;
  readonly text: string;
}

const NONE: Wish = { on: false, text: '' };
const kept = markerOf('hengjian:watermark');

function readWish(): Wish {
  try {
    const wish: unknown = JSON.parse(kept.read() ?? 'null');
    if (typeof wish !== 'object' || wish === null) return NONE;
    const { on, text } = wish as Record<string, unknown>;
    return typeof on === 'boolean' && typeof text === 'string' ? { on, text } : NONE;
  } catch {
    return NONE;
  }
}

/** The reader's watermark for all files of this site, kept in this browser where it keeps anything. */
class Watermark {
  #wish = $state.raw<Wish>(NONE);

  get on(): boolean {
    return this.#wish.on;
  }

  /** As typed, also while it is off. */
  get text(): string {
    return this.#wish.text;
  }

  /** What files get; empty for none. */
  get shown(): string {
    return this.on ? watermarkText(this.text) : '';
  }

  /** Reads what is kept, by this tab or another; not before the page's scripts have taken over. */
  restore(): void {
    const wish = readWish();
    // Where the browser keeps nothing, the choice of this visit stands.
    if (kept.read() !== null) this.#wish = wish;
  }

  set(change: Partial<Wish>): void {
    this.#wish = { on: this.on, text: this.text, ...change };
    kept.write(JSON.stringify(this.#wish));
  }

  /** Takes over what other tabs choose; returns how to stop. */
  follow(): () => void {
    this.restore();
    return kept.follow(() => this.restore());
  }
}

export const watermark = new Watermark();

/** The watermark of a file that is written now; empty for none. */
export function watermarkInForce(): string {
  watermark.restore();
  return watermark.shown;
}
