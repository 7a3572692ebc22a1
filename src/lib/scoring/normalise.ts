import type {
  NormaliseParameters,
  NormaliseSpec,
  Scheme,
  ScoreIssue,
  SchemeIndicator,
} from '#lib/model/index.ts';
import type { Hierarchy } from './hierarchy.ts';
import { momentsOf } from './moments.ts';
import type { Pool } from './peers.ts';
import { scaleOf } from './scales.ts';

export interface Normalised {
  /** By indicator code; NaN outside the pools, for missing cells and where there is no scale. */
  readonly columns: Map<string, Float64Array>;
  readonly parameters: NormaliseParameters[];
  readonly issues: ScoreIssue[];
}

/** Direction and method of an indicator: its own, else the scheme's. */
export const specOf = (indicator: SchemeIndicator, scheme: Scheme): NormaliseSpec =>
  indicator.normalise ?? scheme.normalise.default;

const gather = (column: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => column[row]!);

/** The peers' figures in the indicator's own unit and sign. */
function parametersOf(
  indicator: SchemeIndicator,
  method: string,
  pool: Pool,
  own: Float64Array,
): NormaliseParameters {
  const { group, period } = pool;
  return { indicator: indicator.code, group, period, method, ...momentsOf(own) };
}

/**
 * Normalises every indicator within every pool (R20-R26). The direction is applied before the
 * method. Only the rows of the pools take part and get values.
 *
 * @param values indicator columns of `n` rows, NaN for missing
 */
export function normalise(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  pools: readonly Pool[],
  scheme: Scheme,
  n: number,
): Normalised {
  const result: Normalised = { columns: new Map(), parameters: [], issues: [] };
  for (const at of hierarchy.indicators) {
    const { node } = hierarchy.elements[at]! as { node: SchemeIndicator };
    const column = new Float64Array(n).fill(NaN);
    for (const pool of pools) normalisePool(node, scheme, values, pool, column, result);
    result.columns.set(node.code, column);
  }
  return result;
}

function normalisePool(
  indicator: SchemeIndicator,
  scheme: Scheme,
  values: ReadonlyMap<string, Float64Array>,
  pool: Pool,
  out: Float64Array,
  result: Normalised,
): void {
  if (pool.rows.length === 0) return;
  const spec = specOf(indicator, scheme);
  const { direction, code } = indicator;
  const own = gather(values.get(code)!, pool.rows);
  const parameters = parametersOf(indicator, spec.method, pool, own);
  result.parameters.push(parameters);
  const report = (issue: ScoreIssue['code']) =>
    result.issues.push({
      code: issue,
      element: code,
      group: pool.group,
      period: pool.period,
      unit: null,
    });
  if (parameters.n === 0) {
    report('no_peers');
    return;
  }
  const scale = scaleOf(spec, {
    direction,
    peers: own.filter((x) => !Number.isNaN(x)).map((x) => direction * x),
    moments: directed(parameters, direction),
    range: scheme.normalise.range,
  });
  if (typeof scale === 'string') {
    report(scale);
    return;
  }
  for (const [i, row] of pool.rows.entries()) {
    const x = own[i]!;
    if (!Number.isNaN(x)) out[row] = scale(direction * x);
  }
}

const directed = (of: NormaliseParameters, direction: 1 | -1) =>
  direction === 1 ? of : { n: of.n, min: -of.max, max: -of.min, mean: -of.mean, sd: of.sd };
