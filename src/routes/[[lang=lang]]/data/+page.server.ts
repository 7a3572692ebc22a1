import { readSite } from '#lib/state/server/site.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { sources } = await readSite();
  return { sources };
};
