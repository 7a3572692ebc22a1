/**
 * Rows from the best down, one peer group after the other (R98): by nominal place, equal ones by
 * mean place, then as the rows are ordered, which is by unit code.
 */
export function orderOf(peers: Int32Array, nominal: Int32Array, mean: Float64Array): Int32Array {
  const meanOf = (i: number): number => (Number.isNaN(mean[i]!) ? Infinity : mean[i]!);
  const compare = (a: number, b: number): number =>
    peers[a]! - peers[b]! ||
    nominal[a]! - nominal[b]! ||
    (meanOf(a) < meanOf(b) ? -1 : meanOf(a) > meanOf(b) ? 1 : a - b);
  return Int32Array.from(peers.keys()).sort(compare);
}

/**
 * Tiers of rows that cannot be told from the first of theirs (R98), numbered from 1 in each peer
 * group. From the best down, a new tier begins with the first row that the tier's first row beats, or
 * is beaten by, with a probability of at least `confidence`; where the two never met, the row stays
 * in the tier. Incremental: one row a call of `next`, in the given order.
 */
export class TierBuilder {
  readonly tiers: Int32Array;
  readonly #order: Int32Array;
  readonly #peers: Int32Array;
  readonly #beats: (a: number, b: number) => number;
  readonly #confidence: number;
  #at = 0;
  #first = -1;

  constructor(
    order: Int32Array,
    peers: Int32Array,
    beats: (a: number, b: number) => number,
    confidence: number,
  ) {
    this.tiers = new Int32Array(order.length);
    this.#order = order;
    this.#peers = peers;
    this.#beats = beats;
    this.#confidence = confidence;
  }

  next(): void {
    const row = this.#order[this.#at++]!;
    const first = this.#first;
    const isNewGroup = first < 0 || this.#peers[first] !== this.#peers[row];
    if (isNewGroup) this.tiers[row] = 1;
    else if (this.#isToldFrom(first, row)) this.tiers[row] = this.tiers[first]! + 1;
    else {
      this.tiers[row] = this.tiers[first]!;
      return;
    }
    this.#first = row;
  }

  /** Either may be the one that beats: the order is the scheme's, the contests are the replicates'. */
  #isToldFrom(first: number, row: number): boolean {
    return (
      this.#beats(first, row) >= this.#confidence || this.#beats(row, first) >= this.#confidence
    );
  }
}

/** All tiers at once, see `TierBuilder`. */
export function tiersOf(
  order: Int32Array,
  peers: Int32Array,
  beats: (a: number, b: number) => number,
  confidence: number,
): Int32Array {
  const builder = new TierBuilder(order, peers, beats, confidence);
  for (let i = 0; i < order.length; i++) builder.next();
  return builder.tiers;
}
