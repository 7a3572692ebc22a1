import { institutionSubject } from '#lib/model/index.ts';
import type { TableRow } from '../raw/table-row.ts';

/**
 * Who an observation is about, as a key. An institution keeps its id through a change of region
 * code, so its region is left out. Published facts of different documents never replace each
 * other, so the source is part of their key.
 */
export function subjectOf(row: TableRow<'observation'>): string {
  const { institution_id, entity, region_code, source_id } = row.values;
  const who = institution_id ?? region_code ?? '';
  const source = row.layer === 'reported' ? `/${source_id ?? ''}` : '';
  return institutionSubject(row.layer ?? '', who, entity ?? '') + source;
}
