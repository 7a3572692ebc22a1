import type {
  NormaliseParameters,
  NormaliseSpec,
  Scheme,
  ScoreIssue,
  SchemeIndicator,
} from '#lib/model/index.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { momentsOf } from '../statistics/moments.ts';
import type { Moments } from '../statistics/moments.ts';
import type { Pool } from '../structure/peers.ts';
import { presentIn } from '../statistics/present.ts';
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
  const column = values.get(code)!;
  const peers = presentIn(column, pool.rows);
  const { group, period, rows } = pool;
  const moments = momentsOf(peers);
  result.parameters.push({ indicator: code, group, period, method: spec.method, ...moments });
  const report = (issue: ScoreIssue['code']) =>
    result.issues.push({ code: issue, element: code, group, period, unit: null });
  if (moments.n === 0) {
    report('no_peers');
    return;
  }
  const scale = scaleOf(spec, {
    direction,
    peers: directed(peers, direction),
    moments: directedMoments(moments, direction),
    range: scheme.normalise.range,
  });
  if (typeof scale === 'string') {
    report(scale);
    return;
  }
  for (let i = 0; i < rows.length; i++) {
    const x = column[rows[i]!]!;
    if (!Number.isNaN(x)) out[rows[i]!] = scale(direction * x);
  }
}

const directed = (values: Float64Array, direction: 1 | -1): Float64Array =>
  direction === 1 ? values : values.map((x) => -x);

const directedMoments = (of: Moments, direction: 1 | -1): Moments =>
  direction === 1 ? of : { n: of.n, min: -of.max, max: -of.min, mean: -of.mean, sd: of.sd };
