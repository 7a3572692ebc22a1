/** Observations that stand at the same place of the x axis, taken together. */
export interface Lump {
  /** In [0, 1]: the smallest x of all is 0, the greatest 1. */
  readonly x: number;
  readonly count: number;
  /** Mean of y. */
  readonly y: number;
  /** Σ (y - mean of y)² inside the lump. */
  readonly spread: number;
}

/** More different values than this share the places of a grid of as many steps. */
export const MOST_LUMPS = 256;

/**
 * The pairs by ascending x, those with equal x together (R87), whatever the order of the rows. With
 * more than `MOST_LUMPS` different x, each moves to the nearest of as many equidistant places. Expects
 * pairs without NaN whose x differ.
 */
export function lumpsOf(xs: Float64Array, ys: Float64Array): Lump[] {
  const order = [...xs.keys()].sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]!);
  const least = xs[order[0]!]!;
  const width = xs[order[order.length - 1]!]! - least;
  const isGridded = new Set(xs).size > MOST_LUMPS;
  const steps = MOST_LUMPS - 1;
  const lumps = new Map<number, number[]>();
  for (const at of order) {
    const exact = (xs[at]! - least) / width;
    const x = isGridded ? Math.round(exact * steps) / steps : exact;
    const members = lumps.get(x);
    if (members) members.push(ys[at]!);
    else lumps.set(x, [ys[at]!]);
  }
  return [...lumps].map(([x, members]) => {
    const y = members.reduce((sum, value) => sum + value, 0) / members.length;
    const spread = members.reduce((sum, value) => sum + (value - y) ** 2, 0);
    return { x, count: members.length, y, spread };
  });
}
