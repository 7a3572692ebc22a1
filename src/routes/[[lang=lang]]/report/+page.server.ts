import { readSite } from '#lib/state/server/site.ts';
import type { PageServerLoad } from './$types';

/** What there is to choose from; reports themselves are made when they are asked for. */
export const load: PageServerLoad = async () => {
  const { choices } = await readSite();
  return { choices };
};
