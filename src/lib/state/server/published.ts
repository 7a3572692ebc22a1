/** Published facts and events as the build reads them, through the native engine. */
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import {
  checks,
  events,
  indicators,
  institutions,
  regions,
  reportedFacts,
  sources,
} from '#lib/queries/index.ts';
import { chronicleOf, type Chronicle } from '../chronicle.ts';
import { factsData, type FactsData } from '../published-facts.ts';
import { DATA_FOLDER } from './site.ts';

let facts: Promise<FactsData> | undefined;

/** Every published fact, and the sums done again on them. */
export const readFacts = (): Promise<FactsData> => (facts ??= openFacts());

async function openFacts(): Promise<FactsData> {
  const engine = await openNodeEngine(DATA_FOLDER, 'reported');
  try {
    return factsData({
      facts: await engine.query(reportedFacts, {}),
      indicators: await engine.query(indicators, {}),
      regions: await engine.query(regions, {}),
      sources: await engine.query(sources, {}),
      checks: await engine.query(checks, {}),
    });
  } finally {
    await engine.close();
  }
}

const chronicles = new Map<Layer, Promise<Chronicle>>();

/** The events of a layer. */
export function readChronicle(layer: 'reported' | 'synthetic'): Promise<Chronicle> {
  const known = chronicles.get(layer) ?? openChronicle(layer);
  chronicles.set(layer, known);
  return known;
}

async function openChronicle(layer: 'reported' | 'synthetic'): Promise<Chronicle> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    const tables = {
      events: await engine.query(events, {}),
      institutions: await engine.query(institutions, {}),
      regions: await engine.query(regions, {}),
      sources: await engine.query(sources, {}),
    };
    return chronicleOf(tables, layer);
  } finally {
    await engine.close();
  }
}
