import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { scopeDefaults } from '#lib/state/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { manifest, schemes } = await readSite();
  const scope = scopeDefaults(manifest, schemes);
  const { dataset } = await scoreLayer(scope.layer, scope.scheme);
  return {
    ids: dataset.institutions.map(
      ({ institution_id, name_zh }) => [institution_id, name_zh] as const,
    ),
  };
};
