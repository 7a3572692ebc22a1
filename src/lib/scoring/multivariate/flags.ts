import type { StructureFlag } from '#lib/model/index.ts';
import type { Element, Hierarchy } from '../structure/hierarchy.ts';

/** Pearson correlations from which something is worth a look; METHOD.md R84. */
export const FLAG_THRESHOLDS = {
  /** Siblings above it, in either direction, say the same. */
  redundant: 0.92,
  /** Siblings below it run against each other. */
  opposed_siblings: -0.3,
  /** An element below it runs against a group above it. */
  opposed_to_group: 0,
  /** A child below it leaves no trace in its group. */
  weak_in_group: 0.3,
  /** An element that is ahead of the second by more dominates. */
  dominant: 0.2,
} as const;
export type FlagThresholds = { readonly [K in keyof typeof FLAG_THRESHOLDS]: number };

/** With two elements one is always ahead. */
const FEWEST_TO_DOMINATE = 3;

/**
 * What stands out in the correlations (R84), group by group from the index down. A correlation that
 * does not exist (NaN) flags nothing.
 *
 * @param r Pearson correlation of two elements by code
 */
export function flagsOf(
  { elements, groups, indicators }: Hierarchy,
  r: (a: string, b: string) => number,
  thresholds: FlagThresholds = FLAG_THRESHOLDS,
): StructureFlag[] {
  const codes = (positions: readonly number[]) => positions.map((at) => elements[at]!.code);
  const flags = groups.flatMap((at): StructureFlag[] => {
    const group = elements[at]!;
    if (group.kind !== 'group') return [];
    const children = codes(group.children);
    return [
      ...siblingFlags(group.code, children, r, thresholds),
      ...children.flatMap((child) => memberFlags(group.code, child, r, thresholds)),
      ...dominantFlags(group.code, children, r, thresholds),
    ];
  });
  const index = elements[0]!;
  // Where the children of the index are its indicators they have been looked at already.
  const isFlat = indicators.every((at) => elements[at]!.parent === 0);
  return [
    ...flags,
    ...remoteFlags(elements, r, thresholds),
    ...(isFlat ? [] : dominantFlags(index.code, codes(indicators), r, thresholds)),
  ];
}

type Correlate = (a: string, b: string) => number;

function siblingFlags(
  group: string,
  children: readonly string[],
  r: Correlate,
  { redundant, opposed_siblings }: FlagThresholds,
): StructureFlag[] {
  return children.flatMap((a, i) =>
    children.slice(i + 1).flatMap((b): StructureFlag[] => {
      const of = { group, elements: [a, b], r: r(a, b) } as const;
      return [
        ...(Math.abs(of.r) > redundant ? [{ kind: 'redundant', ...of } as const] : []),
        ...(of.r < opposed_siblings ? [{ kind: 'opposed_siblings', ...of } as const] : []),
      ];
    }),
  );
}

function memberFlags(
  group: string,
  element: string,
  r: Correlate,
  { opposed_to_group, weak_in_group }: FlagThresholds,
): StructureFlag[] {
  const of = { group, element, r: r(element, group) };
  if (of.r < opposed_to_group) return [{ kind: 'opposed_to_group', ...of }];
  return of.r < weak_in_group ? [{ kind: 'weak_in_group', ...of }] : [];
}

/** Elements against their groups from the grandparent up; parents are `memberFlags`' affair. */
function remoteFlags(
  elements: readonly Element[],
  r: Correlate,
  { opposed_to_group }: FlagThresholds,
): StructureFlag[] {
  return elements.flatMap(({ code, parent }) => {
    const flags: StructureFlag[] = [];
    for (let at = elements[parent]?.parent ?? -1; at >= 0; at = elements[at]!.parent) {
      const group = elements[at]!.code;
      const with_ = r(code, group);
      if (with_ < opposed_to_group)
        flags.push({ kind: 'opposed_to_group', group, element: code, r: with_ });
    }
    return flags;
  });
}

function dominantFlags(
  group: string,
  members: readonly string[],
  r: Correlate,
  { dominant }: FlagThresholds,
): StructureFlag[] {
  if (members.length < FEWEST_TO_DOMINATE) return [];
  const [first, second] = members
    .map((element) => ({ element, r: r(element, group) }))
    .filter((member) => !Number.isNaN(member.r))
    .sort((a, b) => b.r - a.r);
  return first && second && first.r - second.r > dominant
    ? [{ kind: 'dominant', group, ...first, next: second.r }]
    : [];
}
