import { readSite } from '#lib/state/server/site.ts';
import { placeholderSize } from '../../figures/figures.ts';
import { defaultComparison } from './compare.ts';
import type { PageServerLoad } from './$types';

/** The default comparison, computed once at build time: readable before any script has run. */
export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  const { model } = await defaultComparison();
  return { initial: model, figureSize: await placeholderSize('compare'), choices };
};
