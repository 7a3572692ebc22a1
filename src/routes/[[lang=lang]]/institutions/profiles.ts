/** The profiles as the build computes them: once each, for both languages. */
import { answerBackwards } from '#lib/views/institution/backwards.ts';
import { isSilent } from '#lib/views/institution/headings.ts';
import { profileModel } from '#lib/views/institution/model.ts';
import type { Layer } from '#lib/model/index.ts';
import { unitTable } from '#lib/state/dataset.ts';
import { institutionFacts } from '#lib/state/institution-facts.ts';
import { institutionOptions } from '#lib/state/institution-view.ts';
import type { PossiblePlacesOf } from '#lib/state/possible-places.ts';
import { periodsOf } from '#lib/state/choices.ts';
import { scopeDefaults, scopeOptions } from '#lib/state/scope.ts';
import { factTables } from '#lib/state/server/institution-facts.ts';
import { simulatePlaces } from '#lib/state/server/places.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';

/** Everyone of the layers that hold institutions. */
export async function everyInstitution() {
  const { manifest, schemes } = await readSite();
  const { scheme } = scopeDefaults(manifest, schemes);
  const { layers } = scopeOptions(manifest, schemes, {});
  const found = await Promise.all(
    layers.map(async (layer) =>
      (await scoreLayer(layer, scheme)).dataset.institutions.map((row) => ({ layer, row })),
    ),
  );
  return found.flat();
}

const profiles = new Map<string, ReturnType<typeof computeProfile>>();

/** One institution's page data; null for an id that no layer has. */
export function profileOf(id: string): ReturnType<typeof computeProfile> {
  const known = profiles.get(id) ?? computeProfile(id);
  profiles.set(id, known);
  return known;
}

async function computeProfile(id: string) {
  const found = (await everyInstitution()).find(({ row }) => row.institution_id === id);
  if (!found) return null;
  const { layer, row } = found;
  const { manifest, schemes, choices } = await readSite();
  const options = scopeOptions(manifest, schemes, periodsOf(choices));
  const site = scopeDefaults(manifest, schemes);
  const view = institutionOptions(options, site, { layer }).defaults;
  const { dataset, scheme, result, table } = await scored(layer, view.scheme);
  const facts = institutionFacts(await factTables(layer), row);
  const level = row.level === 'city' ? ('city' as const) : ('county' as const);
  const possible = await placesOf(layer, view.scheme, view.period, level);
  const model = profileModel(dataset, scheme, result, view, id, facts, possible);
  const question = { table, scheme, result, unit: id, period: view.period };
  return { layer, facts, model, backwards: isSilent(model) ? null : answerBackwards(question) };
}

/** The table too, which is the same for all profiles of a layer. */
const tables = new Map<string, ReturnType<typeof scoreWithTable>>();

function scored(layer: Layer, schemeId: string): ReturnType<typeof scoreWithTable> {
  const key = `${layer} ${schemeId}`;
  const known = tables.get(key) ?? scoreWithTable(layer, schemeId);
  tables.set(key, known);
  return known;
}

async function scoreWithTable(layer: Layer, schemeId: string) {
  const found = await scoreLayer(layer, schemeId);
  return { ...found, table: unitTable(found.dataset, found.scheme) };
}

const simulated = new Map<string, Promise<PossiblePlacesOf>>();

/** Simulated once for a level, as the ranking of it is. */
function placesOf(
  layer: Layer,
  schemeId: string,
  period: string,
  level: 'county' | 'city',
): Promise<PossiblePlacesOf> {
  const key = [layer, schemeId, period, level].join(' ');
  const known =
    simulated.get(key) ??
    scored(layer, schemeId).then(({ dataset, scheme, result }) =>
      result.status.some(({ kind }) => kind === 'ranked')
        ? simulatePlaces(dataset, scheme, { period, level, city: null })
        : null,
    );
  simulated.set(key, known);
  return known;
}
