import type { RankStatus, Scheme } from '#lib/model/index.ts';
import type { Availability } from './availability.ts';
import type { Hierarchy } from './hierarchy.ts';

const RANKED: RankStatus = { kind: 'ranked' };
const NO_DATA: RankStatus = { kind: 'no_data' };

/** Direct children of the index that are not available in the row, in the scheme's order. */
function missingDimensions(
  hierarchy: Hierarchy,
  availability: Availability,
  row: number,
): readonly string[] {
  const index = hierarchy.elements[0];
  if (index?.kind !== 'group') return [];
  return index.children
    .map((child) => hierarchy.elements[child]!.code)
    .filter((code) => availability.present.get(code)![row] === 0);
}

/**
 * Applies the missing-data rule to every row (R5, R6): `ranked` for those that go on, else the
 * reason. A unit is left out when its availability is strictly below the threshold.
 */
export function screen(
  hierarchy: Hierarchy,
  availability: Availability,
  missing: Scheme['missing'],
): RankStatus[] {
  return Array.from(availability.share, (share, row): RankStatus => {
    if (share === 0) return NO_DATA;
    const required = missing.min_availability;
    if (share < required) return { kind: 'low_availability', availability: share, required };
    if (!missing.require_all_dimensions) return RANKED;
    const dimensions = missingDimensions(hierarchy, availability, row);
    return dimensions.length > 0 ? { kind: 'dimension_missing', dimensions } : RANKED;
  });
}
