import type { SchemeGroup, Weighing } from '#lib/model/index.ts';

/**
 * Weights of a group's children (R70–R76), with what they rest on.
 *
 * When `problem` is not null the weights are NaN: the group has no scores and its ancestors are not
 * computable (R35), reason and issue `weights_not_derivable`. Nothing else is put in their place.
 *
 * @param inputs the children's columns (normalised values or group scores), NaN for missing
 * @param open 1 for the rows that take part
 */
export function weighChildren(
  group: SchemeGroup,
  _inputs: readonly Float64Array[],
  _open: Uint8Array,
): Weighing {
  return {
    group: group.code,
    method: 'given',
    weights: Float64Array.from(group.children, ({ weight }) => weight),
    problem: null,
    n: null,
  };
}
