import { schemeColumns } from '#lib/model/index.ts';
import { readSite } from '#lib/state/server/site.ts';
import { placeholderSize } from '../figures/figures.ts';
import { defaultRanking } from './ranking.ts';
import type { PageServerLoad } from './$types';

/** The default ranking, computed once at build time: readable before any script has run. */
export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  const { model, scheme, institutions } = await defaultRanking();
  return {
    initial: model,
    figureSize: await placeholderSize('ranking'),
    choices,
    glance: {
      institutions,
      periods: choices[model.view.layer]?.periods ?? [],
      indicators: schemeColumns(scheme).length,
    },
  };
};
