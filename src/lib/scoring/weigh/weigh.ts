import type { SchemeGroup } from '#lib/model/index.ts';

/**
 * Weights of a group's children, in the scheme's order, on any non-negative scale (R70–R76).
 *
 * @param inputs the children's columns (normalised values or group scores), NaN for missing
 * @param open 1 for the rows that take part
 */
export function weighChildren(
  group: SchemeGroup,
  _inputs: readonly Float64Array[],
  _open: Uint8Array,
): Float64Array {
  return Float64Array.from(group.children, ({ weight }) => weight);
}
