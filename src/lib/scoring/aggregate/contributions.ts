import type { Hierarchy } from '../structure/hierarchy.ts';
import type { Aggregated } from './aggregate.ts';
import { ARITHMETIC, meanOf } from './means.ts';

export interface Contributions {
  readonly contributions: Map<string, Float64Array>;
  readonly actual_weights: Map<string, Float64Array>;
}

/**
 * Who brought what to the index (R40, R41), for every element of the hierarchy, the index first.
 *
 * The actual weight is the share an element really had: its weight among the siblings that were
 * there, or under the benefit of the doubt its share in the unit's most favourable score, times
 * the parent's actual weight; 0 for a missing element, NaN in rows without an index.
 * The contribution is actual weight times value, in points of the index; NaN where the element is
 * missing or left out together with its group, and where a mean on the way up is not arithmetic, for
 * then there is no such thing.
 *
 * @param values normalised indicators and group scores by code, `n` rows, NaN for missing
 */
export function contributionsOf(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  used: Pick<Aggregated, 'weights' | 'favourable_shares'>,
): Contributions {
  const index = hierarchy.elements[0]!.code;
  const scores = values.get(index)!;
  const n = scores.length;
  const contributions = new Map<string, Float64Array>([[index, scores.slice()]]);
  const actual_weights = new Map<string, Float64Array>([
    [index, scores.map((x) => (Number.isNaN(x) ? NaN : 1))],
  ]);
  const additive = new Set([index]);
  const nothing = () => new Float64Array(n).fill(NaN);
  for (const at of hierarchy.groups) {
    const group = hierarchy.elements[at]!;
    if (group.kind !== 'group') continue;
    const children = group.children.map((child) => hierarchy.elements[child]!);
    const inputs = children.map(({ code }) => values.get(code)!);
    const weights = group.children.map((child) => used.weights[child]!);
    const totals = availableWeight(inputs, weights);
    const above = actual_weights.get(group.code)!;
    const parent = values.get(group.code)!;
    const adds = additive.has(group.code) && meanOf(group.node) === ARITHMETIC;
    for (const [i, { code }] of children.entries()) {
      const own = inputs[i]!;
      const shares = used.favourable_shares.get(code);
      const actual = shares
        ? multiplied(shares, above)
        : actualWeights(own, weights[i]!, totals, above);
      actual_weights.set(code, actual);
      contributions.set(code, adds ? points(own, actual, parent) : nothing());
      if (adds) additive.add(code);
    }
  }
  return { contributions: inOrder(contributions), actual_weights: inOrder(actual_weights) };

  function inOrder(columns: ReadonlyMap<string, Float64Array>) {
    return new Map(hierarchy.elements.map(({ code }) => [code, columns.get(code)!]));
  }
}

/** Per row, the sum of the weights of the columns that are not NaN. */
function availableWeight(
  inputs: readonly Float64Array[],
  weights: readonly number[],
): Float64Array {
  const totals = new Float64Array(inputs[0]?.length ?? 0);
  for (let i = 0; i < inputs.length; i++) addWhereThere(totals, inputs[i]!, weights[i]!);
  return totals;
}

// One short function for every pass over the rows: that is what the engine compiles best.

function addWhereThere(totals: Float64Array, input: Float64Array, weight: number): void {
  for (let row = 0; row < totals.length; row++)
    if (!Number.isNaN(input[row]!)) totals[row]! += weight;
}

/** Weight divided by that of the siblings that are there, times the parent's; 0 where missing. */
function actualWeights(
  own: Float64Array,
  weight: number,
  totals: Float64Array,
  above: Float64Array,
): Float64Array {
  const actual = new Float64Array(own.length);
  for (let row = 0; row < own.length; row++) {
    const isThere = !Number.isNaN(own[row]!) && totals[row]! > 0;
    actual[row] = (isThere ? weight / totals[row]! : 0) * above[row]!;
  }
  return actual;
}

/** Share times the parent's actual weight; a share of 0 where there is none. */
const multiplied = (shares: Float64Array, above: Float64Array): Float64Array =>
  shares.map((share, row) => (Number.isNaN(share) ? 0 : share) * above[row]!);

/** Value times actual weight; NaN where the parent is missing. */
function points(own: Float64Array, actual: Float64Array, parent: Float64Array): Float64Array {
  const out = new Float64Array(own.length);
  for (let row = 0; row < own.length; row++)
    out[row] = Number.isNaN(parent[row]!) ? NaN : own[row]! * actual[row]!;
  return out;
}
