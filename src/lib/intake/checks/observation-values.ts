/** One observation against its indicator: is there a value or a reason, and can it be right? */
import { MISSING_REASONS } from '#lib/model/index.ts';
import type { Finding } from '../findings/finding.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

type ObservationRow = TableRow<'observation'>;
type IndicatorRow = TableRow<'indicator'>;

/** Reasons that only the computation of a ratio gives. */
const RESERVED: readonly string[] = ['denominator_zero', 'component_missing'];
const TYPED_REASONS = MISSING_REASONS.filter((reason) => !RESERVED.includes(reason)).join(' | ');

function valueOrReason(row: ObservationRow, isText: boolean): Finding[] {
  const { value, missing_reason, value_text } = row.values;
  if (row.unread.has('value') || row.unread.has('missing_reason')) return [];
  const has = isText ? value_text !== null : value !== null;
  const column = isText ? 'value_text' : 'value';
  const params = { words: TYPED_REASONS };
  if (missing_reason === null)
    return has ? [] : [findingAt(row, column, 'value_absent', { params })];
  if (has) return [findingAt(row, 'missing_reason', 'value_and_reason')];
  return RESERVED.includes(missing_reason)
    ? [findingAt(row, 'missing_reason', 'reason_reserved', { params })]
    : [];
}

function number(row: ObservationRow, indicator: IndicatorRow): Finding[] {
  const { value } = row.values;
  const { data_type, range_min, range_max, indicator: code } = indicator.values;
  if (value === null) return [];
  const name = `${code} ${indicator.values.name_zh ?? ''}`;
  const params = { indicator: name, min: range_min ?? '-∞', max: range_max ?? '∞' };
  if (data_type === 'text') return [findingAt(row, 'value', 'value_text_kind', { params })];
  return [
    ...(data_type === 'int' && !Number.isInteger(value)
      ? [findingAt(row, 'value', 'value_not_integer', { params })]
      : []),
    ...(value < (range_min ?? -Infinity) || value > (range_max ?? Infinity)
      ? [findingAt(row, 'value', 'value_range', { params })]
      : []),
  ];
}

function unit(row: ObservationRow, indicator: IndicatorRow): Finding[] {
  const { unit_zh, indicator: code } = indicator.values;
  if (row.values.unit === null || unit_zh === null || row.values.unit === unit_zh) return [];
  const params = { indicator: code ?? '', unit: unit_zh };
  return [findingAt(row, 'unit', 'unit_mismatch', { params })];
}

function layerRules(row: ObservationRow): Finding[] {
  const { institution_id, locator, revision } = row.values;
  const findings: Finding[] = [];
  if (row.layer === 'reported') {
    if (locator === null && !row.unread.has('locator'))
      findings.push(findingAt(row, 'locator', 'locator_absent'));
  } else if (institution_id === null && !row.unread.has('institution_id'))
    findings.push(findingAt(row, 'institution_id', 'subject_absent'));
  if (revision !== null && revision < 0)
    findings.push(findingAt(row, 'revision', 'revision_negative'));
  return findings;
}

const OF_ORIGIN = ['origin_sheet', 'origin_cell', 'raw_text', 'conversions'] as const;

/** A cell is nothing without its file. */
function origin(row: ObservationRow): Finding[] {
  const stray = OF_ORIGIN.find((column) => row.values[column] !== null);
  return row.values.origin_file !== null || stray === undefined
    ? []
    : [findingAt(row, stray, 'origin_incomplete')];
}

export const observationValues: Check = (data, catalogue) =>
  data.rows.observation.flatMap((row) => {
    const code = row.values.indicator;
    const indicator = code === null ? undefined : catalogue.indicator(row.layer, code);
    return [
      ...valueOrReason(row, indicator?.values.data_type === 'text'),
      ...layerRules(row),
      ...origin(row),
      ...(indicator ? [...number(row, indicator), ...unit(row, indicator)] : []),
    ];
  });
