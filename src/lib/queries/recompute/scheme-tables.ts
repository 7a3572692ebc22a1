import { isGroup } from '#lib/model/index.ts';
import type {
  NormaliseSpec,
  Scheme,
  SchemeGroup,
  SchemeIndicator,
  SchemeNode,
} from '#lib/model/index.ts';
import { tableStep } from './sql.ts';
import type { Sql } from './sql.ts';

/** The scheme as small tables, which the steps of the statement join. */

interface Placed<Node> {
  readonly node: Node;
  /** Code of the parent, '' for the index. */
  readonly parent: string;
  /** 0 for the index. */
  readonly depth: number;
  readonly weight: number;
}

export interface SchemeTree {
  readonly indicators: readonly Placed<SchemeIndicator>[];
  /** The index first, parents before children. */
  readonly groups: readonly Placed<SchemeGroup>[];
  readonly elements: readonly Placed<SchemeNode>[];
}

/** Every element of the scheme with its parent and the weight it has there. */
export function treeOf(scheme: Pick<Scheme, 'index'>): SchemeTree {
  const indicators: Placed<SchemeIndicator>[] = [];
  const groups: Placed<SchemeGroup>[] = [];
  const visit = (node: SchemeNode, parent: string, depth: number, weight: number): void => {
    const place = { parent, depth, weight };
    if (!isGroup(node)) {
      indicators.push({ node, ...place });
      return;
    }
    groups.push({ node, ...place });
    const isEqual = node.weigh?.method === 'equal';
    for (const child of node.children)
      visit(child, node.code, depth + 1, isEqual ? 1 : child.weight);
  };
  visit(scheme.index, '', 0, 1);
  return { indicators, groups, elements: [...groups, ...indicators] };
}

/** The steps `indicator_spec`, `element`, `group_spec` and `forced`. */
export function schemeTables(scheme: Scheme, tree: SchemeTree): Sql[] {
  const { force } = scheme.missing;
  return [
    tableStep(
      'indicator_spec',
      {
        code: 'varchar',
        source: 'varchar',
        denominator: 'varchar',
        scale_factor: 'double precision',
        direction: 'double precision',
        method: 'varchar',
        low: 'double precision',
        high: 'double precision',
        logarithmic: 'double precision',
        cut: 'double precision',
        centre: 'double precision',
        width: 'double precision',
        ties: 'varchar',
      },
      tree.indicators.map(({ node }) => [
        node.code,
        node.column ?? node.code,
        node.denominator ?? null,
        node.scale_factor ?? 1,
        node.direction,
        ...methodCells(node.normalise ?? scheme.normalise.default),
      ]),
    ),
    tableStep(
      'element',
      { code: 'varchar', parent: 'varchar', weight: 'double precision' },
      tree.elements.map(({ node, parent, weight }) => [node.code, parent, weight]),
    ),
    tableStep(
      'group_spec',
      {
        code: 'varchar',
        depth: 'double precision',
        mean: 'varchar',
        children: 'double precision',
        min_availability: 'double precision',
      },
      tree.groups.map(({ node, depth }) => [
        node.code,
        depth,
        node.aggregate,
        node.children.length,
        node.min_availability ?? 0,
      ]),
    ),
    tableStep('forced', { unit: 'varchar', way: 'varchar' }, [
      ...(force?.exclude ?? []).map((unit) => [unit, 'exclude']),
      ...(force?.include ?? []).map((unit) => [unit, 'include']),
    ]),
  ];
}

/** method, low, high, logarithmic, cut, centre, width, ties; `cut` ends shares at 0 and 1. */
function methodCells(spec: NormaliseSpec): (string | number | null)[] {
  switch (spec.method) {
    case 'goalposts':
      return cells(spec.method, {
        low: spec.low,
        high: spec.high,
        logarithmic: Number(spec.log10 ?? false),
        cut: Number(spec.truncate ?? true),
      });
    case 'scaled':
      return cells('goalposts', { low: spec.low, high: spec.high });
    case 'target':
      return cells(spec.method, { high: spec.target, cut: Number(spec.cap ?? true) });
    case 'zscore':
      return cells(spec.method, { centre: spec.mean ?? 0, width: spec.sd ?? 1 });
    case 'rank':
    case 'borda':
    case 'percentile_rank':
      return cells(spec.method, { ties: spec.ties ?? 'lowest' });
    default:
      return cells(spec.method, {});
  }
}

interface MethodOptions {
  readonly low?: number;
  readonly high?: number;
  readonly logarithmic?: number;
  readonly cut?: number;
  readonly centre?: number;
  readonly width?: number;
  readonly ties?: string;
}

const cells = (
  method: string,
  { low, high, logarithmic = 0, cut = 0, centre, width, ties }: MethodOptions,
) => [
  method,
  low ?? null,
  high ?? null,
  logarithmic,
  cut,
  centre ?? null,
  width ?? null,
  ties ?? null,
];
