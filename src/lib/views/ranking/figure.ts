/** The ranking as a figure: what the chart draws, what stands around it, what the file is called. */
import type { RankingChartInput } from '#lib/charts/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme, ScoreResult } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { RankingModel } from './model.ts';
import { rankingNative } from './native.ts';
import { rankingSheet } from './sheet.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';

/** More bars than this are no picture any more; the table and the CSV hold them all. */
export const FIGURE_ROWS = 60;

/** The words of the page that the figure repeats. */
interface FigureWords {
  readonly title: string;
  readonly finding: string;
  readonly notes: readonly string[];
}

/**
 * `view`: query string of the page, so that an exported file can lead back to it; `result`: what the
 * model was made of, for a workbook that works the scores out again.
 */
export function rankingFigure(
  model: RankingModel,
  scheme: Scheme,
  manifest: Manifest,
  words: FigureWords,
  view: string,
  locale: Locale,
  m: Messages,
  result: ScoreResult | null = null,
): FigureSubject {
  const { layer, period } = model.view;
  const cut = model.ranked.length > FIGURE_ROWS;
  const dimensions = new Map(scheme.index.children.map(({ code, name }) => [code, name]));
  return {
    name: 'ranking',
    locale,
    layer,
    text: {
      title: `${m.export.figure} ${words.title}`,
      // The finding is of the whole ranking; a search shows a part of it.
      subtitle:
        model.ranked.length === model.rankedInScope
          ? words.finding
          : m.ranking.count(model.ranked.length, model.rankedInScope),
      unit: m.ranking.scoreUnit,
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, period),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: [
        ...words.notes,
        ...(cut ? [m.export.firstOnly(FIGURE_ROWS, model.ranked.length)] : []),
      ].join(locale === 'zh' ? '' : ' '),
    },
    chart: (charts) => charts.rankingChart(chartInput(model, scheme, locale, m)),
    sheet: () => rankingSheet(model, scheme.bands, dimensions, locale, m),
    check: (make) => result && make(scheme, result, checked(model, scheme, locale)),
    native: () => rankingNative(model, scheme.normalise.range[1], locale, m),
    fileParts: fileParts(model, scheme, locale, m),
    provenance: provenanceOf(manifest, layer, scheme, view, { simulated: model.hasPossible }),
  };
}

/** The institutions with a place, in its order; their places can be counted again if all are there. */
const checked = (model: RankingModel, scheme: Scheme, locale: Locale) => ({
  element: model.view.dimension ?? scheme.index.code,
  period: model.view.period,
  units: [...model.ranked]
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, institution, rank }) => ({ id, name: institution[locale], rank })),
  complete: model.ranked.length === model.rankedInScope,
  locale,
});

function chartInput(
  model: RankingModel,
  scheme: Scheme,
  locale: Locale,
  m: Messages,
): RankingChartInput {
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

/** Says what is in the file, so that two exports never share a name. */
function fileParts(model: RankingModel, scheme: Scheme, locale: Locale, m: Messages): string[] {
  const { layer, level, period, city, dimension, query } = model.view;
  const element = scheme.index.children.find(({ code }) => code === dimension);
  const place = model.ranked[0]?.place ?? null;
  return [
    m.layer[layer],
    period,
    ...(city !== null && place !== null ? [place[locale]] : []),
    m.level[level],
    (element ?? scheme).name[locale],
    ...(query.trim() === '' ? [] : [query.trim()]),
  ];
}
