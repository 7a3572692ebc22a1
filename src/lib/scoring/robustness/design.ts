import type { Assumption, Design, LocalText, Robustness, Scheme } from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';

/** Positions in `Hierarchy.elements` whose weights an assumption moves, one coordinate each. */
export function movedElements(
  { elements }: Hierarchy,
  levels: readonly number[] | undefined,
): number[] {
  return [...elements.keys()]
    .filter((at) => at > 0 && (levels?.includes(elements[at]!.level) ?? true))
    .sort((a, b) => elements[a]!.level - elements[b]!.level || a - b);
}

const coordinatesOf = (hierarchy: Hierarchy, assumption: Assumption): number =>
  assumption.kind === 'weights' || assumption.kind === 'dirichlet'
    ? movedElements(hierarchy, assumption.levels).length
    : 1;

const NAMES: { readonly [K in Assumption['kind']]: LocalText } = {
  weights: { zh: '权重', en: 'weights' },
  dirichlet: { zh: '权重（狄利克雷）', en: 'weights (Dirichlet)' },
  normalise: { zh: '归一化方法', en: 'normalisation' },
  aggregate: { zh: '合成方法', en: 'aggregation' },
  impute: { zh: '缺失值插补', en: 'imputation' },
  treat: { zh: '异常值处理', en: 'outlier treatment' },
  leave_out: { zh: '去掉一个元素', en: 'one element left out' },
};

/**
 * The space that replicates are drawn from (R90): one coordinate for every weight that an assumption
 * moves (by level, then in the scheme's order), one for every choice.
 */
export const designOf = (scheme: Pick<Scheme, 'index'>, robustness: Robustness): Design =>
  designIn(hierarchyOf(scheme), robustness);

/** The same of a scheme that is laid flat already. */
export function designIn(hierarchy: Hierarchy, robustness: Robustness): Design {
  let dimensions = 0;
  const factors = robustness.assumptions.map((assumption) => {
    const from = dimensions;
    dimensions += coordinatesOf(hierarchy, assumption);
    const { kind, name = NAMES[kind] } = assumption;
    return { name, kind, from, to: dimensions };
  });
  return { dimensions, factors };
}
