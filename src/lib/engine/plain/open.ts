import type { Layer, Manifest } from '#lib/model/index.ts';
import { createTableLoader } from '../load/load-tables.ts';
import type { DataSource } from '../load/source.ts';
import { PlainEngine } from './plain-engine.ts';

/**
 * The engine without SQL by itself, for workers: `createEngineHost` names DuckDB, whose files a
 * bundler would put beside every worker once more. Throws EngineError `not_found` when the manifest
 * has no file of the layer.
 */
export const openPlainEngine = (
  source: DataSource,
  manifest: Manifest,
  layer: Layer,
): PlainEngine => new PlainEngine(createTableLoader(source, manifest, layer));
