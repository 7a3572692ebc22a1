import { exploreOptions } from '#lib/state/explore-view.ts';
import { exploreAnswer, measuresOf } from '#lib/state/server/explore.ts';
import { readSite } from '#lib/state/server/site.ts';
import type { PageServerLoad } from './$types';

/** The default answer and the catalogue, at build time: of use before any engine has come. */
export const load: PageServerLoad = async () => {
  const { manifest, schemes, choices } = await readSite();
  const { defaults, layers } = exploreOptions(manifest, schemes);
  return {
    initial: { view: defaults, ...(await exploreAnswer(defaults)) },
    measures: await measuresOf(layers),
    choices,
  };
};
