import { isGroup } from '#lib/model/index.ts';
import type { Scheme, SchemeGroup, SchemeIndicator, SchemeNode } from '#lib/model/index.ts';

interface ElementBase {
  readonly code: string;
  /** Position of the parent in `Hierarchy.elements`, -1 for the index. */
  readonly parent: number;
  /** 0 for the index, growing towards the indicators. */
  readonly depth: number;
  /** 1 for indicators, one more than the highest child for groups. */
  readonly level: number;
}

export interface IndicatorElement extends ElementBase {
  readonly kind: 'indicator';
  readonly node: SchemeIndicator;
}

export interface GroupElement extends ElementBase {
  readonly kind: 'group';
  readonly node: SchemeGroup;
  /** Positions of the direct children, in the scheme's order. */
  readonly children: readonly number[];
}

export type Element = IndicatorElement | GroupElement;

/** The tree of a scheme laid flat: the index first, every parent before its children. */
export interface Hierarchy {
  readonly elements: readonly Element[];
  /** Positions of the indicators, in the scheme's order. */
  readonly indicators: readonly number[];
  /** Positions of the groups, the index first; read it backwards to go from the leaves up. */
  readonly groups: readonly number[];
}

/** Nodes of the tree with their JSON path, parents before children, in the scheme's order. */
export function* walk(
  node: SchemeNode,
  path = '/index',
): Generator<{ readonly node: SchemeNode; readonly path: string }> {
  yield { node, path };
  if (!isGroup(node)) return;
  for (const [i, child] of node.children.entries()) yield* walk(child, `${path}/children/${i}`);
}

/** Lays the scheme's tree flat. Expects a scheme that `checkScheme` finds nothing wrong with. */
export function hierarchyOf(scheme: Pick<Scheme, 'index'>): Hierarchy {
  const elements: Element[] = [];
  const indicators: number[] = [];
  const groups: number[] = [];
  visit(scheme.index, -1, 0, { elements, indicators, groups });
  return { elements, indicators, groups };
}

/** Appends a node and all below it; returns its level, which only those tell. */
function visit(
  node: SchemeNode,
  parent: number,
  depth: number,
  laid: { elements: Element[]; indicators: number[]; groups: number[] },
): number {
  const { elements } = laid;
  const at = elements.length;
  const { code } = node;
  if (!isGroup(node)) {
    laid.indicators.push(at);
    elements.push({ code, parent, depth, level: 1, kind: 'indicator', node });
    return 1;
  }
  laid.groups.push(at);
  const children: number[] = [];
  const group = { code, parent, depth, level: 1, kind: 'group' as const, node, children };
  elements.push(group);
  let below = 0;
  for (const child of node.children) {
    children.push(elements.length);
    below = Math.max(below, visit(child, at, depth + 1, laid));
  }
  return (group.level = below + 1);
}
