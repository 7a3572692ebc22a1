import type { ScoreIssue, UnitTable } from '#lib/model/index.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';

export interface RawColumns {
  /** By indicator code, in the scheme's order; NaN for missing. */
  readonly columns: Map<string, Float64Array>;
  readonly issues: ScoreIssue[];
}

/**
 * A copy of a column in which what is not finite is missing (R1); null when there is no such
 * column. Throws a RangeError when it is not as long as the rows.
 */
export function readColumn(table: UnitTable, name: string): Float64Array | null {
  const column = table.columns.get(name);
  if (!column) return null;
  const n = table.rows.length;
  if (column.length !== n)
    throw new RangeError(`Column ${name} has ${column.length} cells for ${n} rows.`);
  const out = column.slice();
  for (let row = 0; row < n; row++) if (!Number.isFinite(out[row]!)) out[row] = NaN;
  return out;
}

/**
 * Takes the scheme's indicators out of the table (R1, R2). An infinite cell is no measurement and
 * counts as missing; so does every cell of a column that the table lacks, which is reported.
 */
export function readColumns(hierarchy: Hierarchy, table: UnitTable): RawColumns {
  const columns = new Map<string, Float64Array>();
  const issues: ScoreIssue[] = [];
  for (const at of hierarchy.indicators) {
    const element = hierarchy.elements[at]!;
    if (element.kind !== 'indicator') continue;
    const { code, node } = element;
    const column = readColumn(table, node.column ?? code);
    if (!column)
      issues.push({ code: 'missing_column', element: code, group: '', period: null, unit: null });
    columns.set(code, column ?? new Float64Array(table.rows.length).fill(NaN));
  }
  return { columns, issues };
}
