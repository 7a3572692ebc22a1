import { componentsOf } from './components.ts';
import { EVEN } from './outranking.ts';

/** Largest knot of contradicting majorities that is untied exactly: 2^16 subsets. */
export const KNOT_LIMIT = 16;

export interface KemenyOrder {
  /** From the best down. */
  readonly order: Int32Array;
  /** Whether no other order agrees as well. */
  readonly isUnique: boolean;
}

/**
 * The order that agrees best with the pairwise contests (R63): the greatest sum of margins of the
 * upper over the lower. Of several the one that is first when read from the best down by number.
 *
 * Exact. Between strongly connected components of the majority relation every majority can be
 * followed, so that only the order inside a component is sought: by dynamic programming over its
 * subsets (Held-Karp). null when a component has more than KNOT_LIMIT members.
 *
 * @param margins n × n, row-major, antisymmetric: agreement gained by the row above the column
 */
export function kemenyOrder(margins: Float64Array, n: number): KemenyOrder | null {
  const majorities = Uint8Array.from(margins, (margin) => (margin > 0 ? 1 : 0));
  const components = componentsOf(majorities, n);
  const knots: Knot[] = [];
  for (let i = 0; i < n; i++) (knots[components[i]!] ??= new Knot(margins, n)).members.push(i);
  if (knots.some(({ members }) => members.length > KNOT_LIMIT)) return null;
  for (const knot of knots) knot.untie();

  // Majorities from outside its component that must come before a member.
  const blockers = new Int32Array(n);
  const isOutside = (a: number, b: number) => components[a] !== components[b];
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) if (majorities[a * n + b] === 1 && isOutside(a, b)) blockers[b]!++;

  const order = new Int32Array(n);
  const isPlaced = new Uint8Array(n);
  let isUnique = true;
  for (let place = 0; place < n; place++) {
    let next = -1;
    for (let i = 0; i < n && (next < 0 || isUnique); i++) {
      if (isPlaced[i] === 1 || blockers[i]! > 0 || !knots[components[i]!]!.mayBeNext(i)) continue;
      if (next < 0) next = i;
      else isUnique = false;
    }
    order[place] = next;
    isPlaced[next] = 1;
    knots[components[next]!]!.place(next);
    for (let b = 0; b < n; b++)
      if (majorities[next * n + b] === 1 && isOutside(next, b)) blockers[b]!--;
  }
  return { order, isUnique };
}

/** A component and its best orders; sets of members are bit sets. */
class Knot {
  readonly members: number[] = [];
  /** Greatest agreement among the members of a set. */
  #best = new Float64Array(0);
  /** Those not placed yet. */
  #left = 0;
  #slack = 0;
  readonly #margins: Float64Array;
  readonly #n: number;

  constructor(margins: Float64Array, n: number) {
    this.#margins = margins;
    this.#n = n;
  }

  /** Finds the best agreement of every set from those of its subsets. */
  untie(): void {
    const { members } = this;
    const sets = 1 << members.length;
    this.#best = new Float64Array(sets).fill(-Infinity);
    this.#best[0] = 0;
    for (let set = 1; set < sets; set++)
      for (let top = 0; top < members.length; top++) {
        if ((set & (1 << top)) === 0) continue;
        const agreement = this.#under(top, set);
        if (agreement > this.#best[set]!) this.#best[set] = agreement;
      }
    this.#left = sets - 1;
    let scale = 0;
    for (const a of members)
      for (const b of members) scale += Math.abs(this.#margins[a * this.#n + b]!);
    this.#slack = EVEN * scale;
  }

  /** Whether some best order of those left starts with this one. */
  mayBeNext(node: number): boolean {
    const top = this.members.indexOf(node);
    return this.#under(top, this.#left) >= this.#best[this.#left]! - this.#slack;
  }

  place(node: number): void {
    this.#left ^= 1 << this.members.indexOf(node);
  }

  /** Greatest agreement among the members of a set with `top` at the top. */
  #under(top: number, set: number): number {
    const { members } = this;
    const row = members[top]! * this.#n;
    const margins = this.#margins;
    let agreement = this.#best[set ^ (1 << top)]!;
    for (let other = 0; other < members.length; other++)
      if (other !== top && (set & (1 << other)) !== 0) agreement += margins[row + members[other]!]!;
    return agreement;
  }
}
