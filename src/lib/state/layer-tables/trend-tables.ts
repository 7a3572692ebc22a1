import { indicators, published, schemeObservations, seriesBreaks } from '#lib/queries/index.ts';
import type { TrendIndicator } from '../trend-indicator.ts';
import type { TrendRecords } from '../trends-records.ts';
import type { Ask } from './ask.ts';

export interface TrendTables {
  /** Indicators with values of institutions, in the order of the catalogue. */
  readonly catalogue: readonly TrendIndicator[];
  readonly records: TrendRecords;
}

/** `inSchemes`: codes that the scores bring along. */
export async function readTrendTables(
  ask: Ask,
  inSchemes: readonly string[],
): Promise<TrendTables> {
  const rows = await ask(indicators, {});
  const [publishedRows, breaks, observations] = await Promise.all([
    ask(published, {}),
    ask(seriesBreaks, {}),
    ask(schemeObservations, {
      indicators: rows.map(({ indicator }) => indicator),
      period_type: 'year',
    }),
  ]);
  const observed = new Set(observations.map(({ indicator }) => indicator));
  return {
    catalogue: rows
      .filter(({ indicator }) => observed.has(indicator))
      .map(({ indicator, name_zh, name_en, unit_zh, unit_en, direction, measure_kind }) => ({
        code: indicator,
        name: { zh: name_zh, en: name_en },
        unit: { zh: unit_zh, en: unit_en },
        direction,
        measure: measure_kind,
      })),
    records: {
      published: publishedRows,
      breaks,
      observations: observations.filter(({ indicator }) => !inSchemes.includes(indicator)),
    },
  };
}
