import { quantile7 } from './quantile.ts';

/** Bytes that kept scores may take; beyond it the first replicates speak for all. */
const KEPT_BYTES = 2 ** 26;

/** The scores of the first replicates, for their quantiles (R96). */
export class KeptScores {
  /** Replicates that are kept. */
  replicates = 0;
  readonly #room: number;
  /** Row by row. */
  readonly #scores: Float64Array;

  constructor(rows: number, replicates: number) {
    const most = Math.floor(KEPT_BYTES / Float64Array.BYTES_PER_ELEMENT / Math.max(1, rows));
    this.#room = Math.min(replicates, Math.max(1, most));
    this.#scores = new Float64Array(this.#room * rows);
  }

  /** @param scores of all rows in a replicate, NaN for none; ignored once there is no more room */
  add(scores: Float64Array): void {
    // Read before the loop: in the oldest browsers we build for, a map holds the private fields.
    const room = this.#room;
    const kept = this.#scores;
    if (this.replicates === room) return;
    for (let i = 0, at = this.replicates; at < kept.length; i++, at += room) kept[at] = scores[i]!;
    this.replicates++;
  }

  /** Quantiles (type 7) of a row's scores; NaN where it had none. */
  quantiles(i: number, shares: readonly number[]): number[] {
    const from = i * this.#room;
    const own = this.#scores.slice(from, from + this.replicates).sort();
    // NaN is sorted to the end.
    let n = own.length;
    while (n > 0 && Number.isNaN(own[n - 1]!)) n--;
    return shares.map((p) => quantile7(n, (position) => own[position]!, p));
  }
}
