import { readSite } from '#lib/state/server/site.ts';
import { placeholderSize } from '../../figures/figures.ts';
import { defaultInstitutions } from './institutions.ts';
import type { PageServerLoad } from './$types';

/** The default list, computed once at build time. */
export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  const { model } = await defaultInstitutions();
  return { initial: model, figureSize: await placeholderSize('institutions'), choices };
};
