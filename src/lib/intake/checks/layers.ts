/** The wall between published, empty and invented data. */
import type { Layer } from '#lib/model/index.ts';
import type { Finding } from '../findings/finding.ts';
import { findingAt, type AnyRow, type TableRow } from '../raw/table-row.ts';
import type { RawTableName } from '../raw/schemas.ts';
import type { Check } from './check.ts';

/** Region codes 99xxxx belong to no place of GB/T 2260. */
export const isFictional = (regionCode: string) => regionCode.startsWith('99');

/** The layers whose sources a layer may cite: an empty form cites the real lists it was made from. */
const MAY_CITE: Readonly<Record<Layer, readonly Layer[]>> = {
  reported: ['reported'],
  template: ['template', 'reported'],
  synthetic: ['synthetic'],
};

const REGION_COLUMNS = ['region_code', 'parent_code', 'successor_code'] as const;

function regionFaults(row: AnyRow): Finding[] {
  const values: Readonly<Record<string, unknown>> = row.values;
  return REGION_COLUMNS.flatMap((column) => {
    const code = values[column];
    if (typeof code !== 'string' || isFictional(code) === (row.layer === 'synthetic')) return [];
    return [findingAt(row as TableRow<RawTableName>, column as never, 'layer_region')];
  });
}

function institutionFaults(row: AnyRow): Finding[] {
  const id = 'institution_id' in row.values ? row.values.institution_id : null;
  if (id === null || id.startsWith('syn-') === (row.layer === 'synthetic')) return [];
  return [findingAt(row as TableRow<RawTableName>, 'institution_id' as never, 'layer_institution')];
}

export const layers: Check = (data, catalogue) => {
  const rows: readonly AnyRow[] = [
    ...data.rows.region,
    ...data.rows.institution,
    ...data.rows.observation,
    ...data.rows.target,
    ...data.rows.event,
    ...data.rows.check,
    ...data.rows.activity,
    ...data.rows.published,
    ...data.rows.series_break,
  ];
  const sourceFaults = (row: AnyRow): Finding[] => {
    const id = 'source_id' in row.values ? row.values.source_id : null;
    const other = id === null ? null : (catalogue.source(id)?.values.layer ?? null);
    if (row.layer === null || other === null || MAY_CITE[row.layer].includes(other)) return [];
    const params = { layer: row.layer, other };
    return [
      findingAt(row as TableRow<RawTableName>, 'source_id' as never, 'layer_source', { params }),
    ];
  };
  return rows.flatMap((row) => [
    ...sourceFaults(row),
    ...regionFaults(row),
    ...institutionFaults(row),
  ]);
};
