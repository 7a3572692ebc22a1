/** Checked rows to the tables beside the observations: targets, events, programme, editions … */
import type { Activity, PublishedScore, SeriesBreak, TABLES, TableName } from '#lib/model/index.ts';
import { citeCell, type TableRow } from '../raw/table-row.ts';
import { must } from './must.ts';
import { STATUS_OF } from './observations.ts';

/** A row with exactly the columns of its table. */
export type OutputRow<N extends TableName> = Readonly<
  Record<(typeof TABLES)[N][number]['name'], string | number | boolean | null>
>;

export function toTarget(row: TableRow<'target'>): OutputRow<'target'> {
  const { values, layer } = row;
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
    locator: values.locator ?? citeCell(row, 'target_id'),
    note: values.note,
  };
}

export function toEvent(row: TableRow<'event'>): OutputRow<'event'> {
  const { values, layer } = row;
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
    locator: values.locator ?? citeCell(row, 'event_id'),
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

export function toActivity(row: TableRow<'activity'>): Activity {
  const { values, layer } = row;
  return {
    activity_id: must(values.activity_id, 'activity_id'),
    kind: must(values.kind, 'kind'),
    region_code: must(values.region_code, 'region_code'),
    institution_id: values.institution_id,
    period: must(values.period, 'period').period,
    title_zh: must(values.title_zh, 'title_zh'),
    title_en: must(values.title_en, 'title_en'),
    needs: values.needs,
    status: must(values.status, 'status'),
    planned_for: values.planned_for,
    done_on: values.done_on,
    participants: values.participants,
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    locator: values.locator ?? citeCell(row, 'activity_id'),
    note: values.note,
  };
}

/** As it stands in the locked file; its cell is always its locator. */
export function toPublished(row: TableRow<'published'>): PublishedScore {
  const { values, layer } = row;
  return {
    edition: must(values.edition, 'edition'),
    period: must(values.period, 'period').period,
    institution_id: must(values.institution_id, 'institution_id'),
    element: must(values.element, 'element'),
    score: values.score,
    rank: values.rank,
    band: values.band,
    status: must(values.status, 'status'),
    scheme: must(values.scheme, 'scheme'),
    scheme_version: must(values.scheme_version, 'scheme_version'),
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    locator: citeCell(row, 'score'),
  };
}

export function toSeriesBreak(row: TableRow<'series_break'>): SeriesBreak {
  const { values, layer } = row;
  return {
    break_id: must(values.break_id, 'break_id'),
    indicator: values.indicator,
    institution_id: values.institution_id,
    period: must(values.period, 'period').period,
    kind: must(values.kind, 'kind'),
    text_zh: must(values.text_zh, 'text_zh'),
    text_en: must(values.text_en, 'text_en'),
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    locator: values.locator ?? citeCell(row, 'break_id'),
    note: values.note,
  };
}
