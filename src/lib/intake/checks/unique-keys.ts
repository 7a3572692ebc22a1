/** Keys that occur once: ids of the dimension tables, and the key of an observation. */
import type { Finding } from '../findings/finding.ts';
import type { ColumnOf, RawTableName } from '../raw/schemas.ts';
import { citeCell, findingAt, type TableRow } from '../raw/table-row.ts';
import { subjectOf } from '../derive/subject.ts';
import { spell } from '../recognise/spelling.ts';
import type { Check } from './check.ts';

function duplicates<N extends RawTableName>(
  rows: readonly TableRow<N>[],
  column: ColumnOf<N>,
  keyName: string,
  key: (row: TableRow<N>) => string | null,
): Finding[] {
  const first = new Map<string, TableRow<N>>();
  return rows.flatMap((row) => {
    const value = key(row);
    if (value === null) return [];
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, row);
      return [];
    }
    const params = { key: keyName, first: citeCell(before, column) };
    return [findingAt(row, column, 'duplicate_key', { params })];
  });
}

/** The key of an observation, null where a part of it could not be read. */
export function observationKey(row: TableRow<'observation'>): string | null {
  const { indicator, period, revision } = row.values;
  if (indicator === null || period === null || revision === null) return null;
  return [subjectOf(row), indicator, period.period, revision].join('|');
}

export const uniqueKeys: Check = ({ rows }) => [
  ...duplicates(rows.source, 'source_id', 'source_id', (row) => row.values.source_id),
  // Shared and own indicators of a layer share one name space.
  ...duplicates(rows.indicator, 'indicator', 'indicator', (row) => row.values.indicator),
  ...duplicates(rows.synonym, 'synonym', 'synonym', (row) =>
    row.values.synonym === null ? null : spell(row.values.synonym),
  ),
  ...duplicates(rows.rule, 'rule_id', 'rule_id', (row) => row.values.rule_id),
  ...duplicates(rows.region, 'region_code', 'region_code', (row) =>
    row.values.region_code === null ? null : `${row.layer ?? ''}/${row.values.region_code}`,
  ),
  ...duplicates(rows.institution, 'institution_id', 'institution_id', (row) =>
    row.values.institution_id === null ? null : `${row.layer ?? ''}/${row.values.institution_id}`,
  ),
  ...duplicates(rows.target, 'target_id', 'target_id', (row) => row.values.target_id),
  ...duplicates(rows.event, 'event_id', 'event_id', (row) => row.values.event_id),
  ...duplicates(rows.check, 'check_id', 'check_id', (row) => row.values.check_id),
  ...duplicates(rows.activity, 'activity_id', 'activity_id', (row) => row.values.activity_id),
  ...duplicates(rows.series_break, 'break_id', 'break_id', (row) => row.values.break_id),
  ...duplicates(rows.published, 'element', 'edition + institution + element', (row) => {
    const { edition, institution_id, element } = row.values;
    return edition === null || institution_id === null || element === null
      ? null
      : `${row.layer ?? ''}/${edition}/${institution_id}/${element}`;
  }),
  ...duplicates(
    rows.observation,
    'indicator',
    'institution + region + indicator + period + revision',
    observationKey,
  ),
];
