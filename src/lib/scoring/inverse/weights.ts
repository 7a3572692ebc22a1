import { isGroup } from '#lib/model/index.ts';
import type {
  Scheme,
  SchemeGroup,
  SchemeNode,
  WeightBox,
  WeightRefusal,
} from '#lib/model/index.ts';
import { walk } from '../structure/hierarchy.ts';
import { isFromData, weighChildren } from '../weigh/weigh.ts';

/** ± `relative` of every weight, or bounds by code (who is not named stays fixed). */
export type BoxOption = { readonly relative: number } | WeightBox;

/** The group of a scheme with this code. Throws a RangeError when there is none. */
export function groupOf(scheme: Pick<Scheme, 'index'>, code: string): SchemeGroup {
  for (const { node } of walk(scheme.index)) if (node.code === code && isGroup(node)) return node;
  throw new RangeError(`The scheme has no group ${code}.`);
}

/**
 * Weights of a group's children that do not depend on the data, in the scheme's order: as written, 1
 * each when they are equal by decree, or what experts' budgets or comparisons come to (R72, R73). A
 * refusal where they are worked out from the data (R110).
 */
export function givenWeights(group: SchemeGroup): Float64Array | WeightRefusal {
  const { weigh = { method: 'given' } } = group;
  if (weigh.method === 'equal') return new Float64Array(group.children.length).fill(1);
  const { weights, problem } = isFromData(weigh)
    ? { weights: [], problem: weigh.method }
    : weighChildren(group, [], new Uint8Array(0));
  return problem === null
    ? Float64Array.from(weights)
    : { kind: 'derived_weights', element: group.code };
}

/**
 * The box in which the weights of a group's children may move (R110): their `weight_range`, or what
 * the option says. Throws a RangeError for an option that is no box: an unknown code, bounds that
 * are not finite, negative or crossed, or none positive.
 */
export function boxOf(group: SchemeGroup, weights: Float64Array, option?: BoxOption): WeightBox {
  const isWritten = (group.weigh?.method ?? 'given') === 'given';
  const own = ({ weight_range }: SchemeNode, w: number): readonly [number, number] => {
    if (!option) return (isWritten && weight_range) || [w, w];
    if ('relative' in option)
      return [w * Math.max(0, 1 - option.relative), w * (1 + option.relative)];
    return [w, w];
  };
  const box = new Map(group.children.map((child, i) => [child.code, own(child, weights[i]!)]));
  if (option && !('relative' in option))
    for (const [code, bounds] of option) {
      if (!box.has(code)) throw new RangeError(`${group.code} has no child ${code}.`);
      box.set(code, bounds);
    }
  const isBounds = ([low, high]: readonly [number, number]) =>
    low >= 0 && low <= high && high < Infinity;
  const all = [...box.values()];
  if (!all.every(isBounds) || all.every(([, high]) => high === 0))
    throw new RangeError(`No box of weights: ${JSON.stringify([...box])}.`);
  return box;
}

/** The scheme with these weights at the children of a group, to be taken as given. */
export function withWeights(
  scheme: Scheme,
  of: string,
  weights: ReadonlyMap<string, number>,
): Scheme {
  const visit = (group: SchemeGroup): SchemeGroup => {
    const { weigh, ...rest } = group;
    const isMeant = group.code === of;
    return {
      ...(isMeant || !weigh ? rest : group),
      children: group.children.map((child): SchemeNode => {
        const node = isGroup(child) ? visit(child) : child;
        return isMeant ? { ...node, weight: weights.get(node.code) ?? node.weight } : node;
      }),
    };
  };
  return { ...scheme, index: visit(scheme.index) };
}
