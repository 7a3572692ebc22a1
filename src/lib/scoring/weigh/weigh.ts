import type { SchemeGroup, Weighing, WeighSpec } from '#lib/model/index.ts';
import { correlationsOf } from '../statistics/correlation.ts';
import { momentsOf } from '../statistics/moments.ts';
import { completeIn } from '../statistics/present.ts';
import { ahpWeights } from './ahp.ts';
import { budgetWeights } from './expert.ts';
import { influenceWeights } from './influence.ts';
import { componentWeights, factorWeights } from './loadings.ts';

/** Two rows correlate by ±1 whatever they hold. */
const FEWEST_ROWS = 3;

type DataSpec = Extract<WeighSpec, { method: 'pca' | 'factor' | 'equal_influence' }>;

/** Whether the weights depend on the data, and so on who is in (R71). */
export const isFromData = (spec: WeighSpec): spec is DataSpec =>
  spec.method === 'pca' || spec.method === 'factor' || spec.method === 'equal_influence';

/**
 * Weights of a group's children (R70–R76), with what they rest on.
 *
 * When `problem` is not null the weights are NaN: the group has no scores and its ancestors are not
 * computable (R35), reason and issue `weights_not_derivable`. Nothing else is put in their place.
 * The scheme must be one that `checkScheme` accepts.
 *
 * @param inputs the children's columns (normalised values or group scores), NaN for missing
 * @param open 1 for the rows that take part
 */
export function weighChildren(
  group: SchemeGroup,
  inputs: readonly Float64Array[],
  open: Uint8Array,
): Weighing {
  const spec = group.weigh ?? { method: 'given' };
  const from = { group: group.code, method: spec.method, problem: null, n: null };
  if (!isFromData(spec)) return { ...from, ...written(group, spec) };
  const rows = Int32Array.from(open.keys()).filter((row) => open[row] === 1);
  const columns = completeIn(inputs, rows);
  const n = columns[0]?.length ?? 0;
  return { ...from, n, ...derived(spec, columns) };
}

function written(
  { children }: SchemeGroup,
  spec: Exclude<WeighSpec, DataSpec>,
): Pick<Weighing, 'weights' | 'consistency'> {
  switch (spec.method) {
    case 'given':
      return { weights: new Float64Array(children.map(({ weight }) => weight)) };
    case 'equal':
      return { weights: new Float64Array(children.length).fill(1 / children.length) };
    case 'budget':
      return { weights: budgetWeights(spec) };
    case 'ahp':
      return ahpWeights(spec.comparisons);
  }
}

type Found = Pick<Weighing, 'weights' | 'problem' | 'components' | 'influence'>;

/** @param columns the children in the rows that have all of them */
function derived(spec: DataSpec, columns: readonly Float64Array[]): Found {
  // An only child has all the weight there is, whatever its data.
  if (columns.length === 1) return { weights: Float64Array.of(1), problem: null };
  const none = Float64Array.from(columns, () => NaN);
  if (columns[0]!.length < FEWEST_ROWS) return { weights: none, problem: 'too_few_rows' };
  const correlations = correlationsOf(columns);
  if (correlations.some((row) => row.some(Number.isNaN)))
    return { weights: none, problem: 'constant_child' };
  const found = byMethod(spec, columns, correlations);
  return found.problem === null ? found : { ...found, weights: none };
}

function byMethod(
  spec: DataSpec,
  columns: readonly Float64Array[],
  correlations: readonly Float64Array[],
): Found {
  switch (spec.method) {
    case 'pca':
      return componentWeights(correlations);
    case 'factor':
      return factorWeights(correlations, spec);
    case 'equal_influence': {
      const deviations = Float64Array.from(columns, (column) => momentsOf(column).sd);
      const targets = Float64Array.from(columns, (_, i) => spec.targets?.[i] ?? 1);
      return influenceWeights(correlations, deviations, targets);
    }
  }
}
