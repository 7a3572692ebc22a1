import { flagsTogether } from '../structure/columns.ts';
import type { GroupElement, Hierarchy } from '../structure/hierarchy.ts';

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
  const { elements, indicators, groups } = hierarchy;
  const present = new Map<string, Uint8Array>();
  const share = new Float64Array(n);
  const cells = flagsTogether(elements.length, n);
  // Children that are there for everyone need not be counted row by row.
  const isFull = new Array<boolean>(elements.length).fill(false);
  for (const at of indicators) {
    const { code } = elements[at]!;
    isFull[at] = markPresent(cells[at]!, share, values.get(code)!) === n;
    present.set(code, cells[at]!);
  }
  for (let row = 0; row < n; row++) share[row]! /= indicators.length;
  const counts = new Float64Array(n);
  for (const at of [...groups].reverse()) {
    const { code, node, children } = elements[at] as GroupElement;
    const gappy = children.filter((child) => !isFull[child]);
    counts.fill(children.length - gappy.length);
    for (const child of gappy) addTo(counts, cells[child]!);
    markEnough(cells[at]!, counts, children.length, node.min_availability ?? 0);
    present.set(code, cells[at]!);
  }
  return { present, share };
}

// One short function for every pass over the rows: that is what the engine compiles best.

/** Returns how many rows have a value. */
function markPresent(cells: Uint8Array, counts: Float64Array, column: Float64Array): number {
  let found = 0;
  for (let row = 0; row < cells.length; row++) {
    if (Number.isNaN(column[row]!)) continue;
    cells[row] = 1;
    counts[row]!++;
    found++;
  }
  return found;
}

function addTo(counts: Float64Array, cells: Uint8Array): void {
  for (let row = 0; row < cells.length; row++) counts[row]! += cells[row]!;
}

/** Marks the rows that have some of `children`, and the required share of them. */
function markEnough(
  cells: Uint8Array,
  counts: Float64Array,
  children: number,
  required: number,
): void {
  for (let row = 0; row < cells.length; row++) {
    const count = counts[row]!;
    cells[row] = count > 0 && count / children >= required ? 1 : 0;
  }
}
