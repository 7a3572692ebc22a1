import { solve } from 'yalps';
import { dot } from './feasibility.ts';

/** Below it a number counts as 0 to the solver; differences are scaled to 1. */
const PRECISION = 1e-12;

/**
 * The shares nearest to `from`, by half the sum of absolute changes, for which d·share ≤ -gap
 * (R115): a linear programme in what each child gains and loses. null where there are none.
 *
 * @param from shares that add up to 1
 * @param d difference of two units by child, d·from > 0
 * @param box lowest and highest weights, of which only the proportions matter; null for any
 */
export function leastMove(
  from: Float64Array,
  d: Float64Array,
  gap: number,
  box: readonly (readonly [number, number])[] | null,
): Float64Array | null {
  const size = d.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const lead = dot(d, from);
  const constraints = new Map<string, { min?: number; max?: number; equal?: number }>([
    ['balance', { equal: 0 }],
    ['turn', { max: -(lead + gap) / size }],
  ]);
  const variables = new Map<string, Map<string, number>>();
  const scale = new Map<string, number>();
  for (const [i, share] of from.entries()) {
    const gain = new Map([
      ['moved', 1],
      ['balance', 1],
      ['turn', d[i]! / size],
    ]);
    const loss = new Map([
      ['balance', -1],
      ['turn', -d[i]! / size],
    ]);
    variables.set(`gain${i}`, gain);
    variables.set(`loss${i}`, loss);
    if (!box) {
      constraints.set(`least${i}`, { max: share });
      loss.set(`least${i}`, 1);
      continue;
    }
    const sides = [
      ['low', box[i]![0], { min: -share }],
      ['high', box[i]![1], { max: -share }],
    ] as const;
    for (const [side, bound, limit] of sides) {
      constraints.set(`${side}${i}`, limit);
      gain.set(`${side}${i}`, 1);
      loss.set(`${side}${i}`, -1);
      scale.set(`${side}${i}`, -bound);
    }
  }
  if (box) variables.set('scale', scale);
  const { status, variables: found } = solve(
    { direction: 'minimize', objective: 'moved', constraints, variables },
    { precision: PRECISION, checkCycles: true },
  );
  if (status !== 'optimal') return null;
  const amounts = new Map(found);
  const shares = from.map(
    (share, i) => share + (amounts.get(`gain${i}`) ?? 0) - (amounts.get(`loss${i}`) ?? 0),
  );
  // The solver rounds; a point on the way from `from` is put exactly where it should be.
  const reached = dot(d, shares);
  const by = (lead + gap) / (lead - reached);
  const moved = shares.map((x, i) => Math.max(0, from[i]! + by * (x - from[i]!)));
  return moved.every(Number.isFinite) ? moved : null;
}
