/** The two charts of a profile as figures: history, and dimensions against peers. */
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import { formatNumber } from '#lib/i18n/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import { placeText, type ProfileContext } from './context.ts';
import type { ProfileModel } from './model.ts';
import { dimensionNative, historyNative } from './native.ts';
import { dimensionSheet, historySheet, profileSheet } from './sheet.ts';

/** Whether two bars or dots deserve a picture: somebody has a score. */
export const hasHistory = ({ history }: ProfileModel): boolean =>
  history.some(({ score }) => score !== null);
export const hasPeers = ({ dimensions }: ProfileModel): boolean =>
  dimensions.some(({ peers }) => peers !== null);

export function historyFigure(context: ProfileContext): FigureSubject {
  const { model, scheme, locale, w, m } = context;
  const { identity, history } = model;
  return {
    ...common(context, 'history', w.history.caption),
    text: {
      ...text(context, w.history.figure(identity.name[locale]), historyRule(context)),
      subtitle: historyFinding(context),
    },
    chart: (charts) =>
      charts.profileHistory({
        years: history.map((year) => ({
          period: year.period,
          score: year.score,
          place: placeText(year, { scheme, locale, m, w }),
          breaks: year.breaks.map((words) => words[locale]).join(m.finding.join),
        })),
        max: scheme.normalise.range[1],
        unit: w.history.unitPoints,
        breakWord: w.history.break,
        kind: w.history.kind,
        locale,
      }),
    sheet: () => historySheet(context),
    native: () => historyNative(context),
  };
}

/** The first and the last year with a score, as they are: a break may lie between them. */
function historyFinding({ model, scheme, locale, m, w }: ProfileContext): string {
  const told = model.history.flatMap((year) =>
    year.score === null
      ? []
      : [
          w.history.told(
            year.period,
            formatNumber(year.score, 1),
            placeText(year, { scheme, locale, m, w }),
          ),
        ],
  );
  return [...new Set([...told.slice(0, 1), ...told.slice(-1)])].join(locale === 'zh' ? '；' : '; ');
}

/** What must be known to read the years; of breaks only where there is one. */
export const historyRule = ({ model: { history }, locale, w }: ProfileContext): string =>
  [
    w.history.rule,
    ...(history.some(({ breaks }) => breaks.length > 0) ? [w.history.breakRule] : []),
  ].join(locale === 'zh' ? '' : ' ');

export function dimensionFigure(context: ProfileContext): FigureSubject {
  const { model, scheme, locale, w, m } = context;
  const { identity, dimensions, standing, view } = model;
  return {
    ...common(context, 'dimensions', w.dimensions.caption),
    text: text(
      context,
      w.dimensions.figure(identity.name[locale], view.period),
      w.dimensions.rule(peerCount(model)),
    ),
    chart: (charts) =>
      charts.profileRanges({
        rows: dimensions.map(({ code, name, colour, score, place, peers }) => ({
          id: code,
          name: name[locale],
          colour,
          own: score,
          beside:
            score === null
              ? standing === null
                ? w.dimensions.notScored
                : m.ranking.missing
              : w.dimensions.beside(
                  formatNumber(score, 1),
                  place === null ? '' : w.history.place1(place),
                ),
          peers,
        })),
        max: scheme.normalise.range[1],
        words: w.dimensions.words,
        unit: w.history.unitPoints,
        locale,
      }),
    sheet: () => dimensionSheet(context),
    native: () => dimensionNative(context),
  };
}

/** The whole profile as one table, for those who take it along. */
export const profileTable = (context: ProfileContext): FigureSubject => ({
  ...dimensionFigure(context),
  ...common(context, 'profile', context.w.sheet.profile),
  text: text(context, context.headings.title, ''),
  sheet: () => profileSheet(context),
});

export const peerCount = ({ dimensions }: ProfileModel): number =>
  Math.max(0, ...dimensions.map(({ peers }) => peers?.n ?? 0));

function text(
  { model, scheme, manifest, headings, locale, m, w }: ProfileContext,
  title: string,
  note: string,
): FigureSubject['text'] {
  return {
    title,
    subtitle: headings.finding,
    unit: w.history.unitPoints,
    source: m.layerSource[model.view.layer],
    cutoff: cutoffOf(manifest, model.view.period),
    scheme: schemeLine(scheme, locale),
    edition: manifest.edition.id,
    note,
  };
}

function common(
  { model, scheme, manifest, search, locale, m }: ProfileContext,
  name: string,
  what: string,
) {
  const { layer, period } = model.view;
  return {
    name: `profile-${name}`,
    locale,
    layer,
    fileParts: [
      m.layer[layer],
      model.identity.institution[locale],
      period,
      scheme.name[locale],
      what,
    ],
    provenance: provenanceOf(manifest, layer, scheme, search),
  };
}
