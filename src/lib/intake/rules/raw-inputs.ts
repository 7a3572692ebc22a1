/** What has to be collected so that a scheme can be computed. */
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import { indicatorsOf } from './expression.ts';
import { parseRules } from './rule.ts';

/** Raw indicators behind the columns of a scheme: ratios stand for their parts. */
export function rawInputs(
  data: DataSet,
  catalogue: Catalogue,
  columns: readonly string[],
): readonly string[] {
  const partsOf = new Map<string, string[]>();
  for (const rule of parseRules(data, catalogue).rules)
    if (rule.kind === 'ratio')
      partsOf.set(rule.indicator, indicatorsOf([...rule.numerator, ...rule.denominator]));
  // A ratio whose rule cannot be read is that rule's fault.
  const isRatio = (column: string) =>
    catalogue.indicator(null, column)?.values.measure_kind === 'ratio';
  const parts = (column: string) => partsOf.get(column) ?? (isRatio(column) ? [] : [column]);
  return [...new Set(columns.flatMap(parts))];
}
