import { isGroup } from '#lib/model/index.ts';
import type { Robustness, Scheme, SchemeNode, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { choicesAt, chosenScheme } from './choose.ts';
import { designOf } from './design.ts';
import { moveWeights } from './move-weights.ts';

/**
 * The weights that a replicate's moves start from, in the order of the hierarchy (R91): those written
 * in the scheme, or the shares that were derived from the data.
 */
export function startingWeights(hierarchy: Hierarchy, scheme: Scheme, table: UnitTable) {
  const { elements } = hierarchy;
  const isDerived = elements.map((element) => {
    const parent = elements[element.parent];
    return parent?.kind === 'group' && (parent.node.weigh?.method ?? 'given') !== 'given';
  });
  const derived = isDerived.includes(true) ? score(table, scheme).weights : null;
  return Float64Array.from(elements, ({ code, node }, at) =>
    isDerived[at] ? derived!.get(code)!.share : node.weight,
  );
}

/** The scheme with weights as given, in the order of the hierarchy, whatever they were made of. */
export function withWeights(scheme: Scheme, weights: Float64Array): Scheme {
  let at = 0;
  const visit = <N extends SchemeNode>(node: N): N => {
    const changed = { ...node, weight: weights[at++]! };
    if (!isGroup(changed)) return changed;
    return { ...changed, weigh: { method: 'given' }, children: changed.children.map(visit) };
  };
  return { ...scheme, index: visit(scheme.index) };
}

/**
 * The scheme of the replicate at the point `u` of the design: what a replicate means. Scoring it is
 * the plain, slow way to what `Simulation.run` computes.
 */
export function perturbedScheme(
  table: UnitTable,
  scheme: Scheme,
  robustness: Robustness,
  u: Float64Array,
): Scheme {
  const design = designOf(scheme, robustness);
  const chosen = chosenScheme(scheme, robustness, choicesAt(robustness, design, u));
  const hierarchy = hierarchyOf(chosen);
  const weights = startingWeights(hierarchy, chosen, table);
  moveWeights(hierarchy, robustness, design)(u, weights);
  return withWeights(chosen, weights);
}
