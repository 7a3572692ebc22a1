import type { Observation, PeriodType } from '#lib/model/index.ts';
import type { EngineRow, Query } from '#lib/engine/engine.ts';
import { codeList, inCodeList } from './code-list.ts';
import { decodeObservation } from './decode-observation.ts';
import { orderBy, pick, selectList } from './plain-rows.ts';
import { text } from './rows.ts';

export interface SchemeObservationsParams {
  /** Indicator codes of the scheme; none asks for nothing. */
  readonly indicators: readonly string[];
  readonly period_type: PeriodType;
}

export type SchemeObservation = Pick<Observation, (typeof COLUMNS)[number]> & {
  readonly institution_id: string;
};

const COLUMNS = [
  'obs_id',
  'institution_id',
  'indicator',
  'period',
  'period_start',
  'value',
  'missing_reason',
  'value_text',
  'unit',
  'qualifier',
  'numerator',
  'denominator',
  'denominator_kind',
  'data_status',
  'source_id',
  'locator',
  'revision',
  'note',
] as const;

/**
 * What a scheme is computed from: the institutions' observations of its indicators in all
 * periods of one type, each in its latest revision, by period, institution and indicator.
 */
export const schemeObservations: Query<SchemeObservationsParams, SchemeObservation> = {
  name: 'scheme-observations',
  tables: ['observation'],
  sql: `
    select ${selectList('o', COLUMNS)}
    from observation o
    join (
      select institution_id, indicator, period, max(revision) as revision
      from observation
      where period_type = cast(? as varchar)
      group by institution_id, indicator, period
    ) latest on latest.institution_id = o.institution_id
      and latest.indicator = o.indicator and latest.period = o.period
    where o.period_type = cast(? as varchar)
      and ${inCodeList('o.indicator')}
      and o.revision = latest.revision
    order by o.period_start, o.institution_id, o.indicator, o.obs_id`,
  bind: ({ indicators, period_type }) => [period_type, period_type, codeList(indicators)],
  plain(tables, { indicators, period_type }) {
    codeList(indicators); // refuses what SQL's side refuses
    const wanted = new Set<unknown>(indicators);
    const rows = tables
      .rows('observation')
      .filter(
        (row) =>
          row['period_type'] === period_type &&
          wanted.has(row['indicator']) &&
          row['institution_id'] !== null,
      );
    const latest = latestRevisions(rows);
    return orderBy(
      rows
        .filter((row) => latest.get(cellOf(row)) === Number(row['revision']))
        .map((row) => pick(row, COLUMNS)),
      'period_start',
      'institution_id',
      'indicator',
      'obs_id',
    );
  },
  decode: (row) => ({
    ...decodeObservation(row, COLUMNS),
    institution_id: text(row, 'institution_id'),
  }),
};

const cellOf = (row: EngineRow): string =>
  JSON.stringify([row['institution_id'], row['indicator'], row['period']]);

function latestRevisions(rows: readonly EngineRow[]): Map<string, number> {
  const latest = new Map<string, number>();
  for (const row of rows) {
    const cell = cellOf(row);
    latest.set(cell, Math.max(latest.get(cell) ?? -Infinity, Number(row['revision'])));
  }
  return latest;
}
