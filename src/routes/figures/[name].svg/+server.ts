import { error } from '@sveltejs/kit';
import { LOCALES } from '#lib/model/index.ts';
import { rankingDefaults } from '#lib/state/defaults.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { rankingModel } from '#lib/views/ranking/model.ts';
import { rankingPlaceholder } from '#lib/views/ranking/placeholder.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const THEMES = ['light', 'dark'] as const;

export const entries: EntryGenerator = () =>
  LOCALES.flatMap((locale) => THEMES.map((theme) => ({ name: `ranking.${locale}.${theme}` })));

/** The default ranking's chart as a file: for readers without scripts, and until scripts draw. */
export const GET: RequestHandler = async ({ params }) => {
  const [what, localeName, themeName] = params.name.split('.');
  const locale = LOCALES.find((known) => known === localeName);
  const theme = THEMES.find((known) => known === themeName);
  if (what !== 'ranking' || !locale || !theme) error(404);
  const { manifest, schemes } = await readSite();
  const view = rankingDefaults(manifest, schemes);
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  const { svg } = rankingPlaceholder(
    rankingModel(dataset, scheme, result, view),
    scheme,
    locale,
    theme,
  );
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
