import type { PlaceCounts } from '#lib/model/index.ts';

/** Room for further places on either side when a row's window is widened, as a share of it. */
const MARGIN = 0.5;
const LEAST_MARGIN = 4;

/** Counts the places that rows have had. A window a row, so that it takes what the rows need. */
export class PlaceCounter {
  readonly #from: Int32Array;
  readonly #windows: Uint32Array[];

  constructor(rows: number) {
    this.#from = new Int32Array(rows);
    this.#windows = Array.from({ length: rows }, () => new Uint32Array(0));
  }

  /** @param ranks places of all rows, 0 for none */
  add(ranks: Int32Array): void {
    // Read before the loop: in the oldest browsers we build for, a map holds the private fields.
    const windows = this.#windows;
    const from = this.#from;
    for (let i = 0; i < windows.length; i++) {
      const rank = ranks[i]!;
      if (rank === 0) continue;
      const at = rank - from[i]!;
      const window = windows[i]!;
      if (at >= 0 && at < window.length) window[at]!++;
      else this.#widen(i, rank)[rank - from[i]!]!++;
    }
  }

  #widen(i: number, rank: number): Uint32Array {
    const window = this.#windows[i]!;
    const from = this.#from[i]!;
    const margin = Math.max(LEAST_MARGIN, Math.ceil(window.length * MARGIN));
    const isFirst = window.length === 0;
    const low = isFirst ? rank - margin : rank < from ? rank - margin : from;
    const high = isFirst ? rank + margin : rank < from ? from + window.length : rank + margin + 1;
    const start = Math.max(1, low);
    const wider = new Uint32Array(high - start);
    wider.set(window, isFirst ? 0 : from - start);
    this.#from[i] = start;
    return (this.#windows[i] = wider);
  }

  /** The counts so far, without the room around them. */
  result(): PlaceCounts {
    const starts = new Uint32Array(this.#windows.length + 1);
    const best = new Int32Array(this.#windows.length);
    const used = this.#windows.map((window, i) => {
      const first = window.findIndex((count) => count > 0);
      const counts = first < 0 ? window.subarray(0, 0) : window.subarray(first, lastUsed(window));
      best[i] = first < 0 ? 0 : this.#from[i]! + first;
      starts[i + 1] = starts[i]! + counts.length;
      return counts;
    });
    const counts = new Uint32Array(starts[starts.length - 1]!);
    for (const [i, of] of used.entries()) counts.set(of, starts[i]);
    return { starts, best, counts };
  }
}

function lastUsed(window: Uint32Array): number {
  let end = window.length;
  while (window[end - 1] === 0) end--;
  return end;
}
