import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Weighing, WeighingProblem } from '#lib/model/index.ts';
import { componentsOf, EIGENVALUE_TOLERANCE } from '../statistics/components.ts';
import { toShares } from './expert.ts';

export interface Influence {
  readonly weights: Float64Array;
  readonly problem: WeighingProblem | null;
  readonly influence?: NonNullable<Weighing['influence']>;
}

/**
 * R76: weights with which the children's correlations with their weighted arithmetic mean stand in
 * the ratios of the targets.
 *
 * With v = w·s, s the standard deviations and R the correlations, the mean correlates with the
 * children as Rv / √(v'Rv). So v = R⁻¹t does it, exactly and for one v only, unless a child is a
 * combination of others or some v is negative.
 *
 * @param targets positive, one a child
 */
export function influenceWeights(
  correlations: readonly Float64Array[],
  deviations: Float64Array,
  targets: Float64Array,
): Influence {
  const { eigenvalues } = componentsOf(correlations);
  if (eigenvalues[eigenvalues.length - 1]! < EIGENVALUE_TOLERANCE)
    return { weights: targets.map(() => NaN), problem: 'collinear_children' };
  const exact = solve(correlations, targets, [...targets.keys()]);
  const isReached = exact.every((v) => v >= 0);
  const v = isReached ? exact : nearest(correlations, targets);
  const weights = toShares(v.map((x, i) => x / deviations[i]!));
  const reached = influences(correlations, v);
  const asked = toShares(targets);
  const misfit = toShares(reached).reduce(
    (most, x, i) => Math.max(most, Math.abs(x - asked[i]!)),
    0,
  );
  return {
    weights,
    problem: null,
    influence: { in_reach: isReached, correlations: reached, targets: asked, misfit },
  };
}

const times = (matrix: readonly Float64Array[], v: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => row.reduce((sum, r, j) => sum + r * v[j]!, 0));

function influences(correlations: readonly Float64Array[], v: Float64Array): Float64Array {
  const image = times(correlations, v);
  const size = Math.sqrt(v.reduce((sum, x, i) => sum + x * image[i]!, 0));
  return image.map((x) => x / size);
}

/** R v = t over the given positions, 0 elsewhere. */
function solve(
  correlations: readonly Float64Array[],
  targets: Float64Array,
  positions: readonly number[],
): Float64Array {
  const part = new Matrix(positions.map((i) => positions.map((j) => correlations[i]![j]!)));
  const right = Matrix.columnVector(positions.map((i) => targets[i]!));
  const solution = new CholeskyDecomposition(part).solve(right);
  const v = new Float64Array(targets.length);
  for (const [at, i] of positions.entries()) v[i] = solution.get(at, 0);
  return v;
}

/**
 * The v ≥ 0 that minimises v'Rv / 2 - t'v: children with a weight have the influence asked for, those
 * with none have more than that already. Active sets (Lawson & Hanson 1974), which end for a
 * positive definite R.
 */
function nearest(correlations: readonly Float64Array[], targets: Float64Array): Float64Array {
  const positions = new Set<number>();
  let v: Float64Array = new Float64Array(targets.length);
  for (let step = 0; step < MOST_STEPS; step++) {
    const image = times(correlations, v);
    const short = targets.map((t, i) => (positions.has(i) ? 0 : t - image[i]!));
    const next = short.reduce((best, gap, i) => (gap > short[best]! ? i : best), 0);
    if (short[next]! <= SHORT_OF * targets[next]!) break;
    positions.add(next);
    v = shrinkTo(v, positions, (kept) => solve(correlations, targets, kept));
  }
  return v;
}

/** Solves over the positions, and drops those that would turn negative on the way there. */
function shrinkTo(
  from: Float64Array,
  positions: Set<number>,
  solveOver: (positions: readonly number[]) => Float64Array,
): Float64Array {
  let v = from;
  for (;;) {
    const goal = solveOver([...positions].sort((a, b) => a - b));
    const falling = [...positions].filter((i) => goal[i]! <= 0);
    if (falling.length === 0) return goal;
    const stretch = Math.min(...falling.map((i) => v[i]! / (v[i]! - goal[i]!)));
    const here = v;
    v = v.map((x, i) => x + stretch * (goal[i]! - x));
    for (const i of falling)
      if (here[i]! / (here[i]! - goal[i]!) <= stretch) {
        positions.delete(i);
        v[i] = 0;
      }
  }
}

const MOST_STEPS = 10_000;
/** Shortfall of an influence, relative to the target, that is rounding. */
const SHORT_OF = 1e-10;
