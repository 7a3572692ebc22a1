import { readSite } from '#lib/state/server/site.ts';
import type { LayoutServerLoad } from './$types';

/** Manifest and schemes: small, and every page needs them before it can ask for data. */
export const load: LayoutServerLoad = async () => {
  const { manifest, schemes } = await readSite();
  return { manifest, schemes };
};
