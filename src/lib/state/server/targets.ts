/** Targets, what they are judged by, and the work programme, as the build reads them. */
import { join } from 'node:path';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import { readTargetEvidence as askEvidence } from '../layer-tables/target-evidence.ts';
import type { TargetEvidence } from '../targets/evidence.ts';

const DATA_FOLDER = join(process.cwd(), 'static', 'data');

const known = new Map<Layer, Promise<TargetEvidence>>();

/** The targets of a layer and all that they are judged by; read once. */
export function readTargetEvidence(layer: Layer): Promise<TargetEvidence> {
  const evidence = known.get(layer) ?? read(layer);
  known.set(layer, evidence);
  return evidence;
}

async function read(layer: Layer): Promise<TargetEvidence> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    return await askEvidence((query, params) => engine.query(query, params), layer);
  } finally {
    await engine.close();
  }
}
