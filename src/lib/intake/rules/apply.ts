/** Applies data/rules.csv to the current observations. */
import type { Current } from '../derive/current.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import { checkCompare } from './compare.ts';
import { checkQuotient } from './quotient.ts';
import type { JumpRule, RatioRule, Rule } from './rule.ts';
import { scopesOf, type Scope } from './scope.ts';
import { checkJump, checkStockFlow } from './series.ts';

function jumps(rule: JumpRule, scope: Scope, current: Current, catalogue: Catalogue): Finding[] {
  return [...scope.rows.values()].flatMap((row) => {
    const code = row.values.indicator ?? '';
    const kind = catalogue.indicator(row.layer, code)?.values.measure_kind;
    const applies = rule.indicator === null ? kind === 'stock' : rule.indicator === code;
    return applies ? checkJump(rule, row, scope, current) : [];
  });
}

/** A ratio that the pipeline computes is not typed; a published one is a fact of its document. */
function typedRatios(rules: readonly RatioRule[], rows: readonly TableRow<'observation'>[]) {
  const computed = new Map(rules.map((rule) => [rule.indicator, rule]));
  return rows.flatMap((row) => {
    const rule = computed.get(row.values.indicator ?? '');
    if (!rule || row.layer === 'reported') return [];
    const params = { indicator: rule.indicator, formula: rule.formula };
    return [findingAt(row, 'indicator', 'ratio_typed', { params })];
  });
}

export function applyRules(
  rules: readonly Rule[],
  all: readonly TableRow<'observation'>[],
  current: Current,
  catalogue: Catalogue,
): Finding[] {
  const scopes = scopesOf(current);
  const ratios = rules.filter((rule) => rule.kind === 'ratio');
  const findings = typedRatios(ratios, all);
  for (const rule of rules)
    for (const scope of scopes) {
      if (rule.kind === 'ratio') findings.push(...checkQuotient(rule, scope, catalogue));
      else if (rule.kind === 'at_most' || rule.kind === 'sum')
        findings.push(...checkCompare(rule, scope));
      else if (rule.kind === 'stock_flow') findings.push(...checkStockFlow(rule, scope, current));
      else if (rule.kind === 'jump') findings.push(...jumps(rule, scope, current, catalogue));
    }
  return findings;
}
