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

const levelOf = (node: SchemeNode): number =>
  isGroup(node) ? 1 + Math.max(0, ...node.children.map(levelOf)) : 1;

/** Lays the scheme's tree flat. Expects a scheme that `checkScheme` finds nothing wrong with. */
export function hierarchyOf(scheme: Pick<Scheme, 'index'>): Hierarchy {
  const elements: Element[] = [];
  const visit = (node: SchemeNode, parent: number, depth: number): number => {
    const at = elements.length;
    const base = { code: node.code, parent, depth, level: levelOf(node) };
    if (!isGroup(node)) {
      elements.push({ ...base, kind: 'indicator', node });
      return at;
    }
    const children: number[] = [];
    elements.push({ ...base, kind: 'group', node, children });
    for (const child of node.children) children.push(visit(child, at, depth + 1));
    return at;
  };
  visit(scheme.index, -1, 0);
  const positions = (kind: Element['kind']) =>
    [...elements.keys()].filter((at) => elements[at]?.kind === kind);
  return { elements, indicators: positions('indicator'), groups: positions('group') };
}
