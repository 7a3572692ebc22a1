import { isGroup } from '#lib/model/index.ts';
import { ARITHMETIC, meanOf } from '../aggregate/means.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import type { Plan } from './plan.ts';
import { TreeScores } from './tree-scores.ts';

/** Whether every mean of a plan is arithmetic, so that a score is one weighted sum of indicators. */
export const isCollapsible = ({ hierarchy, weighings }: Plan): boolean =>
  weighings.every(({ problem }) => problem === null) &&
  hierarchy.elements.every(({ node }) => !isGroup(node) || meanOf(node) === ARITHMETIC);

/** Rows from which on their effective weights are worth being worked out for a pattern of gaps. */
const ENOUGH_ROWS = 8;

/** Rows with the same gaps; they share one set of effective weights. */
interface Pattern {
  /** 1 for indicators that are there and for groups that have enough of their children (R36). */
  readonly present: Uint8Array;
  readonly rows: number[];
}

/**
 * Scores of arithmetic schemes as weighted sums of indicators, with the effective weights (R31) that
 * are left where cells are missing (R32). As exact as a sum of rounded products can be, see `error`;
 * the order of the digits lost is not that of `aggregate`.
 */
export class CollapsedScores {
  /** No score is further than this from the one that `aggregate` computes. */
  readonly error: number;
  readonly #parents: Int32Array;
  readonly #isGroup: Uint8Array;
  readonly #patterns: readonly { readonly present: Uint8Array; readonly rows: Int32Array }[];
  /** Values row by row, pattern after pattern, 0 where missing. */
  readonly #values: Float64Array;
  readonly #indicators: Int32Array;
  readonly #totals: Float64Array;
  readonly #parts: Float64Array;
  readonly #effective: Float64Array;
  /** For rows whose gaps hardly any others have. */
  readonly #others: TreeScores;

  constructor(plan: Plan) {
    const { hierarchy, columns, ground } = plan;
    const { elements, indicators } = hierarchy;
    this.#parents = Int32Array.from(elements, ({ parent }) => parent);
    this.#isGroup = Uint8Array.from(elements, ({ kind }) => (kind === 'group' ? 1 : 0));
    this.#indicators = Int32Array.from(indicators);
    const patterns = patternsOf(
      hierarchy,
      columns,
      ground.availability.present,
      ground.rows.length,
    );
    this.#patterns = patterns
      .filter(({ rows }) => rows.length >= ENOUGH_ROWS)
      .map(({ present, rows }) => ({ present, rows: Int32Array.from(rows) }));
    const others = patterns.filter(({ rows }) => rows.length < ENOUGH_ROWS);
    this.#others = new TreeScores(plan, Int32Array.from(others.flatMap(({ rows }) => rows)));
    const collapsed = this.#patterns.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#values = new Float64Array(collapsed * indicators.length);
    let largest = 0;
    let at = 0;
    for (const { rows } of this.#patterns)
      for (const row of rows)
        for (const indicator of indicators) {
          const x = columns.get(elements[indicator]!.code)![row]!;
          const value = Number.isNaN(x) ? 0 : x;
          largest = Math.max(largest, Math.abs(value));
          this.#values[at++] = value;
        }
    const error = 2 * (elements.length + indicators.length) * Number.EPSILON * largest;
    this.error = Math.max(error, this.#others.error);
    this.#totals = new Float64Array(elements.length);
    this.#parts = new Float64Array(elements.length);
    this.#effective = new Float64Array(indicators.length);
  }

  /** @param weights in the order of the hierarchy; @param scores one a row of the plan */
  run(weights: Float64Array, scores: Float64Array): void {
    this.#others.run(weights, scores);
    const values = this.#values;
    const effective = this.#effective;
    const width = effective.length;
    const paired = width - (width % 4);
    let at = 0;
    for (const { present, rows } of this.#patterns) {
      if (!this.#weigh(weights, present)) {
        for (let i = 0; i < rows.length; i++) scores[rows[i]!] = NaN;
        at += rows.length * width;
        continue;
      }
      for (let i = 0; i < rows.length; i++) {
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        let j = 0;
        for (; j < paired; j += 4) {
          a += effective[j]! * values[at + j]!;
          b += effective[j + 1]! * values[at + j + 1]!;
          c += effective[j + 2]! * values[at + j + 2]!;
          d += effective[j + 3]! * values[at + j + 3]!;
        }
        for (; j < width; j++) a += effective[j]! * values[at + j]!;
        scores[rows[i]!] = a + b + (c + d);
        at += width;
      }
    }
  }

  /** Effective weights of the indicators for a pattern of gaps; false when the index is missing. */
  #weigh(weights: Float64Array, present: Uint8Array): boolean {
    const parents = this.#parents;
    const areGroups = this.#isGroup;
    const totals = this.#totals;
    const parts = this.#parts;
    totals.fill(0);
    // Children come after their parents: backwards, a group's total is known when it is met.
    for (let at = parents.length - 1; at > 0; at--) {
      const isThere = present[at] === 1 && (areGroups[at] === 0 || totals[at]! > 0);
      if (isThere) totals[parents[at]!]! += weights[at]!;
    }
    if (present[0] === 0 || !(totals[0]! > 0)) return false;
    // What one unit of a child's weight is worth in the index.
    parts[0] = 1 / totals[0]!;
    for (let at = 1; at < parents.length; at++) {
      if (areGroups[at] === 0) continue;
      const isThere = present[at] === 1 && totals[at]! > 0;
      parts[at] = isThere ? (parts[parents[at]!]! * weights[at]!) / totals[at]! : 0;
    }
    const indicators = this.#indicators;
    const effective = this.#effective;
    for (let i = 0; i < indicators.length; i++) {
      const at = indicators[i]!;
      effective[i] = present[at]! * weights[at]! * parts[parents[at]!]!;
    }
    return true;
  }
}

function patternsOf(
  { elements }: Hierarchy,
  columns: ReadonlyMap<string, Float64Array>,
  available: ReadonlyMap<string, Uint8Array>,
  n: number,
): Pattern[] {
  const patterns = new Map<string, Pattern>();
  const sources = elements.map(({ code, kind }) => ({
    values: kind === 'indicator' ? columns.get(code)! : null,
    available: available.get(code)!,
  }));
  for (let row = 0; row < n; row++) {
    const present = Uint8Array.from(sources, (of) =>
      of.values ? (Number.isNaN(of.values[row]!) ? 0 : 1) : of.available[row]!,
    );
    const key = present.join('');
    const known = patterns.get(key);
    if (known) known.rows.push(row);
    else patterns.set(key, { present, rows: [row] });
  }
  return [...patterns.values()];
}
