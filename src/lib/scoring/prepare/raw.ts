import type { ScoreIssue, UnitTable } from '#lib/model/index.ts';
import { columnsTogether } from '../structure/columns.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';

export interface RawColumns {
  /** By indicator code, in the scheme's order; NaN for missing. */
  readonly columns: Map<string, Float64Array>;
  readonly issues: ScoreIssue[];
}

/**
 * A copy of a column in which what is not finite is missing (R1); null when there is no such
 * column. Throws a RangeError when it is not as long as the rows.
 *
 * @param out where to write it
 */
export function readColumn(
  table: UnitTable,
  name: string,
  out: Float64Array = new Float64Array(table.rows.length),
): Float64Array | null {
  const column = table.columns.get(name);
  if (!column) return null;
  const n = table.rows.length;
  if (column.length !== n)
    throw new RangeError(`Column ${name} has ${column.length} cells for ${n} rows.`);
  // Most columns can be copied as they are, which is many times faster than cell by cell.
  if (hasInfinite(column)) copyFinite(out, column);
  else out.set(column);
  return out;
}

function hasInfinite(column: Float64Array): boolean {
  for (let row = 0; row < column.length; row++)
    if (Math.abs(column[row]!) === Infinity) return true;
  return false;
}

function copyFinite(out: Float64Array, column: Float64Array): void {
  for (let row = 0; row < column.length; row++)
    out[row] = Number.isFinite(column[row]!) ? column[row]! : NaN;
}

/**
 * Takes the scheme's indicators out of the table (R1, R2). An infinite cell is no measurement and
 * counts as missing; so does every cell of a column that the table lacks, which is reported.
 */
export function readColumns(hierarchy: Hierarchy, table: UnitTable): RawColumns {
  const columns = new Map<string, Float64Array>();
  const issues: ScoreIssue[] = [];
  const out = columnsTogether(hierarchy.indicators.length, table.rows.length);
  for (const [i, at] of hierarchy.indicators.entries()) {
    const { code, node } = hierarchy.elements[at] as IndicatorElement;
    if (!readColumn(table, node.column ?? code, out[i])) {
      out[i]!.fill(NaN);
      issues.push({ code: 'missing_column', element: code, group: '', period: null, unit: null });
    }
    columns.set(code, out[i]!);
  }
  return { columns, issues };
}
