import { EigenvalueDecomposition } from 'ml-matrix';

/** Principal components of a correlation matrix, by descending eigenvalue. */
export interface Components {
  /** They add up to the number of columns; a rounding below zero is zero. */
  readonly eigenvalues: Float64Array;
  /** Eigenvectors of length 1, one a component; the entry furthest from 0 is positive. */
  readonly vectors: readonly Float64Array[];
}

/** Eigenvalues closer than this are one: their vectors are any basis of the space they share. */
export const EIGENVALUE_TOLERANCE = 1e-9;

/** Takes a symmetric matrix without NaN. Ties among eigenvalues leave their vectors undetermined. */
export function componentsOf(correlations: readonly Float64Array[]): Components {
  const matrix = correlations.map((row) => Array.from(row));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort(
    (a, b) => realEigenvalues[b]! - realEigenvalues[a]!,
  );
  return {
    eigenvalues: Float64Array.from(order, (at) => Math.max(0, realEigenvalues[at]!)),
    vectors: order.map((at) => upright(Float64Array.from(eigenvectorMatrix.getColumn(at)))),
  };
}

/** The sign of an eigenvector means nothing; fix it so that equal data give equal figures. */
function upright(vector: Float64Array): Float64Array {
  const peak = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
  return peak < 0 ? vector.map((x) => -x) : vector;
}
