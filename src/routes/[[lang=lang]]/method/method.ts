/** The method of the edition in force as the build describes it. */
import { textsOf } from '#lib/i18n/index.ts';
import { methodMessages } from '#lib/i18n/views/method.ts';
import type { Locale } from '#lib/model/index.ts';
import { methodOptions } from '#lib/state/method-view.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { hierarchyFigure } from '#lib/views/method/figure.ts';
import { methodModel } from '#lib/views/method/model.ts';

export async function defaultMethod() {
  const { manifest, schemes } = await readSite();
  const { defaults } = methodOptions(manifest, schemes, {});
  const { scheme, result } = await scoreLayer(defaults.layer, defaults.scheme);
  return { model: methodModel(scheme, result, defaults), scheme, manifest };
}

export async function methodFigureOf(locale: Locale) {
  const { model, scheme, manifest } = await defaultMethod();
  return hierarchyFigure(
    model,
    scheme,
    manifest,
    '',
    locale,
    textsOf(locale, manifest),
    methodMessages(locale),
  );
}
