import { solve } from 'yalps';

type Coefficient = readonly [number, number];

/** The solver rounds its figures to a multiple of this; they are between 0 and 1. */
const PRECISION = 1e-14;
/** A peer may exceed 1 by this much, which rounding accounts for. */
const SLACK = 1e-13;
/** Key of the objective; peers count from 0 up, limits of shares from -2 down. */
const SCORE = -1;

/**
 * The weights with which one unit scores highest while no peer exceeds 1 (R64).
 *
 * Of the peers only those enter the linear programme that would exceed 1 without it, one at a
 * time, the worst first: few ever matter. The solution is that of the whole programme.
 *
 * @param own the unit's values, one a child, from 0 to 1
 * @param peers one column a child; in each the largest is 1
 * @returns one weight a child, from 0 to 1; NaN should the solver find none
 */
export function favourableWeights(
  own: readonly number[],
  peers: readonly Float64Array[],
  [low, high]: readonly [number, number],
): number[] {
  const limits = shareLimits(own, low, high);
  const binding = new Set(peers.map((column) => column.indexOf(largestOf(column))));
  for (;;) {
    const { status, variables } = solve<number, number>(
      {
        direction: 'maximize',
        objective: SCORE,
        constraints: [
          ...Array.from(binding, (peer) => [peer, { max: 1 }] as const),
          ...Array.from({ length: limits.count }, (_, i) => [-2 - i, { min: 0 }] as const),
        ],
        variables: own.map((x, child): [number, Coefficient[]] => [
          child,
          [
            [SCORE, x],
            ...Array.from(binding, (peer): Coefficient => [peer, peers[child]![peer]!]),
            ...limits.of[child]!,
          ],
        ]),
      },
      { precision: PRECISION, includeZeroVariables: true },
    );
    if (status !== 'optimal') return own.map(() => NaN);
    const weights = variables.map(([, weight]) => weight);
    const worst = worstOf(weights, peers);
    if (worst < 0 || binding.has(worst)) return weights;
    binding.add(worst);
  }
}

/** low·Σ ≤ w_i x_i ≤ high·Σ for every child as Σ c_i w_i ≥ 0, with c by child. */
function shareLimits(own: readonly number[], low: number, high: number) {
  const of: Coefficient[][] = own.map(() => []);
  let count = 0;
  const limit = (child: number, share: number, side: 1 | -1) => {
    for (const [i, x] of own.entries())
      of[i]!.push([-2 - count, side * x * ((i === child ? 1 : 0) - share)]);
    count++;
  };
  for (const child of own.keys()) {
    if (low > 0) limit(child, low, 1);
    if (high < 1) limit(child, high, -1);
  }
  return { of, count };
}

const largestOf = (column: Float64Array): number => column.reduce((a, b) => Math.max(a, b), 0);

/** The peer that exceeds 1 by most, -1 when none does. */
function worstOf(weights: readonly number[], peers: readonly Float64Array[]): number {
  const count = peers[0]?.length ?? 0;
  let worst = -1;
  let most = 1 + SLACK;
  for (let peer = 0; peer < count; peer++) {
    let score = 0;
    for (let child = 0; child < weights.length; child++)
      score += weights[child]! * peers[child]![peer]!;
    if (score <= most) continue;
    most = score;
    worst = peer;
  }
  return worst;
}
