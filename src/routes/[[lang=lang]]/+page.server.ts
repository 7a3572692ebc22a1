import { rankingDefaults } from '#lib/state/defaults.ts';
import { simulatePlaces } from '#lib/state/server/places.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { rankingModel } from '#lib/views/ranking/model.ts';
import { rankingPlaceholder } from '#lib/views/ranking/placeholder.ts';
import type { PageServerLoad } from './$types';

/** The default ranking, computed once at build time: readable before any script has run. */
export const load: PageServerLoad = async () => {
  const site = await readSite();
  const view = rankingDefaults(site.manifest, site.schemes);
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  const initial = rankingModel(
    dataset,
    scheme,
    result,
    view,
    simulatePlaces(dataset, scheme, view),
  );
  const { width, height } = rankingPlaceholder(initial, scheme, 'zh', 'light');
  return {
    initial,
    figureSize: { width, height },
    choices: site.choices,
  };
};
