import type { Feasibility } from './feasibility.ts';

export interface FewestViolated {
  /** No w in the box violates fewer rows; at most the `below` asked for. Mandatory rows hold. */
  readonly least: number;
  /** Rows that hold together when `least` are given up; null if `least` is not below `below`. */
  readonly held: readonly number[] | null;
}

/**
 * The least number of rows that must be given up so that the others can hold together: branch and
 * bound over conflicts. One row of a conflict has to go, so the search branches over which; as many
 * must go as there are conflicts without a row in common, which is the bound.
 *
 * @param system all its rows switched on; so they are again afterwards
 * @param rows those that may be given up; the others are mandatory
 * @param below only answers below this number are looked for
 * @param work pivots that may be spent; what was not searched by then lowers `least`
 */
export function fewestViolated(
  system: Feasibility,
  rows: readonly number[],
  below: number,
  work: number,
): FewestViolated {
  const until = system.pivots + work;
  const free = new Set(rows);
  const gone = new Set<number>();
  let target = below;
  let held: number[] | null = null;
  /** Least that an unsearched part could need. */
  let open = Infinity;

  /** Conflicts without a common free row, until what is left is feasible or `target` is reached. */
  const disjoint = (): { bound: number; smallest: number[] | null; isProven: boolean } => {
    const released: number[] = [];
    let bound = gone.size;
    let smallest: number[] | null = null;
    let isProven = true;
    while (bound < target) {
      const conflict = system.check();
      if (!conflict) break;
      if (!conflict.proven) {
        isProven = false;
        break;
      }
      const choices = conflict.rows.filter((row) => free.has(row));
      if (!smallest || choices.length < smallest.length) smallest = choices;
      if (choices.length === 0) {
        bound = Infinity;
        break;
      }
      bound++;
      for (const row of choices) {
        free.delete(row);
        system.release(row);
        released.push(row);
      }
    }
    for (const row of released) {
      free.add(row);
      system.demand(row);
    }
    return { bound, smallest, isProven };
  };

  const search = (): void => {
    if (gone.size >= target) return;
    if (system.pivots > until) {
      open = Math.min(open, gone.size);
      return;
    }
    const { bound, smallest, isProven } = disjoint();
    if (bound >= target) return;
    if (!smallest) {
      if (isProven) {
        target = gone.size;
        held = rows.filter((row) => !gone.has(row));
      } else open = Math.min(open, bound);
      return;
    }
    const kept: number[] = [];
    for (const row of smallest) {
      free.delete(row);
      gone.add(row);
      system.release(row);
      search();
      gone.delete(row);
      system.demand(row);
      kept.push(row);
    }
    for (const row of kept) free.add(row);
  };

  const { bound } = disjoint();
  search();
  return { least: Math.min(target, Math.max(bound, open)), held };
}
