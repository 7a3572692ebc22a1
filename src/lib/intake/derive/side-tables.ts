/** Checked rows to the tables of targets, events and consistency checks. */
import type { TABLES, TableName } from '#lib/model/index.ts';
import type { TableRow } from '../raw/table-row.ts';
import { must } from './must.ts';
import { STATUS_OF } from './observations.ts';

/** A row with exactly the columns of its table. */
export type OutputRow<N extends TableName> = Readonly<
  Record<(typeof TABLES)[N][number]['name'], string | number | boolean | null>
>;

export function toTarget({ values, layer }: TableRow<'target'>): OutputRow<'target'> {
  return {
    target_id: must(values.target_id, 'target_id'),
    region_code: must(values.region_code, 'region_code'),
    owner: must(values.owner, 'owner'),
    name_zh: must(values.name_zh, 'name_zh'),
    name_en: must(values.name_en, 'name_en'),
    indicator: values.indicator,
    comparator: must(values.comparator, 'comparator'),
    value: values.value,
    unit: must(values.unit, 'unit'),
    scope: must(values.scope, 'scope'),
    due: values.due,
    test: must(values.test, 'test'),
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    locator: must(values.locator, 'locator'),
    note: values.note,
  };
}

export function toEvent({ values, layer }: TableRow<'event'>): OutputRow<'event'> {
  return {
    event_id: must(values.event_id, 'event_id'),
    institution_id: values.institution_id,
    region_code: must(values.region_code, 'region_code'),
    date: must(values.date, 'date'),
    date_precision: must(values.date_precision, 'date_precision'),
    category: must(values.category, 'category'),
    summary_zh: must(values.summary_zh, 'summary_zh'),
    summary_en: must(values.summary_en, 'summary_en'),
    numbers: values.numbers,
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    locator: must(values.locator, 'locator'),
    note: values.note,
  };
}

export function toCheck({ values, layer }: TableRow<'check'>): OutputRow<'check'> {
  return {
    check_id: must(values.check_id, 'check_id'),
    rule: must(values.rule, 'rule'),
    computed: values.computed,
    stated: values.stated,
    consistent: must(values.consistent, 'consistent'),
    verdict: must(values.verdict, 'verdict'),
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: values.source_id,
    note: values.note,
  };
}
