/** The hierarchy of a scheme as a figure. */
import type { HierarchyNode } from '#lib/charts/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { MethodMessages } from '#lib/i18n/views/method.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { MethodModel } from './model.ts';

/** `view`: query string of the page. */
export function hierarchyFigure(
  model: MethodModel,
  scheme: Scheme,
  manifest: Manifest,
  view: string,
  locale: Locale,
  m: Messages,
  w: MethodMessages,
): FigureSubject {
  const { layer, period } = model.view;
  const name = scheme.name[locale];
  return {
    name: 'method',
    locale,
    layer,
    text: {
      title: `${m.export.figure} ${w.weights.figure(name)}`,
      subtitle: w.finding(model.dimensions, model.indicators.length) + w.stop,
      unit: w.weights.unit,
      source: w.scheme.file,
      cutoff: cutoffOf(manifest, period),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: '',
    },
    chart: (charts) => charts.hierarchyChart({ root: treeOf(model, scheme, locale), locale }),
    sheet: () => ({
      columns: [
        w.weights.element,
        w.normalise.indicator,
        w.weights.nominal,
        w.weights.effective,
        w.weights.pearson2,
        w.weights.achieved,
        w.weights.ratio,
      ],
      rows: model.elements.map((element) => [
        element.code,
        element.name[locale],
        element.nominal,
        element.effective,
        element.pearson2,
        element.achieved,
        element.ratio,
      ]),
    }),
    fileParts: [m.nav.method, scheme.id, scheme.version],
    provenance: provenanceOf(manifest, layer, scheme, view),
  };
}

/** The tree with the shares that the scores were computed with. */
function treeOf(model: MethodModel, scheme: Scheme, locale: Locale): HierarchyNode {
  const childrenOf = (parent: string): HierarchyNode[] =>
    model.elements
      .filter((element) => element.parent === parent)
      .map(({ code, name, effective, colour }) => ({
        code,
        name: name[locale],
        share: effective,
        colour,
        children: childrenOf(code),
      }));
  const { code, name } = scheme.index;
  return { code, name: name[locale], share: 1, colour: null, children: childrenOf(code) };
}
