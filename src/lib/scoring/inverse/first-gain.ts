/** Share of the distance to the cap to which a real value is found. */
export const RESOLUTION = 1e-9;
/** Points looked at between two turning points where the place may go up and down. */
const SCAN = 8;
/** As many whole numbers are all looked at. */
export const EVERY_INTEGER = 64;

export interface Ladder {
  /** Values to look at, from the nearest to the cap, the cap included. */
  readonly rungs: readonly number[];
  /** Whether the whole range was laid out. */
  readonly isComplete: boolean;
}

/**
 * The values to look at on the way from a value to the cap: turning points and the cap, and for a
 * place that may go up and down points between them. Whole numbers only, if `isInteger`.
 */
export function ladder(
  value: number,
  cap: number,
  turns: readonly number[],
  { isInteger, isMonotone }: { readonly isInteger: boolean; readonly isMonotone: boolean },
): Ladder {
  const sign = cap >= value ? 1 : -1;
  const isBetween = (x: number) => sign * (x - value) > 0 && sign * (cap - x) >= 0;
  const ordered = (xs: readonly number[]) =>
    [...new Set(xs.filter(isBetween))].sort((a, b) => sign * (a - b));
  if (isInteger) {
    const last = sign === 1 ? Math.floor(cap) : Math.ceil(cap);
    const first = sign === 1 ? Math.floor(value) + 1 : Math.ceil(value) - 1;
    const count = sign * (last - first) + 1;
    if (count <= EVERY_INTEGER)
      return {
        isComplete: true,
        rungs: Array.from({ length: Math.max(0, count) }, (_, i) => first + sign * i),
      };
    const near = turns.flatMap((x) => [Math.floor(x), Math.ceil(x), Math.floor(x) + sign]);
    const main = ordered([...near, last]);
    const rungs = isMonotone ? main : between(value, main).map(Math.round);
    return { isComplete: false, rungs: ordered(rungs) };
  }
  const main = ordered([...turns, cap]);
  return { isComplete: false, rungs: isMonotone ? main : ordered(between(value, main)) };
}

const between = (from: number, rungs: readonly number[]): number[] =>
  rungs.flatMap((to, i) => {
    const start = rungs[i - 1] ?? from;
    return Array.from({ length: SCAN }, (_, j) =>
      j === SCAN - 1 ? to : start + ((to - start) * (j + 1)) / SCAN,
    );
  });

/** The first rung at which `gains` holds, -1 if none: by halving, where it holds ever after. */
function firstRung(
  rungs: readonly number[],
  gains: (x: number) => boolean,
  isMonotone: boolean,
): number {
  if (!isMonotone) return rungs.findIndex(gains);
  let high = rungs.length - 1;
  if (high < 0 || !gains(rungs[high]!)) return -1;
  let low = -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (gains(rungs[middle]!)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The first rung at which `gains` holds, halved back towards the last one at which it does not:
 * to the next whole number, or to RESOLUTION. null when it holds at none.
 */
export function firstGain(
  value: number,
  { rungs }: Ladder,
  gains: (x: number) => boolean,
  { isInteger, isMonotone }: { readonly isInteger: boolean; readonly isMonotone: boolean },
): { readonly needed: number; readonly short: number } | null {
  const at = firstRung(rungs, gains, isMonotone);
  if (at < 0) return null;
  let short = rungs[at - 1] ?? value;
  let needed = rungs[at]!;
  const step = RESOLUTION * Math.abs(rungs[rungs.length - 1]! - value);
  while (Math.abs(needed - short) > (isInteger ? 1 : step)) {
    const half = (short + needed) / 2;
    const middle = isInteger ? Math.round(half) : half;
    if (middle === short || middle === needed) break;
    if (gains(middle)) needed = middle;
    else short = middle;
  }
  return { needed, short };
}
