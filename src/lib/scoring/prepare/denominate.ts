import type { SchemeIndicator, ScoreIssue, UnitRow, UnitTable } from '#lib/model/index.ts';
import type { Hierarchy } from '../structure/hierarchy.ts';
import { makeAlike } from '../statistics/alike.ts';
import { readColumn } from './raw.ts';

export interface Denominated {
  /** By indicator code; the raw array itself where there is nothing to divide by. */
  readonly columns: Map<string, Float64Array>;
  readonly issues: ScoreIssue[];
}

/**
 * Divides indicators by their denominators (R10): x · scale_factor / denominator. Missing where either
 * is missing, and where the denominator is zero, which is reported for each cell. Rates that are equal
 * on paper are equal.
 */
export function denominate(
  hierarchy: Hierarchy,
  raw: ReadonlyMap<string, Float64Array>,
  table: UnitTable,
): Denominated {
  const columns = new Map(raw);
  const issues: ScoreIssue[] = [];
  for (const at of hierarchy.indicators) {
    const { code, node } = hierarchy.elements[at]! as { code: string; node: SchemeIndicator };
    if (node.denominator === undefined) continue;
    const denominator = readColumn(table, node.denominator);
    if (!denominator) {
      const element = node.denominator;
      issues.push({ code: 'missing_column', element, group: '', period: null, unit: null });
    }
    columns.set(code, divide(raw.get(code)!, denominator, node.scale_factor ?? 1));
    if (denominator) issues.push(...zeroDenominators(code, denominator, table.rows));
  }
  return { columns, issues };
}

function divide(x: Float64Array, by: Float64Array | null, scale: number): Float64Array {
  const out = new Float64Array(x.length).fill(NaN);
  if (!by) return out;
  for (let row = 0; row < out.length; row++) {
    const rate = (x[row]! * scale) / by[row]!;
    // Beyond the largest double there is no rate (R26).
    if (by[row] !== 0 && Number.isFinite(rate)) out[row] = rate;
  }
  makeAlike(out);
  return out;
}

const zeroDenominators = (
  element: string,
  denominator: Float64Array,
  rows: readonly UnitRow[],
): ScoreIssue[] =>
  rows
    .filter((_, row) => denominator[row] === 0)
    .map(({ unit, group, period }) => ({
      code: 'zero_denominator',
      element,
      group,
      period,
      unit,
    }));
