/**
 * Runs of equal values from the lowest up, with what `rankOf` makes of each. Sorting plain numbers
 * and looking them up is many times faster than sorting positions by a comparison.
 */
function ranksBy(
  values: Float64Array,
  rankOf: (before: number, run: number, runs: number) => number,
): Float64Array {
  const sorted = values.slice().sort();
  const ranks = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    ranks.set(sorted[from]!, rankOf(from, to - from, ranks.size));
    from = to;
  }
  return values.map((x) => ranks.get(x)!);
}

/** Ranks from 1 for the lowest up; equal values share the mean of theirs. No missing values. */
export const averageRanks = (values: Float64Array): Float64Array =>
  ranksBy(values, (before, run) => before + (1 + run) / 2);

/** 0 for the lowest value, 1 for the next distinct one, and so on. No missing values. */
export const denseRanks = (values: Float64Array): Float64Array =>
  ranksBy(values, (_before, _run, runs) => runs);
