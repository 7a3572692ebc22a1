import type { Design, Robustness } from '#lib/model/index.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { optionAt } from './choose.ts';
import { movedElements } from './design.ts';
import { logGammaQuantile } from './gamma.ts';

/**
 * Writes the weights at the point `u` to `weights`, which holds the weights to start from: one an
 * element, in the order of the hierarchy.
 */
export type MoveWeights = (u: Float64Array, weights: Float64Array) => void;

/**
 * What the assumptions do to the weights: noise (R91) and Dirichlet draws (R92) in their order, then
 * what is left out weighs nothing (R94).
 */
export function moveWeights(
  hierarchy: Hierarchy,
  { assumptions }: Robustness,
  { factors }: Design,
): MoveWeights {
  const moves: MoveWeights[] = [];
  const omissions: MoveWeights[] = [];
  for (const [i, assumption] of assumptions.entries()) {
    const { from } = factors[i]!;
    if (assumption.kind === 'weights')
      moves.push(noise(movedElements(hierarchy, assumption.levels), assumption.noise, from));
    if (assumption.kind === 'dirichlet')
      moves.push(dirichlet(hierarchy, assumption.levels, assumption.concentration, from));
    if (assumption.kind === 'leave_out')
      omissions.push(leaveOut(candidates(hierarchy, assumption.of), from));
  }
  const all = [...moves, ...omissions];
  return (u, weights) => {
    for (let i = 0; i < all.length; i++) all[i]!(u, weights);
  };
}

/** R91: w' = w + (2u - 1) · noise · w. */
function noise(elements: readonly number[], size: number, from: number): MoveWeights {
  return (u, weights) => {
    for (let i = 0; i < elements.length; i++) {
      const w = weights[elements[i]!]!;
      weights[elements[i]!] = w + (2 * u[from + i]! - 1) * size * w;
    }
  };
}

/**
 * No share is less than this of the greatest among its siblings. Small concentrations draw shares
 * that a double cannot hold, and the last child that is there must still be able to stand for its
 * siblings (R32).
 */
const LEAST_SHARE = 2 ** -200;

/** The point 0 of the hypercube would make all of a group's shares 0. */
const LEAST = 2 ** -54;

/**
 * R92: the shares of siblings are Dirichlet(concentration · share), as gamma variates with those
 * shapes divided by their sum. Siblings at other levels keep their shares. Logarithms, since
 * variates of small shapes are too small for a double.
 */
function dirichlet(
  hierarchy: Hierarchy,
  levels: readonly number[] | undefined,
  concentration: number,
  from: number,
): MoveWeights {
  const moved = movedElements(hierarchy, levels);
  const coordinate = new Map(moved.map((at, i) => [at, from + i]));
  const families = hierarchy.groups.flatMap((at) => {
    const group = hierarchy.elements[at]!;
    const children = group.kind === 'group' ? group.children : [];
    const drawn = children.filter((child) => coordinate.has(child));
    return drawn.length > 0 ? [{ children, drawn: Int32Array.from(drawn) }] : [];
  });
  const logs = new Float64Array(hierarchy.elements.length);
  return (u, weights) => {
    for (const { children, drawn } of families) {
      let total = 0;
      for (const child of children) total += weights[child]!;
      if (!(total > 0)) continue;
      let together = 0;
      let greatest = -Infinity;
      for (const child of drawn) {
        const share = weights[child]! / total;
        together += share;
        const at = Math.max(u[coordinate.get(child)!]!, LEAST);
        logs[child] = share > 0 ? logGammaQuantile(concentration * share, at) : -Infinity;
        greatest = Math.max(greatest, logs[child]);
      }
      if (together === 0) continue;
      let sum = 0;
      for (const child of drawn) {
        const isDrawn = logs[child]! > -Infinity;
        logs[child] = isDrawn ? Math.max(LEAST_SHARE, Math.exp(logs[child]! - greatest)) : 0;
        sum += logs[child];
      }
      for (const child of children)
        weights[child] = coordinate.has(child)
          ? (together * logs[child]!) / sum
          : weights[child]! / total;
    }
  };
}

/** What may be left out (R94): every indicator, or the direct children of the index. */
function candidates({ elements, indicators }: Hierarchy, of: 'indicators' | 'dimensions') {
  const [index] = elements;
  return of === 'indicators' || index?.kind !== 'group' ? indicators : index.children;
}

function leaveOut(elements: readonly number[], coordinate: number): MoveWeights {
  return (u, weights) => {
    const option = optionAt(u[coordinate]!, elements.length + 1);
    if (option > 0) weights[elements[option - 1]!] = 0;
  };
}
