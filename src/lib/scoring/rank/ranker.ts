import { widthOfTies } from './ties.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const KEYS = 2 ** (2 * DIGIT_BITS) - 1;
/** Up to this many rows a plain insertion sort is quicker. */
const FEW = 100;
/** Steps a row that the last sort by insertion may take on average before it is given up. */
const MOST_STEPS = 32;

/**
 * Places by descending score (R50, R51), for scores that are known to within an error. Where the
 * error could decide a place it says so instead. Nothing is allocated in `rank`.
 */
export class Ranker {
  readonly #values: Float64Array;
  readonly #sorted: Float64Array;
  readonly #rows: Int32Array;
  readonly #other: Int32Array;
  readonly #keys: Int32Array;
  readonly #otherKeys: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  #n = 0;

  /** @param most rows that will be ranked at once */
  constructor(most: number) {
    this.#values = new Float64Array(most);
    this.#sorted = new Float64Array(most);
    this.#rows = new Int32Array(most);
    this.#other = new Int32Array(most);
    this.#keys = new Int32Array(most);
    this.#otherKeys = new Int32Array(most);
    this.#low = new Int32Array(most > FEW ? DIGITS : 0);
    this.#high = new Int32Array(most > FEW ? DIGITS : 0);
  }

  /**
   * Writes the places of `rows` to `ranks`, 0 where the score is NaN. Returns false, with places
   * that are not to be read, where scores that may be off by `error` do not settle every place, and
   * where they lie so unevenly that sorting them this way takes too long.
   *
   * @param share tie tolerance as a share of max - min
   */
  rank(
    scores: Float64Array,
    rows: Int32Array,
    share: number,
    error: number,
    ranks: Int32Array,
  ): boolean {
    if (!this.#sort(scores, rows, ranks)) return false;
    const n = this.#n;
    if (n === 0) return true;
    const sorted = this.#sorted;
    const order = this.#rows;
    const max = sorted[n - 1]!;
    const width = widthOfTies(sorted[0]!, max, share);
    // Twice for the two scores of a difference, and again for those that the width is made of.
    const doubt = 4 * error;
    let best = max;
    let place = 1;
    ranks[order[n - 1]!] = 1;
    for (let at = n - 2; at >= 0; at--) {
      const beyond = best - sorted[at]! - width;
      if (beyond > doubt) {
        best = sorted[at]!;
        place = n - at;
      } else if (beyond > -doubt) return false;
      ranks[order[at]!] = place;
    }
    return true;
  }

  /** Scores and rows in ascending order; false when the scores are too unevenly spread for it. */
  #sort(scores: Float64Array, rows: Int32Array, ranks: Int32Array): boolean {
    const values = this.#values;
    const order = this.#rows;
    let n = 0;
    let min = Infinity;
    let max = -Infinity;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const score = scores[row]!;
      if (Number.isNaN(score)) {
        ranks[row] = 0;
        continue;
      }
      if (score < min) min = score;
      if (score > max) max = score;
      values[n] = score;
      order[n++] = row;
    }
    this.#n = n;
    if (n > FEW && max > min) this.#distribute(min, KEYS / (max - min), scores);
    else this.#sorted.set(n < values.length ? values.subarray(0, n) : values);
    return this.#insert();
  }

  /** Radix sort by the score as a fixed-point number, two digits. */
  #distribute(min: number, scale: number, scores: Float64Array): void {
    const n = this.#n;
    const keys = this.#keys;
    const values = this.#values;
    const low = this.#low;
    const high = this.#high;
    low.fill(0);
    high.fill(0);
    for (let i = 0; i < n; i++) {
      const key = ((values[i]! - min) * scale) | 0;
      keys[i] = key;
      low[key & (DIGITS - 1)]!++;
      high[key >>> DIGIT_BITS]!++;
    }
    let below = 0;
    let above = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const l = low[digit]!;
      const h = high[digit]!;
      low[digit] = below;
      high[digit] = above;
      below += l;
      above += h;
    }
    const order = this.#rows;
    const other = this.#other;
    const otherKeys = this.#otherKeys;
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      const to = low[key & (DIGITS - 1)]!++;
      otherKeys[to] = key;
      other[to] = order[i]!;
    }
    for (let i = 0; i < n; i++) {
      const to = high[otherKeys[i]! >>> DIGIT_BITS]!++;
      order[to] = other[i]!;
    }
    const sorted = this.#sorted;
    for (let i = 0; i < n; i++) sorted[i] = scores[order[i]!]!;
  }

  #insert(): boolean {
    const n = this.#n;
    const sorted = this.#sorted;
    const order = this.#rows;
    let steps = n <= FEW ? Infinity : MOST_STEPS * n;
    for (let i = 1; i < n; i++) {
      const score = sorted[i]!;
      if (sorted[i - 1]! <= score) continue;
      const row = order[i]!;
      let at = i;
      do {
        sorted[at] = sorted[at - 1]!;
        order[at] = order[at - 1]!;
        at--;
      } while (at > 0 && sorted[at - 1]! > score);
      sorted[at] = score;
      order[at] = row;
      steps -= i - at;
      if (steps < 0) return false;
    }
    return true;
  }
}
