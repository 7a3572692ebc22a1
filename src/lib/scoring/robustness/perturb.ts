import { isGroup } from '#lib/model/index.ts';
import type { Robustness, Scheme, SchemeNode, UnitTable, Weighing } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { choicesAt, chosenScheme } from './choose.ts';
import { designIn } from './design.ts';
import { moveWeights } from './move-weights.ts';

/** Whether a group takes its children's weights from somewhere else than the children. */
export const isDerived = ({ elements }: Hierarchy): boolean =>
  elements.some(({ node }) => isGroup(node) && (node.weigh?.method ?? 'given') !== 'given');

/**
 * The weights that a replicate's moves start from, in the order of the hierarchy (R91): those that
 * the scheme's groups have before anything is moved, written or derived from the data.
 *
 * @param weighings of the groups that derive them; the others' are as written
 */
export function startingWeights(
  { elements }: Hierarchy,
  weighings: readonly Weighing[],
): Float64Array {
  const weights = new Float64Array(elements.map(({ node }) => node.weight));
  const byGroup = new Map(weighings.map((weighing) => [weighing.group, weighing]));
  for (const element of elements) {
    const weighing = byGroup.get(element.code);
    if (element.kind === 'group' && weighing)
      for (const [i, child] of element.children.entries()) weights[child] = weighing.weights[i]!;
  }
  return weights;
}

/**
 * The scheme with weights as given, in the order of the hierarchy, whatever they were derived from.
 * Only groups whose weights could not be derived stay as they are, for they have no scores.
 */
export function withWeights(
  scheme: Scheme,
  weights: Float64Array,
  weighings: readonly Weighing[],
): Scheme {
  const stays = new Set(weighings.filter(({ problem }) => problem).map(({ group }) => group));
  let at = 0;
  const visit = <N extends SchemeNode>(node: N): N => {
    const weight = weights[at++]!;
    if (!isGroup(node)) return { ...node, weight };
    const children = node.children.map(visit);
    if (stays.has(node.code)) return { ...node, weight, children };
    return { ...node, weight, children, weigh: { method: 'given' } };
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
  // Choices change no weight and no place in the tree: it is laid flat once.
  const hierarchy = hierarchyOf(scheme);
  const design = designIn(hierarchy, robustness);
  const chosen = chosenScheme(scheme, robustness, choicesAt(robustness, design, u));
  const weighings = isDerived(hierarchy) ? score(table, chosen).weighings : [];
  const weights = startingWeights(hierarchy, weighings);
  moveWeights(hierarchy, robustness, design)(u, weights);
  return withWeights(chosen, weights, weighings);
}
