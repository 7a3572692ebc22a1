import { timelineChoices } from '#lib/views/timeline/model.ts';
import { placeholderSize } from '../../figures/figures.ts';
import { readChronicles } from './timeline.ts';
import type { PageServerLoad } from './$types';

/** All events, read at build time: the page needs no engine. */
export const load: PageServerLoad = async () => {
  const chronicles = await readChronicles();
  return {
    chronicles,
    choices: timelineChoices(chronicles),
    size: await placeholderSize('timeline'),
  };
};
