/** What the build knows for the trends page. */
import { join } from 'node:path';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import { indicators, published, schemeObservations, seriesBreaks } from '#lib/queries/index.ts';
import type { TrendIndicator } from '../trend-indicator.ts';
import type { TrendRecords } from '../trends-records.ts';

const DATA_FOLDER = join(process.cwd(), 'static', 'data');

export interface TrendTables {
  /** Indicators with values of institutions, in the order of the catalogue. */
  readonly catalogue: readonly TrendIndicator[];
  readonly records: TrendRecords;
}

/** Reads a layer through the native engine. `inSchemes`: codes that the scores bring along. */
export async function readTrendTables(
  layer: Layer,
  inSchemes: readonly string[],
): Promise<TrendTables> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    const rows = await engine.query(indicators, {});
    const [publishedRows, breaks, observations] = await Promise.all([
      engine.query(published, {}),
      engine.query(seriesBreaks, {}),
      engine.query(schemeObservations, {
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
  } finally {
    await engine.close();
  }
}
