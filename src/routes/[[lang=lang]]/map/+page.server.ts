import { mapOptions } from '#lib/state/map-view.ts';
import { periodsOf } from '#lib/state/choices.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { mapModel } from '#lib/views/map/model.ts';
import type { PageServerLoad } from './$types';

/** The default tile map, computed once at build time: readable before any script has run. */
export const load: PageServerLoad = async () => {
  const { manifest, schemes, choices } = await readSite();
  const view = mapOptions(manifest, schemes, periodsOf(choices)).defaults;
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  return { initial: mapModel(dataset, scheme, result, view), choices };
};
