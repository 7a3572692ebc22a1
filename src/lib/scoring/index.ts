export { checkScheme } from './check/check-scheme.ts';
export type { SchemeFault } from './check/fault.ts';
export { explain } from './explain.ts';
export type { Explanation } from './explain.ts';
export { hierarchyOf, walk } from './structure/hierarchy.ts';
export type { Element, Hierarchy } from './structure/hierarchy.ts';
export { score } from './score.ts';
export { weightsOf } from './weigh/weights.ts';
export { designOf } from './robustness/design.ts';
export { simulationOf } from './robustness/simulation.ts';
export type { PeerSimulation, Simulation } from './robustness/simulation.ts';
export { placeProbability } from './robustness/place-statistics.ts';
export { within } from './robustness/within.ts';
export { startUncertainty, uncertainty } from './robustness/uncertainty.ts';
export type { UncertaintyOptions, UncertaintyRun } from './robustness/uncertainty.ts';
export { sensitivity, startSensitivity } from './robustness/sensitivity.ts';
export { ENOUGH_ROWS } from './robustness/sobol-indices.ts';
export type {
  SensitivityOptions,
  SensitivityProgress,
  SensitivityRun,
} from './robustness/sensitivity.ts';
export { multivariate } from './multivariate/multivariate.ts';
export type { MultivariateOptions } from './multivariate/multivariate.ts';
export { FLAG_THRESHOLDS } from './multivariate/flags.ts';
export { compare } from './compare/compare.ts';
export type { Compared } from './compare/compare.ts';
export type { Side, UnitKey } from './compare/sides.ts';
export { importance } from './importance/importance.ts';
export { missingValue, missingValues } from './inverse/missing-value.ts';
export type { MissingRange } from './inverse/missing-value.ts';
export { rankBounds } from './inverse/rank-bounds.ts';
export type { RankBoundsOptions } from './inverse/rank-bounds.ts';
export { smallestRise } from './inverse/smallest-rise.ts';
export type { SmallestRiseOptions } from './inverse/smallest-rise.ts';
export { smallestSwap } from './inverse/smallest-swap.ts';
export type { SmallestSwapOptions } from './inverse/smallest-swap.ts';
