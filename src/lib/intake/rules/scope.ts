/** Everything a rule looks at: one subject in one period, and how to cite what was read. */
import type { Current } from '../derive/current.ts';
import { subjectOf } from '../derive/subject.ts';
import { citeCell, type TableRow } from '../raw/table-row.ts';
import { indicatorsOf, type Linear } from './expression.ts';

type ObservationRow = TableRow<'observation'>;

/** All current rows of a subject in a period, by indicator. */
export interface Scope {
  readonly subject: string;
  readonly period: string;
  readonly rows: ReadonlyMap<string, ObservationRow>;
}

/** Scopes in the order in which they first appear. */
export function scopesOf(current: Current): Scope[] {
  const scopes = new Map<
    string,
    { subject: string; period: string; rows: Map<string, ObservationRow> }
  >();
  for (const row of current.rows) {
    const { indicator, period } = row.values;
    if (indicator === null || period === null) continue;
    const subject = subjectOf(row);
    const key = `${subject}|${period.period}`;
    const scope = scopes.get(key) ?? { subject, period: period.period, rows: new Map() };
    scope.rows.set(indicator, row);
    scopes.set(key, scope);
  }
  return [...scopes.values()];
}

export const valueIn = (scope: Scope) => (indicator: string) =>
  scope.rows.get(indicator)?.values.value ?? null;

/** True when each indicator of the expression is there with an unhedged value. */
export const isExact = (scope: Scope, linear: Linear): boolean =>
  indicatorsOf(linear).every(
    (indicator) => scope.rows.get(indicator)?.values.qualifier === 'exact',
  );

/** The cells of the expression's values: `TZ3A file!H17 = 6`. */
export function citeOperands(scope: Scope, linear: Linear): string {
  return indicatorsOf(linear)
    .map((indicator) => {
      const row = scope.rows.get(indicator);
      return row ? `${indicator} ${citeCell(row, 'value')} = ${row.values.value ?? ''}` : indicator;
    })
    .join('; ');
}
