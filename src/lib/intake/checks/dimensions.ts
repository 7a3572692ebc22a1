/** Rows of the small tables: order of validity, bounds, levels, dates. */
import type { Finding } from '../findings/finding.ts';
import { isDay, parsePeriod } from '../period.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

function validity(row: TableRow<'region'> | TableRow<'institution'>): Finding[] {
  const { valid_from, valid_to } = row.values;
  if (valid_from === null || valid_to === null || valid_from <= valid_to) return [];
  return row.table === 'region'
    ? [findingAt(row, 'valid_to', 'validity_order')]
    : [findingAt(row, 'valid_to', 'validity_order')];
}

function bounds(row: TableRow<'indicator'>): Finding[] {
  const { range_min, range_max } = row.values;
  if (range_min === null || range_max === null || range_min <= range_max) return [];
  return [findingAt(row, 'range_max', 'range_order')];
}

/** A date is written as precisely as it is known: 2016, 2022-03 or 2022-03-15. */
function eventDate(row: TableRow<'event'>): Finding[] {
  const { date, date_precision } = row.values;
  if (date === null || date_precision === null) return [];
  const kind = isDay(date) ? 'day' : parsePeriod(date)?.period_type;
  if (kind === date_precision) return [];
  return [
    findingAt(row, 'date', 'date_precision_mismatch', { params: { precision: date_precision } }),
  ];
}

export const dimensions: Check = (data, catalogue) => {
  const level = (row: TableRow<'institution'>): Finding[] => {
    const { region_code, level: own } = row.values;
    const region = region_code === null ? undefined : catalogue.region(row.layer, region_code);
    const theirs = region?.values.level ?? null;
    if (own === null || theirs === null || own === theirs) return [];
    const params = { region: region?.values.name_zh ?? '', level: theirs };
    return [findingAt(row, 'level', 'institution_level', { params })];
  };
  return [
    ...data.rows.region.flatMap(validity),
    ...data.rows.institution.flatMap((row) => [...validity(row), ...level(row)]),
    ...data.rows.indicator.flatMap(bounds),
    ...data.rows.event.flatMap(eventDate),
  ];
};
