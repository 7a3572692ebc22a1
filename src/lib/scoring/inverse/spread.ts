import type { Bounds } from './rows.ts';

/** Points tried where nothing better is known. */
const POINTS = 512;

/**
 * Weights spread evenly over the box: the additive recurrence by powers of the root of
 * x^(k+1) = x + 1, which fills k dimensions without leaving gaps.
 */
export function spreadOver({ low, high }: Bounds): Float64Array[] {
  let root = 2;
  for (let step = 0; step < 50; step++) root = (1 + root) ** (1 / (low.length + 1));
  const points = Array.from({ length: POINTS }, (_, n) =>
    low.map((l, i) => l + ((0.5 + (n + 1) * root ** -(i + 1)) % 1) * (high[i]! - l)),
  );
  return points.filter((weights) => weights.some((w) => w > 0));
}
