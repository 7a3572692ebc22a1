import { readSite } from '#lib/state/server/site.ts';
import { placeholderSize } from '../../figures/figures.ts';
import { defaultTrends } from './trends.ts';
import type { PageServerLoad } from './$types';

/** The default trends, computed once at build time: readable before any script has run. */
export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  const { model, explanation, catalogue, history } = await defaultTrends();
  return {
    initial: model,
    explanation,
    catalogue,
    history,
    choices,
    sizes: {
      trends: await placeholderSize('trends'),
      stock: await placeholderSize('trends-stock'),
    },
  };
};
