/** Rules within one period: a part is not greater than the whole; parts add up to it. */
import type { Finding } from '../findings/finding.ts';
import { findingAt } from '../raw/table-row.ts';
import { evaluate, formatLinear, indicatorsOf } from './expression.ts';
import type { CompareRule } from './rule.ts';
import { citeOperands, isExact, valueIn, type Scope } from './scope.ts';

/** Decimals such as 0.1 + 0.2 do not add up exactly in binary. */
const slack = (a: number, b: number) => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * Applies the rule to one scope. It says nothing where a value is missing, or is only a bound or
 * an estimate (余, 约 …): such values can neither keep nor break it.
 */
export function checkCompare(rule: CompareRule, scope: Scope): Finding[] {
  const all = [...rule.left, ...rule.right];
  const left = evaluate(rule.left, valueIn(scope));
  const right = evaluate(rule.right, valueIn(scope));
  if (left === null || right === null || !isExact(scope, all)) return [];
  const holds =
    rule.kind === 'at_most'
      ? left <= right + slack(left, right)
      : Math.abs(left - right) <= slack(left, right);
  const first = scope.rows.get(indicatorsOf(rule.left)[0] ?? '');
  if (holds || !first) return [];
  const params = {
    left: `${formatLinear(rule.left)} = ${left}`,
    right: `${formatLinear(rule.right)} = ${right}`,
    operands: citeOperands(scope, all),
  };
  return [
    findingAt(first, 'value', rule.kind, {
      params,
      severity: rule.severity,
      rule: {
        zh: `${rule.text.zh}（${params.left}；${params.right}）`,
        en: `${rule.text.en} (${params.left}; ${params.right})`,
      },
    }),
  ];
}
