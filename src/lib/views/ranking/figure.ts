/** The ranking as a figure and as a sheet: what the chart draws and what stands around it. */
import type { RankingBarsInput } from '#lib/charts/index.ts';
import { formatDay, type Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/defaults.ts';
import type { RankingModel } from './model.ts';
import { scoreDecimals } from './words.ts';

/** More bars than this are no picture any more; the table and the CSV hold them all. */
export const FIGURE_ROWS = 60;

/** The chart's data in one language; the theme is added where it is drawn. */
export function rankingFigureInput(
  model: RankingModel,
  scheme: Scheme,
  locale: Locale,
  m: Messages,
): Omit<RankingBarsInput, 'theme'> {
  return {
    // A picture of a ranking is in its order, however the table beside it is sorted.
    rows: [...model.ranked]
      .sort((a, b) => a.rank - b.rank)
      .slice(0, FIGURE_ROWS)
      .map(({ id, name, rank, score, segments }) => ({
        id,
        name: name[locale],
        rank,
        score,
        segments,
      })),
    elements: model.elements.map(({ code, name, colour }) => ({
      code,
      name: name[locale],
      colour,
    })),
    additive: model.additive,
    unit: m.ranking.scoreUnit,
    decimals: scoreDecimals(model.ranked),
    max: scheme.normalise.range[1],
    locale,
  };
}

/** The words around the figure; the same on screen and in every exported picture. */
export function rankingFigureText(
  model: RankingModel,
  scheme: Scheme,
  manifest: Manifest,
  words: { title: string; finding: string; notes: readonly string[] },
  locale: Locale,
  m: Messages,
) {
  return {
    title: `${m.export.figure} ${words.title}`,
    // The finding is of the whole ranking; a search shows a part of it.
    subtitle:
      model.ranked.length === model.rankedInScope
        ? words.finding
        : m.ranking.count(model.ranked.length, model.rankedInScope),
    unit: m.ranking.scoreUnit,
    source: m.layerSource[model.view.layer],
    cutoff: cutoffOf(manifest, model.view.period),
    scheme: `${scheme.name[locale]} v${scheme.version} · ${scheme.weights_label[locale]}`,
    edition: manifest.edition.id,
    note: [
      ...words.notes,
      ...(model.ranked.length > FIGURE_ROWS
        ? [m.export.firstOnly(FIGURE_ROWS, model.ranked.length)]
        : []),
    ].join(''),
  };
}

/** Source and cut-off as one line under the figure. */
export function sourceLine(
  text: { source: string; cutoff: string; scheme: string },
  locale: Locale,
  m: Messages,
): string {
  return [
    m.export.source(text.source),
    m.export.cutoff(formatDay(text.cutoff, locale)),
    m.export.scheme(text.scheme),
  ].join(m.finding.join);
}
