/** How far a variable may lie outside its bounds and count as inside; rows are scaled to 1. */
const SLACK = 1e-12;
/** Smallest coefficient that is pivoted on. */
const PIVOT = 1e-9;
/** Iterations with the greatest violation before the rule that cannot cycle takes over. */
const GREEDY = 40;
/** Pivots after which the tableau is set up afresh, so that rounding does not pile up. */
const REFRESH = 400;

/** Rows that cannot hold together, and the multiples of them that prove it. */
export interface Conflict {
  readonly rows: readonly number[];
  readonly multipliers: readonly number[];
  /** False when rounding leaves the proof undecided: nothing may be concluded from it. */
  readonly proven: boolean;
}

/**
 * Whether rows e·w ≥ rhs can hold together for a w in a box, rows being switched on and off: the
 * simplex method without an objective (Dutertre & de Moura 2006), which goes on from where it
 * stopped. A negative answer carries Farkas multipliers λ ≥ 0, and counts only when the greatest
 * (Σ λe)·w over the box, added up anew from the rows as given, is below Σ λ·rhs.
 */
export class Feasibility {
  /** Pivots so far: the measure of work. */
  pivots = 0;
  readonly #k: number;
  readonly #m: number;
  readonly #low: Float64Array;
  readonly #span: Float64Array;
  readonly #rows: readonly Float64Array[];
  /** rhs - e·low by row: what e·(w - low) must reach. */
  readonly #floor: Float64Array;
  /** Variables: the k coordinates of w - low, then one a row. */
  readonly #x: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #basic: Int32Array;
  readonly #nonbasic: Int32Array;
  readonly #isBasic: Uint8Array;
  /** Basic variables as combinations of the others, row-major. */
  readonly #table: Float64Array;
  #sinceRefresh = 0;

  /**
   * @param low lowest, @param high highest value of each coordinate
   * @param rows coefficients, one array of k a row; all rows start switched off
   * @param rhs of each row, default 0
   */
  constructor(
    low: Float64Array,
    high: Float64Array,
    rows: readonly Float64Array[],
    rhs: Float64Array = new Float64Array(rows.length),
  ) {
    const k = (this.#k = low.length);
    const m = (this.#m = rows.length);
    this.#low = low;
    this.#span = high.map((h, i) => h - low[i]!);
    const scales = rows.map((row) => 1 / (greatest(row) || 1));
    this.#rows = rows.map((row, r) => row.map((e) => e * scales[r]!));
    this.#floor = rhs.map((b, r) => b * scales[r]! - dot(this.#rows[r]!, low));
    this.#x = new Float64Array(k + m);
    this.#lower = new Float64Array(k + m).fill(-Infinity).fill(0, 0, k);
    this.#upper = new Float64Array(k + m).fill(Infinity);
    this.#upper.set(this.#span);
    this.#basic = new Int32Array(m);
    this.#nonbasic = new Int32Array(k);
    this.#isBasic = new Uint8Array(k + m);
    this.#table = new Float64Array(m * k);
    this.#refresh();
  }

  /** Asks for the row from now on. */
  demand(row: number): void {
    const v = this.#k + row;
    this.#lower[v] = this.#floor[row]!;
    if (this.#isBasic[v] === 0 && this.#x[v]! < this.#floor[row]!)
      this.#move(this.#nonbasic.indexOf(v), this.#floor[row]! - this.#x[v]!);
  }

  /** Asks for the row no longer. */
  release(row: number): void {
    this.#lower[this.#k + row] = -Infinity;
  }

  /** null when the rows asked for hold at `point()`, else some that cannot hold together. */
  check(): Conflict | null {
    const found = this.#solve();
    if (found ? found.proven : this.#holds()) return found;
    this.#refresh();
    const again = this.#solve();
    return again ?? (this.#holds() ? null : { rows: [], multipliers: [], proven: false });
  }

  /** The w found by the last `check`, inside the box. */
  point(): Float64Array {
    return this.#low.map((low, i) => low + Math.min(this.#span[i]!, Math.max(0, this.#x[i]!)));
  }

  /** Back to w = low, every row expressed in the coordinates. */
  #refresh(): void {
    this.#sinceRefresh = 0;
    this.#x.fill(0);
    for (let i = 0; i < this.#k; i++) {
      this.#nonbasic[i] = i;
      this.#isBasic[i] = 0;
    }
    for (let r = 0; r < this.#m; r++) {
      this.#basic[r] = this.#k + r;
      this.#isBasic[this.#k + r] = 1;
      this.#table.set(this.#rows[r]!, r * this.#k);
    }
  }

  #solve(): Conflict | null {
    if (this.#sinceRefresh > REFRESH) this.#refresh();
    for (let turn = 0; ; turn++) {
      const row = this.#violated(turn < GREEDY);
      if (row < 0) return null;
      const v = this.#basic[row]!;
      const isLow = this.#x[v]! < this.#lower[v]!;
      const column = this.#entering(row, isLow ? 1 : -1, turn < GREEDY);
      if (column < 0) return this.#conflict(row, isLow ? 1 : -1);
      this.#pivot(row, column, isLow ? this.#lower[v]! : this.#upper[v]!);
    }
  }

  /** Tableau row whose variable is out of bounds: the farthest, or the first variable's (Bland). */
  #violated(greedy: boolean): number {
    let found = -1;
    let most = SLACK;
    for (let r = 0; r < this.#m; r++) {
      const v = this.#basic[r]!;
      const x = this.#x[v]!;
      const by = Math.max(this.#lower[v]! - x, x - this.#upper[v]!);
      if (by <= most) continue;
      if (greedy) most = by;
      else if (found >= 0 && this.#basic[found]! < v) continue;
      found = r;
    }
    return found;
  }

  /** Column that can move the row's variable in the direction, -1 when none can. */
  #entering(row: number, direction: 1 | -1, greedy: boolean): number {
    let found = -1;
    let most = PIVOT;
    for (let j = 0; j < this.#k; j++) {
      const v = this.#nonbasic[j]!;
      const a = direction * this.#table[row * this.#k + j]!;
      const isFree = a > 0 ? this.#x[v]! < this.#upper[v]! : this.#x[v]! > this.#lower[v]!;
      if (!isFree || Math.abs(a) <= most) continue;
      if (greedy) most = Math.abs(a);
      else if (found >= 0 && this.#nonbasic[found]! < v) continue;
      found = j;
    }
    return found;
  }

  /** Moves a nonbasic variable, and the basic ones with it. */
  #move(column: number, by: number): void {
    this.#x[this.#nonbasic[column]!]! += by;
    for (let r = 0; r < this.#m; r++)
      this.#x[this.#basic[r]!]! += this.#table[r * this.#k + column]! * by;
  }

  #pivot(row: number, column: number, target: number): void {
    this.pivots++;
    this.#sinceRefresh++;
    const k = this.#k;
    const table = this.#table;
    const leaving = this.#basic[row]!;
    const entering = this.#nonbasic[column]!;
    const at = row * k;
    const a = table[at + column]!;
    this.#move(column, (target - this.#x[leaving]!) / a);
    this.#x[leaving] = target;
    for (let j = 0; j < k; j++) table[at + j]! /= -a;
    table[at + column] = 1 / a;
    for (let r = 0; r < this.#m; r++) {
      if (r === row) continue;
      const from = r * k;
      const c = table[from + column]!;
      if (c === 0) continue;
      table[from + column] = 0;
      for (let j = 0; j < k; j++) table[from + j]! += c * table[at + j]!;
    }
    this.#basic[row] = entering;
    this.#nonbasic[column] = leaving;
    this.#isBasic[entering] = 1;
    this.#isBasic[leaving] = 0;
  }

  #conflict(row: number, direction: 1 | -1): Conflict {
    const rows: number[] = [];
    const multipliers: number[] = [];
    const add = (v: number, multiplier: number) => {
      if (v < this.#k || multiplier <= PIVOT) return;
      rows.push(v - this.#k);
      multipliers.push(multiplier);
    };
    add(this.#basic[row]!, direction);
    for (let j = 0; j < this.#k; j++)
      add(this.#nonbasic[j]!, -direction * this.#table[row * this.#k + j]!);
    return { rows, multipliers, proven: this.#refutes(rows, multipliers) };
  }

  #refutes(rows: readonly number[], multipliers: readonly number[]): boolean {
    let most = 0;
    let needed = 0;
    let size = 0;
    for (let i = 0; i < this.#k; i++) {
      let sum = 0;
      for (const [at, row] of rows.entries()) {
        const term = multipliers[at]! * this.#rows[row]![i]!;
        sum += term;
        size += Math.abs(term) * (this.#span[i]! + Math.abs(this.#low[i]!));
      }
      if (sum > 0) most += sum * this.#span[i]!;
    }
    for (const [at, row] of rows.entries()) {
      if (this.#lower[this.#k + row] === -Infinity) return false;
      needed += multipliers[at]! * this.#floor[row]!;
      size += multipliers[at]! * Math.abs(this.#floor[row]!);
    }
    // Every term goes through at most so many roundings.
    return needed - most > (this.#k + rows.length + 8) * Number.EPSILON * size;
  }

  /** Whether the point satisfies the rows as given, not only as the tableau has them. */
  #holds(): boolean {
    const x = this.#x.subarray(0, this.#k);
    for (let r = 0; r < this.#m; r++)
      if (dot(this.#rows[r]!, x) < this.#lower[this.#k + r]! - 10 * SLACK) return false;
    return true;
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const greatest = (row: Float64Array): number => row.reduce((m, e) => Math.max(m, Math.abs(e)), 0);
