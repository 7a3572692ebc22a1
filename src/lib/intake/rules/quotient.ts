/** The value of a ratio rule, and whether it can be right. */
import type { MissingReason } from '#lib/model/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import { findingAt } from '../raw/table-row.ts';
import { evaluate, indicatorsOf } from './expression.ts';
import type { RatioRule } from './rule.ts';
import { citeOperands, valueIn, type Scope } from './scope.ts';

export interface Quotient {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
}

/** 100 · numerator / denominator; null with the reason where that is not a number. */
export function quotient(rule: RatioRule, read: (indicator: string) => number | null): Quotient {
  const numerator = evaluate(rule.numerator, read);
  const denominator = evaluate(rule.denominator, read);
  if (numerator === null || denominator === null)
    return { numerator, denominator, value: null, missing_reason: 'component_missing' };
  if (denominator === 0)
    return { numerator, denominator, value: null, missing_reason: 'denominator_zero' };
  return { numerator, denominator, value: (100 * numerator) / denominator, missing_reason: null };
}

/** A computed ratio outside the range of its indicator is reported at its first numerator. */
export function checkQuotient(rule: RatioRule, scope: Scope, catalogue: Catalogue): Finding[] {
  const { value } = quotient(rule, valueIn(scope));
  const row = scope.rows.get(indicatorsOf(rule.numerator)[0] ?? '');
  if (value === null || !row) return [];
  const range = catalogue.indicator(row.layer, rule.indicator)?.values;
  const [min, max] = [range?.range_min ?? -Infinity, range?.range_max ?? Infinity];
  if (value >= min && value <= max) return [];
  const params = {
    indicator: rule.indicator,
    formula: rule.formula,
    value: Math.round(value * 100) / 100,
    min,
    max,
    operands: citeOperands(scope, [...rule.numerator, ...rule.denominator]),
  };
  return [findingAt(row, 'value', 'ratio_range', { params, severity: rule.severity })];
}
