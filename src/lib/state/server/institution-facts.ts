/** The tables behind the institutions' facts, read once a layer for all prerendered pages. */
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import type { FactTables } from '../institution-facts.ts';
import { readFactTables } from '../layer-tables/fact-tables.ts';
import { DATA_FOLDER } from './site.ts';

const read = new Map<Layer, Promise<FactTables>>();

/** Throws when `npm run data` has not been run. */
export function factTables(layer: Layer): Promise<FactTables> {
  const known = read.get(layer) ?? readTables(layer);
  read.set(layer, known);
  return known;
}

async function readTables(layer: Layer): Promise<FactTables> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    return await readFactTables((query, params) => engine.query(query, params));
  } finally {
    await engine.close();
  }
}
