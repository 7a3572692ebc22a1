/** The default ranking as the build computes it. */
import { rankingHeadings } from '#lib/views/ranking/headings.ts';
import { rankingFigure } from '#lib/views/ranking/figure.ts';
import { rankingModel } from '#lib/views/ranking/model.ts';
import { textsOf } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { rankingDefaults } from '#lib/state/ranking-view.ts';
import { simulatePlaces } from '#lib/state/server/places.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';

export async function defaultRanking() {
  const { manifest, schemes } = await readSite();
  const view = rankingDefaults(manifest, schemes);
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  const possible = simulatePlaces(dataset, scheme, view);
  return {
    model: rankingModel(dataset, scheme, result, view, possible),
    scheme,
    institutions: dataset.institutions.length,
  };
}

let computed: ReturnType<typeof defaultRanking> | undefined;

export async function rankingFigureOf(locale: Locale) {
  const { manifest, choices } = await readSite();
  const { model, scheme } = await (computed ??= defaultRanking());
  const m = textsOf(locale, manifest);
  const { caption, finding, notes } = rankingHeadings(model, scheme, manifest, choices, locale, m);
  return rankingFigure(model, scheme, manifest, { title: caption, finding, notes }, '', locale, m);
}
