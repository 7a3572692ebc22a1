/** The tables behind the institutions' facts, read once a layer for all prerendered pages. */
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import {
  activities,
  events,
  regions,
  schemeObservations,
  seriesBreaks,
  targets,
} from '#lib/queries/index.ts';
import type { FactTables } from '../institution-facts.ts';
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
    const [regionRows, breaks, targetRows, eventRows, activityRows] = await Promise.all([
      engine.query(regions, {}),
      engine.query(seriesBreaks, {}),
      engine.query(targets, {}),
      engine.query(events, {}),
      engine.query(activities, {}),
    ]);
    const indicators = targetRows.flatMap(({ scope, indicator }) =>
      scope === 'each_institution' && indicator !== null ? [indicator] : [],
    );
    const observations = await engine.query(schemeObservations, {
      indicators: [...new Set(indicators)],
      period_type: 'year',
    });
    return {
      regions: regionRows,
      breaks,
      targets: targetRows,
      events: eventRows,
      activities: activityRows,
      observations,
    };
  } finally {
    await engine.close();
  }
}
