/** Ratios in per cent, computed from their parts; nobody types them. */
import type { Observation } from '#lib/model/index.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { TableRow } from '../raw/table-row.ts';
import { formatLinear, indicatorsOf, type Linear } from '../rules/expression.ts';
import { quotient } from '../rules/quotient.ts';
import type { RatioRule } from '../rules/rule.ts';
import { isExact, scopesOf, valueIn, type Scope } from '../rules/scope.ts';
import type { Current } from './current.ts';
import { must } from './must.ts';
import { idOf, observationStatus } from './observations.ts';
import { locatorOf, NO_ORIGIN } from './origin.ts';

type ObservationRow = TableRow<'observation'>;

const operandRows = (rule: RatioRule, scope: Scope): ObservationRow[] =>
  indicatorsOf([...rule.numerator, ...rule.denominator]).flatMap(
    (indicator) => scope.rows.get(indicator) ?? [],
  );

/**
 * A form asks for every part, so that one part is enough to state the gap. A published document
 * prints what it likes: only where it prints all parts a ratio is computed.
 */
function applies(rule: RatioRule, scope: Scope, rows: readonly ObservationRow[]): boolean {
  const [first] = rows;
  if (!first || scope.rows.has(rule.indicator)) return false;
  if (first.layer !== 'reported') return true;
  const asked = indicatorsOf([...rule.numerator, ...rule.denominator]);
  return rows.length === asked.length && rows.every((row) => row.values.value !== null);
}

/** The cells of the parts, e.g. `(a.csv!H17 + a.csv!H18) ÷ a.csv!H19`; a missing row by its code. */
function locate(linear: Linear, scope: Scope): string {
  const cells = indicatorsOf(linear).map((indicator) => {
    const row = scope.rows.get(indicator);
    return row ? locatorOf(row) : indicator;
  });
  return cells.length > 1 ? `(${cells.join(' + ')})` : cells.join('');
}

/** `TZ3D`, `(TZ3A + TZ3B)`. */
const inBrackets = (linear: Linear): string =>
  linear.length > 1 ? `(${formatLinear(linear)})` : formatLinear(linear);

function denominatorKind(rule: RatioRule, scope: Scope): string | null {
  const [indicator = ''] = indicatorsOf(rule.denominator);
  return scope.rows.get(indicator)?.values.denominator_kind ?? rule.denominator_kind;
}

/** Notes of the parts, each once. */
function notes(rows: readonly ObservationRow[]): string | null {
  const distinct = new Set(rows.flatMap((row) => row.values.note ?? []));
  return distinct.size > 0 ? [...distinct].join('；') : null;
}

function compute(
  rule: RatioRule,
  scope: Scope,
  rows: readonly ObservationRow[],
  catalogue: Catalogue,
): Observation {
  const first = must(rows[0], 'operand');
  const layer = must(first.layer, 'layer');
  const indicator = must(catalogue.indicator(layer, rule.indicator), 'ratio indicator').values;
  const result = quotient(rule, valueIn(scope));
  const exact = result.value === null || isExact(scope, [...rule.numerator, ...rule.denominator]);
  return {
    obs_id: idOf(first, rule.indicator),
    institution_id: first.values.institution_id,
    region_code: must(first.values.region_code, 'region_code'),
    entity: first.values.entity,
    pillar: first.values.pillar,
    indicator: rule.indicator,
    ...must(first.values.period, 'period'),
    value_text: null,
    unit: must(indicator.unit_zh, 'unit'),
    // A quotient of hedged numbers is itself only approximate.
    qualifier: exact ? 'exact' : 'approx',
    measure_kind: must(indicator.measure_kind, 'measure_kind'),
    ...result,
    denominator_kind: denominatorKind(rule, scope),
    data_status: observationStatus(layer, result.value !== null),
    source_id: must(first.values.source_id, 'source_id'),
    locator: `${locate(rule.numerator, scope)} ÷ ${locate(rule.denominator, scope)}`,
    revision: Math.max(...rows.map((row) => row.values.revision ?? 0)),
    note: notes(rows),
    ...NO_ORIGIN,
    formula: `${inBrackets(rule.numerator)} ÷ ${inBrackets(rule.denominator)}`,
    earlier_revisions: null,
  };
}

/** All ratios of the rules, for every subject and period that has their parts. */
export function computeRatios(
  rules: readonly RatioRule[],
  current: Current,
  catalogue: Catalogue,
): Observation[] {
  const scopes = scopesOf(current);
  return rules.flatMap((rule) =>
    scopes.flatMap((scope) => {
      const rows = operandRows(rule, scope);
      return applies(rule, scope, rows) ? [compute(rule, scope, rows, catalogue)] : [];
    }),
  );
}
