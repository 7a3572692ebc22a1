import { isGroup } from '#lib/model/index.ts';
import type { Assumption, Design, Robustness, Scheme, SchemeGroup } from '#lib/model/index.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';

type Choice = Extract<Assumption, { alternatives: readonly unknown[] }>;

const isChoice = (assumption: Assumption): assumption is Choice => 'alternatives' in assumption;

/** Which of `count` equally likely options a coordinate in [0, 1) stands for. */
export const optionAt = (u: number, count: number): number => Math.floor(u * count);

/**
 * What the point `u` chooses for each assumption (R93): 0 for the scheme's own, i for the i-th
 * alternative; 0 for assumptions that choose nothing.
 */
export const choicesAt = (robustness: Robustness, { factors }: Design, u: Float64Array): number[] =>
  robustness.assumptions.map((assumption, i) =>
    isChoice(assumption) ? optionAt(u[factors[i]!.from]!, assumption.alternatives.length + 1) : 0,
  );

/**
 * The scheme with the chosen alternatives in place of its own options (R93). What an indicator
 * says for itself stays. Of several ranges an aggregation's counts, for its mean cannot do without.
 */
export function chosenScheme(
  scheme: Scheme,
  robustness: Robustness,
  choices: readonly number[],
): Scheme {
  const { assumptions } = robustness;
  const chosen = [...assumptions.keys()].filter((i) => choices[i]! > 0);
  const others = chosen.filter((i) => assumptions[i]!.kind !== 'aggregate');
  const aggregates = chosen.filter((i) => assumptions[i]!.kind === 'aggregate');
  return [...others, ...aggregates].reduce(
    (changed, i) => withAlternative(changed, assumptions[i]! as Choice, choices[i]! - 1),
    scheme,
  );
}

function withAlternative(scheme: Scheme, assumption: Choice, at: number): Scheme {
  switch (assumption.kind) {
    case 'normalise': {
      const { spec, range = scheme.normalise.range } = assumption.alternatives[at]!;
      return { ...scheme, normalise: { ...scheme.normalise, default: spec, range } };
    }
    case 'aggregate': {
      const {
        method: aggregate,
        power,
        range = scheme.normalise.range,
      } = assumption.alternatives[at]!;
      const change = { aggregate, ...(power !== undefined && { power }) };
      const { levels: only } = assumption;
      const levels = only && levelsOf(scheme);
      const index = mapGroups(scheme.index, (group) =>
        !levels || only.includes(levels.get(group.code)!) ? { ...group, ...change } : group,
      );
      return { ...scheme, index, normalise: { ...scheme.normalise, range } };
    }
    case 'impute':
      return { ...scheme, impute: assumption.alternatives[at]! };
    case 'treat':
      return { ...scheme, treat: assumption.alternatives[at]! };
  }
}

const levelsOf = (scheme: Scheme): ReadonlyMap<string, number> =>
  new Map(hierarchyOf(scheme).elements.map(({ code, level }) => [code, level]));

/** The tree with every group changed, from the leaves up. */
export const mapGroups = (
  group: SchemeGroup,
  change: (group: SchemeGroup) => SchemeGroup,
): SchemeGroup =>
  change({
    ...group,
    children: group.children.map((child) => (isGroup(child) ? mapGroups(child, change) : child)),
  });
