/** The words around the trends: what is shown, what must be known to read it. */
import { stripItems } from '#lib/frame/strip.ts';
import { formatNumber } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import { MOST_COLOURED } from '#lib/state/trends-view.ts';
import { findingSentence } from './finding.ts';
import type { TrendsModel } from './model.ts';
import type { Speech } from './words.ts';

/** More grey lines than this are no lines any more. */
export const MOST_CONTEXT = 60;

export interface TrendsHeadings {
  readonly title: string;
  readonly what: string;
  readonly place: string;
  readonly finding: string;
  readonly strip: readonly string[];
  /** Who is shown and who could not be. */
  readonly who: readonly string[];
  /** What must be known to read the chart, on screen and in every picture. */
  readonly notes: readonly string[];
  /** Numbered notes of the breaks. */
  readonly breaks: readonly string[];
}

/** What the values are, in the middle of a title. */
export function whatText({ view, measure }: TrendsModel, { locale, t }: Speech): string {
  const name = measure.name[locale];
  if (view.chart === 'multiples')
    return view.of === measure.code && measure.from === 'element' ? t.whatAllOf(name) : t.whatAll;
  return measure.asRank ? t.whatRank(name) : name;
}

export function trendsHeadings(
  model: TrendsModel,
  scheme: Scheme | undefined,
  manifest: Manifest,
  choices: Choices,
  words: Speech,
): TrendsHeadings {
  const { view, periods, basis } = model;
  const { locale, m, t } = words;
  const place = m.ranking.scope(
    choices[view.layer]?.cities.find(({ code }) => code === view.city)?.name[locale] ??
      m.layerOption[view.layer],
    m.level[view.level],
  );
  const what = whatText(model, words);
  const named = basis !== null && view.chart !== 'multiples';
  return {
    place,
    what,
    title:
      t.title(place, periods[0] ?? '', periods[periods.length - 1] ?? '', what) +
      (named ? t.legendBasis(t.basesShort[basis]) : ''),
    finding: findingSentence(model, words),
    strip: stripItems(manifest, periods[periods.length - 1] ?? view.period, scheme, locale, m),
    who: whoNotes(model, words),
    notes: notesOf(model, scheme, words),
    breaks: breakNotes(model, words),
  };
}

function whoNotes(model: TrendsModel, words: Speech): string[] {
  const { lines, periods, standsIn, unknown, outside, beyond } = model;
  const { locale, m, t } = words;
  const last = periods[periods.length - 1] ?? '';
  const coloured = lines.filter(({ colour }) => colour !== null).length;
  return [
    ...(standsIn && coloured > 0
      ? [coloured < 4 ? t.notes.standsInAll(last) : t.notes.standsIn(last)]
      : []),
    ...(unknown.length > 0 ? [t.notes.unknown(unknown.join(m.finding.nameJoin))] : []),
    ...(outside.length > 0 ? [t.notes.outside(nameList(outside, locale, m))] : []),
    ...(beyond.length > 0 ? [t.notes.beyond(MOST_COLOURED, nameList(beyond, locale, m))] : []),
  ];
}

function notesOf(model: TrendsModel, scheme: Scheme | undefined, words: Speech): string[] {
  const { view, basis, measure, lines } = model;
  const { t } = words;
  if (view.chart === 'multiples') return [t.notes.multiplesOf];
  const context = lines.filter(({ colour }) => colour === null).length;
  const isPeriodScope = scheme?.normalise.scope === 'period' && basis === 'current';
  return [
    basis === null ? t.notes.raw : t.notes[basis],
    ...(basis === 'published' && measure.asRank
      ? [measure.code === scheme?.index.code ? t.notes.publishedRank : t.notes.publishedDimension]
      : []),
    ...(isPeriodScope && !measure.asRank ? [t.notes.periodScope] : []),
    ...(measure.asRank && measure.from === 'indicator'
      ? [t.notes.rankByValue(betterText(measure.direction, t))]
      : []),
    ...(context > MOST_CONTEXT
      ? [(measure.asRank ? t.notes.tooManyPlaces : t.notes.tooMany)(formatNumber(context, 0))]
      : []),
  ];
}

const betterText = (direction: TrendsModel['measure']['direction'], t: Speech['t']): string =>
  ({
    higher_better: t.notes.higher,
    lower_better: t.notes.lower,
    neutral: t.notes.neutral,
  })[direction];

function breakNotes({ cuts, otherCuts }: TrendsModel, { locale, t }: Speech): string[] {
  const others = new Set(otherCuts.map(({ institution }) => institution)).size;
  return [
    ...cuts.map(({ number, period, kind, name, text }) =>
      t.breakNote(number, period, t.breakKind[kind], name?.[locale] ?? '', text[locale]),
    ),
    ...(others > 0 ? [t.otherBreaks(others)] : []),
  ];
}
