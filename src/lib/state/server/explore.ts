/** What the build knows for the explore page: the default answer, and what can be measured. */
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer } from '#lib/model/index.ts';
import { askGroups, readLabels, readMeasures, type Ask, type Measure } from '../explore-facts.ts';
import type { ExploreView } from '../explore-view.ts';
import { DATA_FOLDER } from './site.ts';

async function withEngine<T>(layer: Layer, work: (ask: Ask) => Promise<T>): Promise<T> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    return await work((query, params) => engine.query(query, params));
  } finally {
    await engine.close();
  }
}

/** The observed indicators of each layer. */
export async function measuresOf(
  layers: readonly Layer[],
): Promise<Readonly<Partial<Record<Layer, readonly Measure[]>>>> {
  const entries = await Promise.all(
    layers.map(async (layer) => [layer, await withEngine(layer, readMeasures)] as const),
  );
  return Object.fromEntries(entries);
}

/** The answer to a view that asks for observed indicators alone. */
export const exploreAnswer = (view: ExploreView) =>
  withEngine(view.layer, async (ask) => ({
    labels: await readLabels(ask),
    groups: [...(await askGroups(ask, view, view.measures))],
  }));
