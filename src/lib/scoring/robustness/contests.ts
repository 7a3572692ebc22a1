/** Who came out above whom over the replicates (R97). */
export interface ContestTally {
  /** Replicates that are taken into account. */
  readonly compared: number;
  /** @param ranks places of all rows in a replicate, 0 for none */
  add(ranks: Int32Array): void;
  /**
   * Share of the replicates in which row `a` beats row `b`, of those in which both had a place; ties
   * count half. NaN where there are none, and between peer groups.
   */
  probability(a: number, b: number): number;
}

/** Up to this many rows every pair is counted as the replicates come. */
export const MOST_ROWS_FOR_ALL_PAIRS = 200;

/** Bytes that kept places may take; beyond it the first replicates speak for all. */
const KEPT_BYTES = 2 ** 26;

/**
 * @param peers number of the peer group of each row
 * @param places the greatest place that can occur
 * @param replicates how many will be added at most
 */
export function tallyContests(peers: Int32Array, places: number, replicates: number): ContestTally {
  return peers.length <= MOST_ROWS_FOR_ALL_PAIRS
    ? new AllPairs(peers)
    : new KeptPlaces(peers, places, replicates);
}

class AllPairs implements ContestTally {
  compared = 0;
  readonly #peers: Int32Array;
  /** For a < b, at a·n + b: contests, and twice a's victories with one for each tie. */
  readonly #held: Uint32Array;
  readonly #won: Uint32Array;

  constructor(peers: Int32Array) {
    this.#peers = peers;
    this.#held = new Uint32Array(peers.length ** 2);
    this.#won = new Uint32Array(peers.length ** 2);
  }

  add(ranks: Int32Array): void {
    const n = this.#peers.length;
    const held = this.#held;
    const won = this.#won;
    for (let a = 0; a < n; a++) {
      const rank = ranks[a]!;
      if (rank === 0) continue;
      for (let b = a + 1; b < n; b++) {
        const other = ranks[b]!;
        if (other === 0) continue;
        held[a * n + b]!++;
        won[a * n + b]! += rank < other ? 2 : rank === other ? 1 : 0;
      }
    }
    this.compared++;
  }

  probability(a: number, b: number): number {
    if (a === b || this.#peers[a] !== this.#peers[b]) return NaN;
    const at = Math.min(a, b) * this.#peers.length + Math.max(a, b);
    const most = 2 * this.#held[at]!;
    // Counted from the other side rather than 1 - p, which may miss a confidence by a rounding.
    return (a < b ? this.#won[at]! : most - this.#won[at]!) / most;
  }
}

class KeptPlaces implements ContestTally {
  compared = 0;
  readonly #peers: Int32Array;
  readonly #room: number;
  /** Row by row. */
  readonly #places: Uint16Array | Uint32Array;

  constructor(peers: Int32Array, places: number, replicates: number) {
    const Places = places < 2 ** 16 ? Uint16Array : Uint32Array;
    const most = Math.floor(KEPT_BYTES / Places.BYTES_PER_ELEMENT / peers.length);
    this.#peers = peers;
    this.#room = Math.min(replicates, Math.max(1, most));
    this.#places = new Places(this.#room * peers.length);
  }

  add(ranks: Int32Array): void {
    // Read before the loop: in the oldest browsers we build for, a map holds the private fields.
    const room = this.#room;
    const places = this.#places;
    if (this.compared === room) return;
    for (let i = 0, at = this.compared; i < ranks.length; i++, at += room) places[at] = ranks[i]!;
    this.compared++;
  }

  probability(a: number, b: number): number {
    if (a === b || this.#peers[a] !== this.#peers[b]) return NaN;
    const places = this.#places;
    const room = this.#room;
    let held = 0;
    let won = 0;
    for (let r = 0; r < this.compared; r++) {
      const rank = places[a * room + r]!;
      const other = places[b * room + r]!;
      if (rank === 0 || other === 0) continue;
      held++;
      won += rank < other ? 2 : rank === other ? 1 : 0;
    }
    return won / (2 * held);
  }
}
