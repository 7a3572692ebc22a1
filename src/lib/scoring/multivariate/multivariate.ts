import { CORRELATION_METHODS } from '#lib/model/index.ts';
import type {
  Correlation,
  CorrelationMatrix,
  CorrelationMethod,
  Multivariate,
  Scheme,
  ScoreResult,
  Stage,
} from '#lib/model/index.ts';
import { kendall, pearson, spearman } from '../statistics/correlation.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { FLAG_THRESHOLDS, flagsOf } from './flags.ts';
import type { FlagThresholds } from './flags.ts';
import { structureOf } from './structure.ts';

export interface MultivariateOptions {
  /** null for all periods together. */
  readonly period: string | null;
  /** Peer group; null for all together. */
  readonly group: string | null;
  readonly stage: Stage;
  /** Default: all three. Kendall's takes most of the time. */
  readonly methods?: readonly CorrelationMethod[];
  /** Default: FLAG_THRESHOLDS. */
  readonly thresholds?: FlagThresholds;
}

const CORRELATE = { pearson, spearman, kendall } as const satisfies Record<
  CorrelationMethod,
  (xs: Float64Array, ys: Float64Array) => Correlation
>;

/**
 * How the elements of an index hang together in some of its rows (R80–R84): correlations of all
 * elements with each other, consistency and components of every group, and what stands out.
 * Nothing throws: what does not exist is NaN or null, a selection without rows gives empty figures.
 */
export function multivariate(
  result: ScoreResult,
  scheme: Pick<Scheme, 'index'>,
  {
    period,
    group,
    stage,
    methods = CORRELATION_METHODS,
    thresholds = FLAG_THRESHOLDS,
  }: MultivariateOptions,
): Multivariate {
  const hierarchy = hierarchyOf(scheme);
  const rows = rowsOf(result, period, group);
  const columns = columnsOf(hierarchy, result, stage);
  const elements = hierarchy.elements.map(({ code }) => code);
  const selected = elements.map((code) =>
    Float64Array.from(rows, (row) => columns.get(code)![row]!),
  );
  const asked = new Map(methods.map((method) => [method, matrixOf(selected, CORRELATE[method])]));
  const linear = asked.get('pearson') ?? matrixOf(selected, pearson);
  const at = new Map(elements.map((code, i) => [code, i]));
  const codes = (positions: readonly number[]) => positions.map((i) => elements[i]!);
  return {
    stage,
    elements,
    rows,
    correlations: asked,
    structures: hierarchy.groups.flatMap((i) => {
      const element = hierarchy.elements[i]!;
      return element.kind === 'group'
        ? [structureOf(element.code, codes(element.children), columns, rows)]
        : [];
    }),
    overall: structureOf(scheme.index.code, codes(hierarchy.indicators), columns, rows),
    flags: flagsOf(hierarchy, (a, b) => linear.r[at.get(a)!]![at.get(b)!]!, thresholds),
  };
}

/** The rows that the missing-data rule let in, whether or not their index could be computed. */
function rowsOf({ rows, status }: ScoreResult, period: string | null, group: string | null) {
  const isIn = (at: number): boolean => {
    const row = rows[at]!;
    const { kind } = status[at]!;
    return (
      (kind === 'ranked' || kind === 'not_computable') &&
      (period === null || row.period === period) &&
      (group === null || row.group === group)
    );
  };
  return Int32Array.from(rows.keys()).filter(isIn);
}

/** Values of a stage so directed that more is better (R20), and scores, by code. */
function columnsOf(
  hierarchy: Hierarchy,
  result: ScoreResult,
  stage: Stage,
): Map<string, Float64Array> {
  return new Map(
    hierarchy.elements.map(({ code, node }) => {
      if ('children' in node) return [code, result.scores.get(code)!];
      const column = result[stage].get(code)!;
      const isReversed = stage !== 'normalised' && node.direction === -1;
      return [code, isReversed ? column.map((x) => -x) : column];
    }),
  );
}

function matrixOf(
  columns: readonly Float64Array[],
  correlate: (xs: Float64Array, ys: Float64Array) => Correlation,
): CorrelationMatrix {
  const k = columns.length;
  const r = columns.map(() => new Float64Array(k));
  const n = columns.map(() => new Int32Array(k));
  const p = columns.map(() => new Float64Array(k));
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      const found = correlate(columns[i]!, columns[j]!);
      r[i]![j] = r[j]![i] = found.r;
      n[i]![j] = n[j]![i] = found.n;
      p[i]![j] = p[j]![i] = found.p;
    }
  return { r, n, p };
}
