import { readFacts } from '#lib/state/server/published.ts';
import { factsChoices } from '#lib/views/facts/model.ts';
import { placeholderSize } from '../../figures/figures.ts';
import type { PageServerLoad } from './$types';

/** All of it, read at build time: the page needs no engine. */
export const load: PageServerLoad = async () => {
  const facts = await readFacts();
  return {
    facts,
    choices: factsChoices(facts),
    sizes: {
      national: await placeholderSize('facts-national'),
      provinces: await placeholderSize('facts-provinces'),
    },
  };
};
