/** Rules between a period and the one before it. */
import type { Current } from '../derive/current.ts';
import type { Finding, FindingDetail, Severity } from '../findings/finding.ts';
import { previousPeriod } from '../period.ts';
import { citeCell, findingAt, type TableRow } from '../raw/table-row.ts';
import { evaluate, formatLinear, type Term } from './expression.ts';
import type { JumpRule, StockFlowRule } from './rule.ts';
import { citeOperands, valueIn, type Scope } from './scope.ts';

type ObservationRow = TableRow<'observation'>;

/** A note on the row explains what happened: the finding stays visible, as a warning. */
function unlessNoted(row: ObservationRow, severity: Severity): FindingDetail {
  const { note } = row.values;
  if (note === null) return { severity };
  return {
    severity: 'warning',
    todo: { zh: `备注已说明：${note}`, en: `Explained by the note: ${note}` },
  };
}

function before(row: ObservationRow, scope: Scope, current: Current): ObservationRow | undefined {
  const { indicator, period } = row.values;
  // Whether a change is explained cannot be said where the note could not be read.
  if (row.unread.has('note')) return undefined;
  const previous = period === null ? null : previousPeriod(period);
  if (indicator === null || previous === null) return undefined;
  return current.find(scope.subject, indicator, previous);
}

/** stock(t) = stock(t-1) + flow(t). Silent where a value is missing. */
export function checkStockFlow(rule: StockFlowRule, scope: Scope, current: Current): Finding[] {
  const row = scope.rows.get(rule.indicator);
  const previous = row && before(row, scope, current);
  const stock = row?.values.value ?? null;
  const old = previous?.values.value ?? null;
  const flow = evaluate(rule.flow, valueIn(scope));
  if (!row || !previous || stock === null || old === null || flow === null) return [];
  const expected = old + flow;
  if (Math.abs(stock - expected) <= 1e-9 * Math.max(1, Math.abs(stock))) return [];
  const own: Term = { sign: 1, indicator: rule.indicator, constant: 1 };
  const params = {
    formula: `${old} + ${formatLinear(rule.flow)}`,
    expected,
    operands: `${rule.indicator} ${citeCell(previous, 'value')} = ${old}; ${citeOperands(scope, [own, ...rule.flow])}`,
  };
  return [findingAt(row, 'value', 'stock_flow', { params, ...unlessNoted(row, rule.severity) })];
}

const percent = (share: number) => `${share > 0 ? '+' : ''}${Math.round(share * 1000) / 10}%`;

/** |x(t) / x(t-1) - 1| ≤ threshold. A change from 0 has no rate and is left to stock_flow. */
export function checkJump(
  rule: JumpRule,
  row: ObservationRow,
  scope: Scope,
  current: Current,
): Finding[] {
  const previous = before(row, scope, current);
  const value = row.values.value;
  const old = previous?.values.value ?? null;
  if (!previous || value === null || old === null || old === 0) return [];
  const change = value / old - 1;
  if (Math.abs(change) <= rule.threshold) return [];
  const params = {
    previous: `${citeCell(previous, 'value')} = ${old}`,
    change: percent(change),
    threshold: `${rule.threshold * 100}%`,
  };
  return [findingAt(row, 'value', 'jump', { params, ...unlessNoted(row, rule.severity) })];
}
