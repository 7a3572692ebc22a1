/** The default list of institutions as the build computes it. */
import { institutionsFigure } from '#lib/views/institutions/figure.ts';
import { institutionsHeadings } from '#lib/views/institutions/headings.ts';
import { institutionsModel } from '#lib/views/institutions/model.ts';
import { institutionsMessages } from '#lib/i18n/views/institutions.ts';
import { textsOf } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { institutionsDefaults } from '#lib/state/institutions-view.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';

export async function defaultInstitutions() {
  const { manifest, schemes } = await readSite();
  const view = institutionsDefaults(manifest, schemes);
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  return { model: institutionsModel(dataset, scheme, result, view), scheme };
}

let computed: ReturnType<typeof defaultInstitutions> | undefined;

export async function institutionsFigureOf(locale: Locale) {
  const { manifest } = await readSite();
  const { model, scheme } = await (computed ??= defaultInstitutions());
  const [m, w] = [textsOf(locale, manifest), institutionsMessages(locale)];
  const headings = institutionsHeadings(model, scheme, manifest, locale, m, w);
  return institutionsFigure(model, scheme, manifest, headings, '', locale, m, w);
}
