import type { ScoreIssue, UnitRow, UnitTable } from '#lib/model/index.ts';
import { columnsTogether } from '../structure/columns.ts';
import type { Hierarchy, IndicatorElement } from '../structure/hierarchy.ts';
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
  const divided = hierarchy.indicators.flatMap((at) => {
    const { code, node } = hierarchy.elements[at] as IndicatorElement;
    const { denominator, scale_factor = 1 } = node;
    return denominator === undefined ? [] : [{ code, by: denominator, scale: scale_factor }];
  });
  const n = table.rows.length;
  const scratch = new Float64Array(n);
  const out = columnsTogether(divided.length, n, NaN);
  for (const [i, { code, by, scale }] of divided.entries()) {
    const denominator = readColumn(table, by, scratch);
    const rates = out[i]!;
    columns.set(code, rates);
    if (!denominator) {
      issues.push({ code: 'missing_column', element: by, group: '', period: null, unit: null });
      continue;
    }
    divideInto(rates, raw.get(code)!, denominator, scale);
    if (denominator.includes(0)) issues.push(...zeroDenominators(code, denominator, table.rows));
  }
  return { columns, issues };
}

/** @param out all NaN */
function divideInto(out: Float64Array, x: Float64Array, by: Float64Array, scale: number): void {
  for (let row = 0; row < out.length; row++) {
    const rate = (x[row]! * scale) / by[row]!;
    // Beyond the largest double there is no rate (R26).
    if (by[row] !== 0 && Number.isFinite(rate)) out[row] = rate;
  }
  makeAlike(out);
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
