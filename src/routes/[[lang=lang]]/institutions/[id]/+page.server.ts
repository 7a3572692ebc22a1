import { error } from '@sveltejs/kit';
import { readSite } from '#lib/state/server/site.ts';
import { everyInstitution, profileOf } from '../profiles.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
  (await everyInstitution()).flatMap(({ row: { institution_id: id } }) => [
    { id },
    { lang: 'en', id },
  ]);

/** One institution's profile in the edition's year and scheme, computed at build time. */
export const load: PageServerLoad = async ({ params }) => {
  const profile = await profileOf(params.id);
  if (!profile) error(404);
  const { choices } = await readSite();
  return { profile, choices };
};
