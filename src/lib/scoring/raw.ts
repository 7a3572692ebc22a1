import type { ScoreIssue, UnitTable } from '#lib/model/index.ts';
import type { Hierarchy } from './hierarchy.ts';

export interface RawColumns {
  /** By indicator code, in the scheme's order; NaN for missing. */
  readonly columns: Map<string, Float64Array>;
  readonly issues: ScoreIssue[];
}

/** A copy in which what is not finite is missing. */
function finiteOrMissing(column: Float64Array): Float64Array {
  const out = column.slice();
  for (let row = 0; row < out.length; row++) if (!Number.isFinite(out[row]!)) out[row] = NaN;
  return out;
}

/**
 * Takes the scheme's indicators out of the table (R1, R2). An infinite cell is no measurement and
 * counts as missing; so does every cell of a column that the table lacks, which is reported.
 */
export function readColumns(hierarchy: Hierarchy, table: UnitTable): RawColumns {
  const columns = new Map<string, Float64Array>();
  const issues: ScoreIssue[] = [];
  const n = table.rows.length;
  for (const at of hierarchy.indicators) {
    const element = hierarchy.elements[at]!;
    if (element.kind !== 'indicator') continue;
    const { code, node } = element;
    const column = table.columns.get(node.column ?? code);
    if (column && column.length !== n)
      throw new RangeError(`Column of ${code} has ${column.length} cells for ${n} rows.`);
    if (!column)
      issues.push({ code: 'missing_column', element: code, group: '', period: null, unit: null });
    columns.set(code, column ? finiteOrMissing(column) : new Float64Array(n).fill(NaN));
  }
  return { columns, issues };
}
