/** Checked rows to the observation table. */
import { observationId, type DataStatus, type Layer, type Observation } from '#lib/model/index.ts';
import type { TableRow } from '../raw/table-row.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import { must } from './must.ts';
import { earlierRevisions, locatorOf, originOf } from './origin.ts';
import { subjectOf } from './subject.ts';

/** The layer decides what its rows are; of observations of the form, see `observationStatus`. */
export const STATUS_OF: Readonly<Record<Layer, DataStatus>> = {
  reported: 'reported',
  template: 'not_reported',
  synthetic: 'synthetic',
};

/** A form that was filled in reports; its blank rows do not. */
export const observationStatus = (layer: Layer, filled: boolean): DataStatus =>
  layer === 'template' && filled ? 'reported' : STATUS_OF[layer];

/** A stable name: layer, subject, indicator, period. Revisions of one fact share it. */
export const idOf = (row: TableRow<'observation'>, indicator: string): string =>
  observationId(subjectOf(row), indicator, must(row.values.period, 'period').period);

/** One raw row as an observation; `earlier` are the rows it supersedes. */
export function toObservation(
  row: TableRow<'observation'>,
  catalogue: Catalogue,
  earlier: readonly TableRow<'observation'>[],
): Observation {
  const { values } = row;
  const layer = must(row.layer, 'layer');
  const code = must(values.indicator, 'indicator');
  const indicator = must(catalogue.indicator(layer, code), 'indicator row').values;
  return {
    obs_id: idOf(row, code),
    institution_id: values.institution_id,
    region_code: must(values.region_code, 'region_code'),
    entity: values.entity,
    pillar: values.pillar,
    indicator: code,
    ...must(values.period, 'period'),
    value: values.value,
    missing_reason: values.missing_reason,
    value_text: values.value_text,
    unit: must(values.unit, 'unit'),
    qualifier: must(values.qualifier, 'qualifier'),
    measure_kind: must(indicator.measure_kind, 'measure_kind'),
    numerator: null,
    denominator: null,
    denominator_kind: values.denominator_kind,
    data_status: observationStatus(layer, values.value !== null || values.value_text !== null),
    source_id: must(values.source_id, 'source_id'),
    locator: locatorOf(row),
    revision: must(values.revision, 'revision'),
    note: values.note,
    ...originOf(row),
    formula: null,
    earlier_revisions: earlierRevisions(earlier),
  };
}
