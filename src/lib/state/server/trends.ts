/** What the build knows for the trends page. */
import { join } from 'node:path';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import {
  readTrendTables as askTrendTables,
  type TrendTables,
} from '../layer-tables/trend-tables.ts';

const DATA_FOLDER = join(process.cwd(), 'static', 'data');

/** Reads a layer through the native engine. `inSchemes`: codes that the scores bring along. */
export async function readTrendTables(
  layer: Layer,
  inSchemes: readonly string[],
): Promise<TrendTables> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    return await askTrendTables((query, params) => engine.query(query, params), inSchemes);
  } finally {
    await engine.close();
  }
}
