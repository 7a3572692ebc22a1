import type { RankStatus, Scheme, UnitRow } from '#lib/model/index.ts';
import type { Availability } from './availability.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';

const RANKED: RankStatus = { kind: 'ranked' };
const NO_DATA: RankStatus = { kind: 'no_data' };
const EXCLUDED: RankStatus = { kind: 'excluded' };

/**
 * Applies the missing-data rule to every row (R5–R9): `ranked` for those that go on, else the
 * reason. Thresholds leave out what is strictly below them.
 *
 * @param values indicator columns, NaN for missing
 */
export function screen(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  availability: Availability,
  missing: Scheme['missing'],
  rows: readonly UnitRow[],
): RankStatus[] {
  const included = new Set(missing.force?.include);
  const excluded = new Set(missing.force?.exclude);
  const nonzero = missing.min_nonzero ? nonzeroShares(values, rows.length) : null;
  const required = missing.min_availability;
  const dimensions = missing.require_all_dimensions ? dimensionsOf(hierarchy, availability) : [];

  const byThresholds = (row: number): RankStatus => {
    const share = availability.share[row]!;
    if (share < required) return { kind: 'low_availability', availability: share, required };
    if (nonzero && nonzero[row]! < missing.min_nonzero!)
      return { kind: 'low_nonzero', nonzero: nonzero[row]!, required: missing.min_nonzero! };
    if (!dimensions.some(({ present }) => present[row] === 0)) return RANKED;
    const without = dimensions.filter(({ present }) => present[row] === 0);
    return { kind: 'dimension_missing', dimensions: without.map(({ code }) => code) };
  };

  return rows.map(({ unit }, row) => {
    if (excluded.has(unit)) return EXCLUDED;
    if (availability.share[row] === 0) return NO_DATA;
    return included.has(unit) ? RANKED : byThresholds(row);
  });
}

/** Per row, the share of the available values that are not zero; NaN where none is available. */
function nonzeroShares(values: ReadonlyMap<string, Float64Array>, n: number): Float64Array {
  const available = new Float64Array(n);
  const zeros = new Float64Array(n);
  for (const column of values.values())
    for (let row = 0; row < n; row++) {
      if (!Number.isNaN(column[row]!)) available[row]!++;
      if (column[row] === 0) zeros[row]!++;
    }
  return available.map((count, row) => (count - zeros[row]!) / count);
}

interface Dimension {
  readonly code: string;
  /** 1 where it is available. */
  readonly present: Uint8Array;
}

/** Direct children of the index, in the scheme's order. */
function dimensionsOf({ elements }: Hierarchy, { present }: Availability): readonly Dimension[] {
  const index = elements[0];
  if (index?.kind !== 'group') return [];
  return index.children.map((child) => {
    const { code } = elements[child]!;
    return { code, present: present.get(code)! };
  });
}
