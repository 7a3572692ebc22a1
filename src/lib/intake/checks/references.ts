/** Codes that point at other tables: they must exist there, and in the same layer. */
import type { Layer } from '#lib/model/index.ts';
import { findingAt, type AnyRow, type TableRow } from '../raw/table-row.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { Finding, FindingCode } from '../findings/finding.ts';
import type { RawTableName } from '../raw/schemas.ts';
import type { Check } from './check.ts';

interface Reference {
  readonly column: string;
  readonly to: RawTableName;
  readonly code: FindingCode;
  readonly exists: (catalogue: Catalogue, layer: Layer | null, id: string) => boolean;
}

const REFERENCES: readonly Reference[] = [
  {
    column: 'source_id',
    to: 'source',
    code: 'source_unknown',
    exists: (catalogue, _layer, id) => catalogue.source(id) !== undefined,
  },
  {
    column: 'indicator',
    to: 'indicator',
    code: 'indicator_unknown',
    exists: (catalogue, layer, id) => catalogue.indicator(layer, id) !== undefined,
  },
  {
    column: 'institution_id',
    to: 'institution',
    code: 'institution_unknown',
    exists: (catalogue, layer, id) => catalogue.institution(layer, id) !== undefined,
  },
  ...(['region_code', 'parent_code', 'successor_code'] as const).map((column): Reference => ({
    column,
    to: 'region',
    code: 'region_unknown',
    exists: (catalogue, layer, id) => catalogue.region(layer, id) !== undefined,
  })),
];

/** Rules speak of indicators in expressions; they are checked with the rules. */
const POINTING: readonly RawTableName[] = [
  'synonym',
  'region',
  'institution',
  'observation',
  'target',
  'event',
  'check',
  'activity',
  'published',
  'series_break',
];

function missingTargets(row: AnyRow, data: DataSet, catalogue: Catalogue): Finding[] {
  const values: Readonly<Record<string, unknown>> = row.values;
  return REFERENCES.flatMap(({ column, to, code, exists }) => {
    const id = values[column];
    // A row of the table itself is what the others point at.
    const own = to === row.table && (column === 'region_code' || column === 'institution_id');
    if (own || typeof id !== 'string' || data.unreadable.has(to)) return [];
    if (exists(catalogue, row.layer, id)) return [];
    return [findingAt(row as TableRow<RawTableName>, column as never, code)];
  });
}

export const references: Check = (data, catalogue) =>
  POINTING.flatMap((name) => data.rows[name] as readonly AnyRow[]).flatMap((row) =>
    missingTargets(row, data, catalogue),
  );
