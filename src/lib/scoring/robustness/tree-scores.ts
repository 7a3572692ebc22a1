import type { SchemeGroup } from '#lib/model/index.ts';
import type { GroupElement } from '../structure/hierarchy.ts';
import type { Plan } from './plan.ts';

/** Means that are an arithmetic mean of some f(x): f and back. */
const SCALES = {
  arithmetic: { to: (x: number) => x, back: (y: number) => y },
  geometric: { to: Math.log, back: Math.exp },
  harmonic: { to: (x: number) => 1 / x, back: (y: number) => 1 / y },
} as const;
type Scale = keyof typeof SCALES;

const scaleOf = ({ aggregate, power = 1 }: SchemeGroup): Scale | null => {
  if (aggregate === 'generalised')
    return power === 1
      ? 'arithmetic'
      : power === 0
        ? 'geometric'
        : power === -1
          ? 'harmonic'
          : null;
  return aggregate in SCALES ? (aggregate as Scale) : null;
};

const groupsOf = ({ hierarchy: { elements, groups } }: Plan): readonly GroupElement[] =>
  groups.map((at) => elements[at] as GroupElement);

/**
 * Whether a plan's means are all of the kinds above and can take every value there is. Where a mean
 * asks for positive values all must be positive: then no sum cancels and errors stay relative.
 */
export function isTreelike(plan: Plan): boolean {
  if (plan.weighings.some(({ problem }) => problem !== null)) return false;
  const scales = groupsOf(plan).map(({ node }) => scaleOf(node));
  if (scales.includes(null)) return false;
  if (scales.every((scale) => scale === 'arithmetic')) return true;
  return [...plan.columns.values()].every((column) => column.every((x) => !(x <= 0)));
}

interface Branch {
  readonly at: number;
  readonly children: readonly number[];
  /** 1 where the group has enough of its children (R36). */
  readonly available: Uint8Array;
  /** From the mean of f(x) to what the parent takes; null where the two are on the same scale. */
  readonly convert: ((mean: number) => number) | null;
}

/**
 * Scores group by group, every group a pass over the rows for each child, with missing children left
 * out (R32). Not in the order of operations of `aggregate`, see `error`.
 */
export class TreeScores {
  /** No score is further than this from the one that `aggregate` computes. */
  readonly error: number;
  readonly #rows: Int32Array;
  /** From the leaves up, the index last. */
  readonly #branches: readonly Branch[];
  /** By element: f(x) on the parent's scale, 0 where missing; and 1 or 0 for there or missing. */
  readonly #values: readonly Float64Array[];
  readonly #there: readonly Float64Array[];

  /** @param rows of the plan that are wanted */
  constructor(plan: Plan, rows: Int32Array) {
    const { hierarchy, columns, ground } = plan;
    const { elements } = hierarchy;
    const groups = groupsOf(plan);
    const scales = new Map(groups.map(({ code, node }) => [code, scaleOf(node) ?? 'arithmetic']));
    const scaleAbove = (parent: number): Scale =>
      parent < 0 ? 'arithmetic' : scales.get(elements[parent]!.code)!;
    let largest = 0;
    let largestLog = 0;
    this.#rows = rows;
    this.#values = elements.map(({ kind, code, parent }) => {
      if (kind === 'group') return new Float64Array(rows.length);
      const column = columns.get(code)!;
      const { to } = SCALES[scaleAbove(parent)];
      return Float64Array.from(rows, (row) => {
        const x = column[row]!;
        if (Number.isNaN(x)) return 0;
        largest = Math.max(largest, Math.abs(x));
        if (x > 0) largestLog = Math.max(largestLog, Math.abs(Math.log(x)));
        return to(x);
      });
    });
    this.#there = elements.map(({ kind, code }) => {
      const column = kind === 'group' ? null : columns.get(code)!;
      return Float64Array.from(rows, (row) => (column && !Number.isNaN(column[row]!) ? 1 : 0));
    });
    this.#branches = [...hierarchy.groups].reverse().map((at): Branch => {
      const { code, parent, children } = elements[at] as GroupElement;
      const present = ground.availability.present.get(code)!;
      const own = scales.get(code)!;
      const above = scaleAbove(parent);
      const { back } = SCALES[own];
      const { to } = SCALES[above];
      return {
        at,
        children,
        available: Uint8Array.from(rows, (row) => present[row]!),
        convert: own === above ? null : (mean) => to(back(mean)),
      };
    });
    // A rounding for every sum, product and function on the way; a logarithm's weighs as much as
    // itself when it is raised again. Twice, for those of `aggregate` too.
    const isPlain = [...scales.values()].every((scale) => scale === 'arithmetic');
    const roundings = isPlain ? elements.length : 4 * elements.length * (2 + largestLog);
    this.error = 4 * roundings * Number.EPSILON * largest;
  }

  /** @param weights in the order of the hierarchy; @param scores one a row of the plan */
  run(weights: Float64Array, scores: Float64Array): void {
    for (const { at, children, available, convert } of this.#branches) {
      const sums = this.#values[at]!;
      const there = this.#there[at]!;
      sums.fill(0);
      there.fill(0);
      for (let i = 0; i < children.length; i++) {
        const child = children[i]!;
        if (weights[child] !== 0)
          add(sums, there, this.#values[child]!, this.#there[child]!, weights[child]!);
      }
      divide(sums, there, available, convert);
    }
    const rows = this.#rows;
    const index = this.#values[0]!;
    const there = this.#there[0]!;
    for (let i = 0; i < rows.length; i++) scores[rows[i]!] = there[i] === 1 ? index[i]! : NaN;
  }
}

function add(
  sums: Float64Array,
  totals: Float64Array,
  values: Float64Array,
  there: Float64Array,
  weight: number,
): void {
  for (let i = 0; i < sums.length; i++) {
    sums[i]! += weight * values[i]!;
    totals[i]! += weight * there[i]!;
  }
}

/** Turns sums into means and total weights into 1 for there and 0 for missing. */
function divide(
  sums: Float64Array,
  totals: Float64Array,
  available: Uint8Array,
  convert: ((mean: number) => number) | null,
): void {
  for (let i = 0; i < sums.length; i++) {
    const isThere = available[i] === 1 && totals[i]! > 0;
    if (!isThere) sums[i] = 0;
    else sums[i] = convert ? convert(sums[i]! / totals[i]!) : sums[i]! / totals[i]!;
    totals[i] = isThere ? 1 : 0;
  }
}
