/** The star of one layer: its observations and ratios, and the dimensions that they use. */
import {
  LAYERS,
  TABLE_NAMES,
  type Layer,
  type Observation,
  type TableName,
} from '#lib/model/index.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { RawTableName } from '../raw/schemas.ts';
import type { TableRow } from '../raw/table-row.ts';
import type { RatioRule } from '../rules/rule.ts';
import type { Current } from './current.ts';
import { toIndicator, toInstitution, toRegion, toSource } from './dimensions.ts';
import { toObservation } from './observations.ts';
import { computeRatios } from './ratios.ts';
import {
  toActivity,
  toCheck,
  toEvent,
  toPublished,
  toSeriesBreak,
  toTarget,
} from './side-tables.ts';
import { sortRows } from './sort-rows.ts';

export interface LayerTable {
  readonly layer: Layer;
  readonly table: TableName;
  /** Rows with the columns of TABLES[table]; days as ISO strings. Never empty. */
  readonly rows: readonly object[];
}

/** The form of the template and the ranking of the synthetic layer need the whole catalogue. */
const WHOLE_CATALOGUE: readonly Layer[] = ['template', 'synthetic'];

function indicatorsOf(layer: Layer, data: DataSet, used: ReadonlySet<string>) {
  return data.rows.indicator
    .filter((row) => row.layer === null || row.layer === layer)
    .filter((row) => {
      const whole = WHOLE_CATALOGUE.includes(layer) && row.layer === null;
      return whole || used.has(row.values.indicator ?? '');
    })
    .map(toIndicator);
}

function tablesOf(
  layer: Layer,
  data: DataSet,
  observations: readonly Observation[],
): Record<TableName, readonly object[]> {
  const of = <N extends RawTableName>(name: N) =>
    (data.rows[name] as readonly TableRow<N>[]).filter((row) => row.layer === layer);
  const targets = of('target').map(toTarget);
  const breaks = of('series_break').map(toSeriesBreak);
  const rows = {
    observation: observations,
    institution: of('institution').map(toInstitution),
    region: of('region').map(toRegion),
    target: targets,
    event: of('event').map(toEvent),
    check: of('check').map(toCheck),
    activity: of('activity').map(toActivity),
    published: of('published').map(toPublished),
    series_break: breaks,
  };
  const usedIndicators = new Set(
    [...observations, ...targets, ...breaks].flatMap((row) => row.indicator ?? []).map(String),
  );
  const usedSources = new Set(
    Object.values(rows)
      .flat()
      .map((row) => row.source_id),
  );
  const sources = data.rows.source.filter((row) => usedSources.has(row.values.source_id ?? ''));
  return {
    ...rows,
    indicator: indicatorsOf(layer, data, usedIndicators),
    source: sources.map(toSource),
  };
}

/** All tables of all layers that have rows, sorted; in the order of LAYERS and TABLES. */
export function layerTables(
  data: DataSet,
  catalogue: Catalogue,
  current: Current,
  ratios: readonly RatioRule[],
): LayerTable[] {
  const computed = computeRatios(ratios, current, catalogue);
  const statusOf = (layer: Layer) => (row: TableRow<'observation'>) => row.layer === layer;
  return LAYERS.flatMap((layer) => {
    const rows = current.rows
      .filter(statusOf(layer))
      .map((row) => toObservation(row, catalogue, current.earlier(row)));
    const own = computed.filter((row) => row.obs_id.startsWith(`${layer}/`));
    const tables = tablesOf(layer, data, [...rows, ...own]);
    return TABLE_NAMES.map((table) => ({
      layer,
      table,
      rows: sortRows(table, tables[table]),
    })).filter(({ rows: kept }) => kept.length > 0);
  });
}
