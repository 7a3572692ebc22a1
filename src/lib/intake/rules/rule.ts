/** data/rules.csv parsed: each row an expression that the engine of its kind understands. */
import type { LocalText } from '#lib/model/index.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { findingAt, textOf, type TableRow } from '../raw/table-row.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import { indicatorsOf, parseLinear, parseRatio, type Linear, type Ratio } from './expression.ts';

interface Base {
  readonly id: string;
  readonly text: LocalText;
  readonly severity: Severity;
}

export interface RatioRule extends Base, Ratio {
  readonly kind: 'ratio';
  readonly indicator: string;
  readonly formula: string;
  readonly denominator_kind: string | null;
}

export interface CompareRule extends Base {
  readonly kind: 'at_most' | 'sum';
  readonly left: Linear;
  readonly right: Linear;
}

export interface StockFlowRule extends Base {
  readonly kind: 'stock_flow';
  readonly indicator: string;
  /** What is added to the stock of the period before. */
  readonly flow: Linear;
}

export interface JumpRule extends Base {
  readonly kind: 'jump';
  /** null for every stock. */
  readonly indicator: string | null;
  readonly threshold: number;
}

export type Rule = RatioRule | CompareRule | StockFlowRule | JumpRule;

type RuleRow = TableRow<'rule'>;

/** The indicators that a rule speaks of. */
export function ruleIndicators(rule: Rule): string[] {
  switch (rule.kind) {
    case 'ratio':
      return [rule.indicator, ...indicatorsOf([...rule.numerator, ...rule.denominator])];
    case 'at_most':
    case 'sum':
      return indicatorsOf([...rule.left, ...rule.right]);
    case 'stock_flow':
      return [rule.indicator, ...indicatorsOf(rule.flow)];
    case 'jump':
      return rule.indicator === null ? [] : [rule.indicator];
  }
}

function parseRule(row: RuleRow): Rule | Finding[] {
  const { kind, indicator, operands, threshold, denominator_kind } = row.values;
  const { rule_id, severity, text_zh, text_en } = row.values;
  if (kind === null || indicator === null || row.unread.has('operands')) return [];
  const base: Base = {
    id: rule_id ?? '',
    text: { zh: text_zh ?? '', en: text_en ?? '' },
    severity: severity ?? 'error',
  };
  const badExpression = (column: 'indicator' | 'operands') => [
    findingAt(row, column, 'rule_expression', { params: { reason: textOf(row, column) } }),
  ];
  const expression = operands ?? '';
  switch (kind) {
    case 'ratio': {
      const ratio = parseRatio(expression);
      if (!ratio) return badExpression('operands');
      return {
        ...base,
        ...ratio,
        kind,
        indicator,
        formula: `100 × (${expression})`,
        denominator_kind,
      };
    }
    case 'at_most':
    case 'sum': {
      const left = parseLinear(indicator);
      const right = parseLinear(expression);
      if (!left) return badExpression('indicator');
      return right ? { ...base, kind, left, right } : badExpression('operands');
    }
    case 'stock_flow': {
      const flow = parseLinear(expression);
      return flow ? { ...base, kind, indicator, flow } : badExpression('operands');
    }
    case 'jump':
      if (threshold === null || threshold <= 0)
        return row.unread.has('threshold') ? [] : [findingAt(row, 'threshold', 'rule_threshold')];
      return { ...base, kind, indicator: indicator === '*stock' ? null : indicator, threshold };
  }
}

/** All rules that can be understood, and what is wrong with the others. */
export function parseRules(
  data: DataSet,
  catalogue: Catalogue,
): { rules: Rule[]; findings: Finding[] } {
  const rules: Rule[] = [];
  const findings: Finding[] = [];
  for (const row of data.rows.rule) {
    const parsed = parseRule(row);
    if (Array.isArray(parsed)) {
      findings.push(...parsed);
      continue;
    }
    rules.push(parsed);
    if (data.unreadable.has('indicator')) continue;
    for (const indicator of new Set(ruleIndicators(parsed)))
      if (!catalogue.knowsIndicator(indicator))
        findings.push(findingAt(row, 'indicator', 'rule_indicator', { params: { indicator } }));
  }
  return { rules, findings };
}
