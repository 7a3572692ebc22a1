/** Values and gaps as rows of observations/<year>.csv. */
import { markVerbatim } from '../../cells/columns.ts';
import { textOf } from '../../raw/table-row.ts';
import type { CellDraft } from '../drafts.ts';
import type { Folder, ObservationRow } from '../folder.ts';
import { plainDecimal } from '../numbers.ts';
import { sourceId } from './sources.ts';

/** Columns of a new file, in the order of the others. */
export const OBSERVATION_COLUMNS: readonly string[] = (
  'institution_id,institution,region_code,entity,pillar,indicator,period,value,missing_reason,' +
  'value_text,unit,qualifier,denominator_kind,source_id,locator,revision,note'
).split(',');

export const ORIGIN_COLUMNS: readonly string[] = [
  'origin_file',
  'origin_sheet',
  'origin_cell',
  'raw_text',
  'conversions',
];

export type Cells = Readonly<Record<string, string>>;

/** A text for people, as the tables take it: no outer spaces, no formula, nothing invisible. */
export const tidyText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu, ' ')
    .trim()
    .replace(/^[=+\-@]/, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** What the note of a revision says of the value it replaces. */
export function revisionNote(cell: CellDraft, old: ObservationRow | undefined): string {
  if (cell.change !== 'revises' || !old) return '';
  const before = old.values.value_text ?? (old.values.value === null ? null : textOf(old, 'value'));
  return before === null ? '更正：原为缺数' : `更正：原为${before}`;
}

/**
 * The cells of the new row. The note of a revision comes last of all: while the checks run, only
 * what the file itself says counts as an explanation.
 */
export function observationCells(cell: CellDraft, folder: Folder, withNotes: boolean): Cells {
  const { layer, institution_id, indicator, period } = cell;
  const old = folder.current(layer, institution_id, indicator, period.period);
  const name = folder.catalogue.institution(layer, institution_id)?.values.name_zh ?? '';
  const notes = [
    tidyText(cell.row.note ?? ''),
    withNotes ? tidyText(revisionNote(cell, old)) : '',
  ].filter((note) => note !== '');
  const inPlace = old !== undefined && replacesInPlace(cell, old);
  return {
    institution_id,
    institution: name,
    region_code: cell.region_code,
    pillar: old ? textOf(old, 'pillar') : '',
    indicator,
    period: period.period,
    value: cell.value === null ? '' : plainDecimal(cell.value),
    missing_reason: cell.missing_reason ?? '',
    value_text: cell.value_text ?? '',
    unit: cell.unit,
    qualifier: cell.qualifier,
    denominator_kind: old ? textOf(old, 'denominator_kind') : '',
    source_id: sourceId(layer, cell.row.input.sha256),
    revision: String(old && !inPlace ? (old.values.revision ?? 0) + 1 : 0),
    note: notes.join('；'),
    origin_file: markVerbatim(cell.row.input.file),
    origin_sheet: markVerbatim(cell.row.input.grid.sheet),
    origin_cell: cell.at,
    raw_text: markVerbatim(cell.raw),
    conversions: cell.conversions.join(' '),
  };
}

/** A blank row of a form, whoever made the form: nothing was said in it that could be history. */
function isBlankForm({ layer, values }: ObservationRow): boolean {
  const { value, value_text, missing_reason, revision, note, origin_file, source_id } = values;
  const ofForm = layer === 'template' || (source_id ?? '').startsWith('import-');
  return (
    ofForm &&
    value === null &&
    value_text === null &&
    missing_reason === 'not_reported' &&
    revision === 0 &&
    note === null &&
    origin_file === null
  );
}

export const replacesInPlace = (cell: CellDraft, old: ObservationRow): boolean =>
  (cell.change === 'fills_gap' || cell.change === 'revises') && isBlankForm(old);

/** A row that states that a value did not come in. */
export interface Gap {
  readonly path: string;
  readonly layer: CellDraft['layer'];
  readonly institution_id: string;
  readonly indicator: string;
  readonly period: string;
  readonly source_id: string;
}

export function gapCells(gap: Gap, folder: Folder): Cells {
  const { layer, institution_id, indicator, period, source_id } = gap;
  const institution = folder.catalogue.institution(layer, institution_id)?.values;
  return {
    institution_id,
    institution: institution?.name_zh ?? '',
    region_code: regionIn(folder, layer, institution?.region_code ?? '', period.slice(0, 4)),
    indicator,
    period,
    missing_reason: 'not_reported',
    unit: folder.catalogue.indicator(layer, indicator)?.values.unit_zh ?? '',
    qualifier: 'exact',
    source_id,
    revision: '0',
  };
}

/** The code that the region had in a year, where it has changed since. */
function regionIn(folder: Folder, layer: Gap['layer'], code: string, year: string): string {
  for (const candidate of folder.catalogue.predecessors(layer, code)) {
    const { valid_from, valid_to } = folder.catalogue.region(layer, candidate)?.values ?? {};
    if ((valid_from ?? '') <= `${year}-12-31` && (valid_to ?? '9999') >= `${year}-01-01`)
      return candidate;
  }
  return code;
}
