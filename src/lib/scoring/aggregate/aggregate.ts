import type { NotComputableReason } from '#lib/model/index.ts';
import type { Availability } from '../prepare/availability.ts';
import type { GroupElement, Hierarchy } from '../structure/hierarchy.ts';
import { MEANS } from './means.ts';

/** Why a group of a row has no value although its data are there. */
export interface Failure {
  /** The element that stopped it. */
  readonly element: string;
  readonly reason: NotComputableReason;
}

export interface Aggregated {
  /** Group scores by code, the index first; NaN where missing or not computable. */
  readonly scores: Map<string, Float64Array>;
  /** First failure of each row that has one, by row. */
  readonly failures: Map<number, Failure>;
}

/**
 * Aggregates the normalised indicators upwards, group by group (R32-R36). A missing child is left
 * out and the weights of the others are renormalised; a child that could not be computed takes
 * its ancestors with it, for leaving it out would reward the failure.
 *
 * @param normalised indicator columns of `n` rows
 * @param open 1 for the rows to compute; the others get NaN
 */
export function aggregate(
  hierarchy: Hierarchy,
  normalised: ReadonlyMap<string, Float64Array>,
  availability: Availability,
  open: Uint8Array,
): Aggregated {
  const columns = new Map(normalised);
  const failures = new Map<number, Failure>();
  const failedRows = new Map<string, Set<number>>();

  const aggregateGroup = (group: GroupElement): void => {
    const children = group.children.map((child) => hierarchy.elements[child]!);
    const weights = Float64Array.from(children, ({ node }) => node.weight);
    const inputs = children.map(({ code }) => columns.get(code)!);
    const broken = children.flatMap(({ code, node }) =>
      failedRows.has(code) && node.weight > 0 ? [failedRows.get(code)!] : [],
    );
    const mean = MEANS[group.node.aggregate];
    const present = availability.present.get(group.code)!;
    const values = new Float64Array(children.length);
    const failed = new Set<number>();
    const out = new Float64Array(open.length).fill(NaN);
    for (let row = 0; row < out.length; row++) {
      if (open[row] === 0 || present[row] === 0) continue;
      if (broken.length > 0 && broken.some((rows) => rows.has(row))) {
        failed.add(row);
        continue;
      }
      for (let i = 0; i < values.length; i++) values[i] = inputs[i]![row]!;
      const culprit = mean.forbids(values, weights);
      if (culprit < 0) {
        out[row] = mean.of(values, weights);
        continue;
      }
      failed.add(row);
      if (!failures.has(row))
        failures.set(row, { element: children[culprit]!.code, reason: 'nonpositive_geometric' });
    }
    if (failed.size > 0) failedRows.set(group.code, failed);
    columns.set(group.code, out);
  };

  const groups = hierarchy.groups.map((at) => hierarchy.elements[at]! as GroupElement);
  for (const group of [...groups].reverse()) aggregateGroup(group);
  return { scores: new Map(groups.map(({ code }) => [code, columns.get(code)!])), failures };
}
