/** The numbers behind an index, so that a reader can work it out again from its parts. */
import {
  isGroup,
  type Locale,
  type Scheme,
  type SchemeGroup,
  type SchemeNode,
  type ScoreResult,
} from '#lib/model/index.ts';

/** How a group is made of its children; other methods compare peers and have no formula a row. */
export type CheckMean =
  | { readonly kind: 'arithmetic' | 'geometric' | 'harmonic' }
  | { readonly kind: 'power'; readonly power: number };

interface CheckElement {
  readonly code: string;
  readonly name: string;
  /** Share among its siblings, all data present. */
  readonly weight: number;
  /** One a unit: the normalised or aggregated score; null where it takes no part. */
  readonly values: readonly (number | null)[];
}

export type CheckLeaf = CheckElement;
export interface CheckGroup extends CheckElement {
  readonly mean: CheckMean;
  readonly children: readonly CheckNode[];
}
export type CheckNode = CheckLeaf | CheckGroup;

export const isCheckGroup = (node: CheckNode): node is CheckGroup => 'children' in node;

export interface CheckUnit {
  readonly id: string;
  readonly name: string;
  /** Place shown; null for none. */
  readonly rank: number | null;
}

export interface IndexCheck {
  readonly units: readonly CheckUnit[];
  readonly root: CheckGroup;
  /** The units are all that the places were given among, so that places can be counted again. */
  readonly complete: boolean;
}

/** Powers next to 0 and 1 are the geometric and the arithmetic mean. */
function meanOf({ aggregate, power = 1 }: SchemeGroup): CheckMean | null {
  switch (aggregate) {
    case 'arithmetic':
    case 'geometric':
    case 'harmonic':
      return { kind: aggregate };
    case 'generalised':
      if (power === 1) return { kind: 'arithmetic' };
      return power === 0 ? { kind: 'geometric' } : { kind: 'power', power };
    default:
      return null;
  }
}

function nodeAt(node: SchemeNode, code: string): SchemeGroup | null {
  if (!isGroup(node)) return null;
  if (node.code === code) return node;
  for (const child of node.children) {
    const found = nodeAt(child, code);
    if (found) return found;
  }
  return null;
}

/**
 * The tree below `element` with the scores of the units in `period`; null where some group is not a
 * mean of its children, or a unit is not in the result: then nothing can be worked out by formulas.
 */
export function indexCheck(
  scheme: Pick<Scheme, 'index'>,
  result: ScoreResult,
  of: {
    readonly element: string;
    readonly period: string;
    readonly units: readonly CheckUnit[];
    readonly complete: boolean;
    readonly locale: Locale;
  },
): IndexCheck | null {
  const rowOf = new Map(
    result.rows.flatMap(({ unit, period }, row) => (period === of.period ? [[unit, row]] : [])),
  );
  const rows = of.units.map(({ id }) => rowOf.get(id));
  const top = nodeAt(scheme.index, of.element);
  if (!top || rows.includes(undefined)) return null;

  const copy = (node: SchemeNode): CheckNode | null => {
    const column = (isGroup(node) ? result.scores : result.normalised).get(node.code);
    const values = rows.map((row) => {
      const value = column?.[row ?? -1] ?? NaN;
      return Number.isNaN(value) ? null : value;
    });
    const weight = result.weights.get(node.code)?.share ?? NaN;
    const element = { code: node.code, name: node.name[of.locale], weight, values };
    if (Number.isNaN(weight)) return null;
    if (!isGroup(node)) return element;
    const mean = meanOf(node);
    const children = node.children.map(copy);
    if (!mean || children.includes(null)) return null;
    return { ...element, mean, children: children as CheckNode[] };
  };
  const root = copy(top);
  if (!root || !isCheckGroup(root)) return null;
  return { units: of.units, root, complete: of.complete };
}
