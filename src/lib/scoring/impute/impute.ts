import { CELL } from '#lib/model/index.ts';
import type { ImputeSpec, Scheme, ScoreIssue, UnitTable } from '#lib/model/index.ts';
import { scratchColumn } from '../structure/columns.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
import { columnProposals } from './column.ts';
import { imputeContext } from './context.ts';
import type { ImputeContext } from './context.ts';
import { interpolatedProposals, latestProposals } from './panel.ts';
import { rowProposals } from './row.ts';
import { alikeIn } from '../statistics/alike.ts';
import { sortedOf } from '../statistics/present.ts';
import type { Pool } from '../structure/peers.ts';

export interface Imputed {
  /** By indicator code; the given array itself where nothing was filled. */
  readonly columns: Map<string, Float64Array>;
  /** CELL flags of the indicators with imputed cells. */
  readonly cells: Map<string, Uint8Array>;
  readonly issues: ScoreIssue[];
}

/**
 * Fills missing cells as the scheme says (R11–R14), in the rows of the pools only. Every method
 * looks at the values as given, never at imputed ones, so that the order of the indicators does
 * not matter. A cell for which the method has nothing to go by stays missing.
 *
 * @param values indicator columns, NaN for missing
 * @param pools the rows that take part, by period and peer group
 */
export function impute(
  hierarchy: Hierarchy,
  values: ReadonlyMap<string, Float64Array>,
  table: UnitTable,
  pools: readonly Pool[],
  scheme: Scheme,
): Imputed {
  const result: Imputed = { columns: new Map(values), cells: new Map(), issues: [] };
  let context: ImputeContext | undefined;
  for (const at of hierarchy.indicators) {
    const { code, node } = hierarchy.elements[at] as IndicatorElement;
    const spec = node.impute ?? scheme.impute;
    if (!spec || spec.method === 'none') continue;
    context ??= imputeContext(hierarchy, values, table, pools);
    const propose = proposals(spec, at, context, result.issues);
    if (propose) fill(code, values.get(code)!, pools, propose, result);
  }
  return result;
}

type Filled = Exclude<ImputeSpec, { method: 'none' }>;

function proposals(
  spec: Filled,
  at: number,
  context: ImputeContext,
  issues: ScoreIssue[],
): ((row: number) => number) | null {
  const { code } = context.hierarchy.elements[at]!;
  const column = context.values.get(code)!;
  switch (spec.method) {
    case 'mean':
    case 'median': {
      const labels = spec.by === undefined ? null : context.labels?.get(spec.by);
      if (labels !== undefined) return columnProposals(spec.method, column, labels, context);
      const isReported = issues.some(({ element }) => element === spec.by);
      if (!isReported)
        issues.push({
          code: 'missing_column',
          element: spec.by!,
          group: '',
          period: null,
          unit: null,
        });
      return null;
    }
    case 'row_mean':
    case 'row_median':
      return rowProposals(spec.method, at, spec.level, context);
    case 'latest':
      return latestProposals(column, spec.max_steps ?? Infinity, context);
    case 'constant':
    case 'linear':
      return interpolatedProposals(spec.method, column, context);
  }
}

const scratch = scratchColumn();

function fill(
  code: string,
  given: Float64Array,
  pools: readonly Pool[],
  propose: (row: number) => number,
  { columns, cells }: Imputed,
): void {
  if (!given.includes(NaN)) return;
  const out = given.slice();
  const known = sortedOf(given, scratch(given.length));
  const flags = new Uint8Array(out.length);
  let count = 0;
  for (const { rows } of pools)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (!Number.isNaN(given[row]!)) continue;
      const value = propose(row);
      if (!Number.isFinite(value)) continue;
      // What is known, but for its last bit, is no other value.
      out[row] = alikeIn(known, value);
      flags[row] = CELL.imputed;
      count++;
    }
  if (count === 0) return;
  columns.set(code, out);
  cells.set(code, flags);
}
