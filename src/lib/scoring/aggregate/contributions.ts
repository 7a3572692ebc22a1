import { columnsTogether } from '../structure/columns.ts';
import type { GroupElement, Hierarchy } from '../structure/hierarchy.ts';
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
  const { elements, groups } = hierarchy;
  const columns = elements.map(({ code }) => values.get(code)!);
  const scores = columns[0]!;
  const points = columnsTogether(elements.length, scores.length);
  const actual = columnsTogether(elements.length, scores.length);
  points[0]!.set(scores);
  markThere(actual[0]!, scores);
  const totals = new Float64Array(scores.length);
  const isThere = new Float64Array(scores.length);
  const isAdditive = elements.map((_, at) => at === 0);
  for (const at of groups) {
    const group = elements[at] as GroupElement;
    totals.fill(0);
    for (const child of group.children)
      addWhereThere(totals, columns[child]!, used.weights[child]!);
    markThere(isThere, columns[at]!);
    const adds = isAdditive[at]! && meanOf(group.node) === ARITHMETIC;
    for (const child of group.children) {
      const own = columns[child]!;
      const shares = used.favourable_shares.get(elements[child]!.code);
      if (shares) passOn(actual[child]!, shares, actual[at]!);
      else shareOut(actual[child]!, own, used.weights[child]!, totals, actual[at]!);
      if (adds) multiply(points[child]!, own, actual[child]!, isThere);
      else points[child]!.fill(NaN);
      isAdditive[child] = adds;
    }
  }
  const byCode = (of: readonly Float64Array[]) =>
    new Map(elements.map(({ code }, at) => [code, of[at]!]));
  return { contributions: byCode(points), actual_weights: byCode(actual) };
}

// One short function for every pass over the rows: that is what the engine compiles best. And no
// NaN as one of two cases of an assignment, which makes it twice as slow.

/** 1 where there is a value, NaN where there is none. */
function markThere(out: Float64Array, values: Float64Array): void {
  out.fill(1);
  for (let row = 0; row < out.length; row++) if (Number.isNaN(values[row]!)) out[row] = NaN;
}

function addWhereThere(totals: Float64Array, input: Float64Array, weight: number): void {
  for (let row = 0; row < input.length; row++)
    if (!Number.isNaN(input[row]!)) totals[row]! += weight;
}

/** Weight divided by that of the siblings that are there, times the parent's; 0 where missing. */
function shareOut(
  out: Float64Array,
  own: Float64Array,
  weight: number,
  totals: Float64Array,
  above: Float64Array,
): void {
  for (let row = 0; row < out.length; row++) {
    const isThere = !Number.isNaN(own[row]!) && totals[row]! > 0;
    out[row] = (isThere ? weight / totals[row]! : 0) * above[row]!;
  }
}

/** Share times the parent's actual weight; a share of 0 where there is none. */
function passOn(out: Float64Array, shares: Float64Array, above: Float64Array): void {
  for (let row = 0; row < out.length; row++)
    out[row] = (Number.isNaN(shares[row]!) ? 0 : shares[row]!) * above[row]!;
}

/** Value times actual weight; NaN where the value or the parent is missing. */
function multiply(
  out: Float64Array,
  own: Float64Array,
  actual: Float64Array,
  isThere: Float64Array,
): void {
  for (let row = 0; row < out.length; row++) out[row] = own[row]! * actual[row]! * isThere[row]!;
}
