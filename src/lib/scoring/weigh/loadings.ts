import type { Weighing, WeighingProblem, WeighSpec } from '#lib/model/index.ts';
import { componentsOf, EIGENVALUE_TOLERANCE } from '../statistics/components.ts';
import type { Components } from '../statistics/components.ts';
import { varimax } from '../statistics/varimax.ts';
import { toShares } from './expert.ts';

type Factor = Extract<WeighSpec, { method: 'factor' }>;

export interface Derived {
  readonly weights: Float64Array;
  readonly problem: WeighingProblem | null;
  readonly components: NonNullable<Weighing['components']>;
}

const sumOfSquares = (xs: Float64Array): number => xs.reduce((sum, x) => sum + x * x, 0);

/** Correlations of the variables with the first `count` components. */
const loadingsOf = ({ eigenvalues, vectors }: Components, count: number): Float64Array[] =>
  vectors.slice(0, count).map((vector, at) => {
    const size = Math.sqrt(eigenvalues[at]!);
    return vector.map((x) => x * size);
  });

/** Whether the component at a position could as well change places, or mix, with the next. */
const isTied = ({ eigenvalues }: Components, at: number): boolean =>
  at + 1 < eigenvalues.length && eigenvalues[at]! - eigenvalues[at + 1]! < EIGENVALUE_TOLERANCE;

const describe = (
  { eigenvalues }: Components,
  loadings: readonly Float64Array[],
): Derived['components'] => ({
  eigenvalues,
  loadings,
  explained: Float64Array.from(loadings, (column) => sumOfSquares(column) / eigenvalues.length),
});

/** R74: squared entries of the first eigenvector of the correlations. */
export function componentWeights(correlations: readonly Float64Array[]): Derived {
  const found = componentsOf(correlations);
  return {
    weights: toShares(found.vectors[0]!.map((x) => x * x)),
    problem: isTied(found, 0) ? 'tied_components' : null,
    components: describe(found, loadingsOf(found, 1)),
  };
}

/** R75: squared loadings on the rotated factors, each child by the factor it belongs to. */
export function factorWeights(correlations: readonly Float64Array[], spec: Factor): Derived {
  const found = componentsOf(correlations);
  // A factor that explains nothing has no loadings to scale.
  const count = spec.factors
    ? Math.min(spec.factors, countAbove(0, found.eigenvalues))
    : Math.max(1, countAbove(1, found.eigenvalues));
  const plain = loadingsOf(found, count);
  const rotates = (spec.rotation ?? 'varimax') === 'varimax' && count > 1;
  const { loadings, isDetermined } = rotates
    ? varimax(plain)
    : { loadings: plain, isDetermined: true };
  loadings.sort((x, y) => sumOfSquares(y) - sumOfSquares(x));
  // In a plane rotation finds the same axes from any start; from there on it may depend on it.
  const matters = rotates && count === 2 ? [1] : plain.map((_, at) => at);
  const isArbitrary = !isDetermined || matters.some((at) => isTied(found, at));
  return {
    weights: intermediateWeights(loadings),
    problem: isArbitrary ? 'tied_components' : null,
    components: describe(found, loadings),
  };
}

const countAbove = (limit: number, eigenvalues: Float64Array): number =>
  eigenvalues.filter((x) => x > limit + EIGENVALUE_TOLERANCE).length;

/** Loadings this close make a child belong to the factor that explains more. */
const SAME_LOADING = 1e-9;

/**
 * Every child belongs to the factor on which its squared loading, scaled to unity within the
 * factor, is highest, and weighs that much times the variance the factor explains.
 */
function intermediateWeights(loadings: readonly Float64Array[]): Float64Array {
  const explained = loadings.map(sumOfSquares);
  const weights = loadings[0]!.map((_, child) => {
    let best = -1;
    let weight = 0;
    for (const [factor, column] of loadings.entries()) {
      const scaled = column[child]! ** 2 / explained[factor]!;
      if (scaled <= best + SAME_LOADING) continue;
      best = scaled;
      weight = scaled * explained[factor]!;
    }
    return weight;
  });
  return toShares(weights);
}
