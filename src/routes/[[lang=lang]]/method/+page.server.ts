import { readSite } from '#lib/state/server/site.ts';
import { placeholderSize } from '../../figures/figures.ts';
import { defaultMethod } from './method.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  const { model } = await defaultMethod();
  return { initial: model, figureSize: await placeholderSize('method'), choices };
};
