import type { Hierarchy } from '../structure/hierarchy.ts';

export interface Availability {
  /** 1 where the element's data are there, else 0: cells of indicators, and groups (R4, R36). */
  readonly present: ReadonlyMap<string, Uint8Array>;
  /** Available indicators divided by all indicators of the scheme, unweighted (R4). */
  readonly share: Float64Array;
}

/**
 * What is there to compute with. A group is available when it has an available child and at least
 * `min_availability` of its direct children are, counted without weights.
 *
 * @param values indicator columns of `n` rows, NaN for missing
 */
export function availabilityOf(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  n: number,
): Availability {
  const present = new Map<string, Uint8Array>();
  const share = new Float64Array(n);
  for (const at of hierarchy.indicators) {
    const { code } = hierarchy.elements[at]!;
    const column = values.get(code)!;
    const cells = new Uint8Array(n);
    for (let row = 0; row < n; row++) {
      if (Number.isNaN(column[row]!)) continue;
      cells[row] = 1;
      share[row]!++;
    }
    present.set(code, cells);
  }
  for (let row = 0; row < n; row++) share[row]! /= hierarchy.indicators.length;
  for (const at of [...hierarchy.groups].reverse()) {
    const group = hierarchy.elements[at]!;
    if (group.kind !== 'group') continue;
    const children = group.children.map((child) => present.get(hierarchy.elements[child]!.code)!);
    const required = group.node.min_availability ?? 0;
    const cells = new Uint8Array(n);
    for (let row = 0; row < n; row++) {
      let count = 0;
      for (const child of children) count += child[row]!;
      cells[row] = count > 0 && count / children.length >= required ? 1 : 0;
    }
    present.set(group.code, cells);
  }
  return { present, share };
}
