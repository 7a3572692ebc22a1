import type { ElementWeight } from '#lib/model/index.ts';
import { PreciseSum } from '../statistics/precise-sum.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';

/**
 * Nominal, sibling and effective weight of every element (R30, R31), the index first. The
 * effective weight is the share among the siblings times the parent's effective weight, starting
 * from 1 at the index; those of the indicators add up to 1.
 *
 * @param used the weights that the groups were computed with, by position in the hierarchy; NaN
 *   where they could not be had, which makes shares and effective weights NaN
 */
export function weightsOf(hierarchy: Hierarchy, used: Float64Array): Map<string, ElementWeight> {
  const weights = new Map<string, ElementWeight>();
  const siblings = (parent: number): number => {
    const group = hierarchy.elements[parent]!;
    if (group.kind !== 'group') return NaN;
    const sum = new PreciseSum();
    for (const child of group.children) sum.add(used[child]!);
    return sum.value;
  };
  const totals = new Map(hierarchy.groups.map((at) => [at, siblings(at)]));
  for (const [at, { code, node, parent, level }] of hierarchy.elements.entries()) {
    const above = hierarchy.elements[parent];
    const share = above ? used[at]! / totals.get(parent)! : 1;
    const effective = above ? share * weights.get(above.code)!.effective : 1;
    const nominal = node.weight;
    weights.set(code, { code, parent: above?.code ?? null, level, nominal, share, effective });
  }
  return weights;
}
