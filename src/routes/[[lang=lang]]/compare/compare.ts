/** The default comparison as the build computes it. */
import { textsOf } from '#lib/i18n/index.ts';
import { compareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale } from '#lib/model/index.ts';
import { periodsOf } from '#lib/state/choices.ts';
import { compareOptions } from '#lib/state/compare-view.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { compareFigure } from '#lib/views/compare/figure.ts';
import { compareHeadings } from '#lib/views/compare/headings.ts';
import { compareModel } from '#lib/views/compare/model.ts';

export async function defaultComparison() {
  const { manifest, schemes, choices } = await readSite();
  const view = compareOptions(manifest, schemes, periodsOf(choices)).defaults;
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  return { model: compareModel(dataset, scheme, result, view), scheme, view };
}

export async function compareFigureOf(locale: Locale) {
  const { manifest } = await readSite();
  const { model, scheme, view } = await defaultComparison();
  const [c, m] = [compareMessages(locale), textsOf(locale, manifest)];
  const headings = compareHeadings(model, view, scheme, manifest, locale, c, m);
  return compareFigure(model, view, scheme, manifest, headings, '', locale, c, m);
}
