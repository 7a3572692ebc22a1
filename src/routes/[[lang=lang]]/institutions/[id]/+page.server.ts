import { error } from '@sveltejs/kit';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { scopeDefaults, scopeOptions } from '#lib/state/scope.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

async function everyone() {
  const { manifest, schemes } = await readSite();
  const { scheme } = scopeDefaults(manifest, schemes);
  const { layers } = scopeOptions(manifest, schemes, {});
  const found = await Promise.all(
    layers.map(async (layer) => (await scoreLayer(layer, scheme)).dataset.institutions),
  );
  return found.flat();
}

export const entries: EntryGenerator = async () =>
  (await everyone()).flatMap(({ institution_id: id }) => [{ id }, { lang: 'en', id }]);

export const load: PageServerLoad = async ({ params }) => {
  const found = (await everyone()).find(({ institution_id }) => institution_id === params.id);
  if (!found) error(404);
  return { name: found.name_zh };
};
