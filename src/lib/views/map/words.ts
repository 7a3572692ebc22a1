/** The words of the tile map: numbers, places, classes, the finding, what must be known to read it. */
import { stripItems } from '#lib/frame/strip.ts';
import { formatNumber, formatPlain, type Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import type { MapMessages } from '#lib/i18n/views/map.ts';
import type { Locale, LocalText, Manifest, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import { missingReasonText, statusText } from '#lib/ui/value-words.ts';
import type { MapModel, MapTile } from './model.ts';

/** Everything that puts a tile map into words. */
export interface Wording {
  readonly model: MapModel;
  readonly scheme: Scheme;
  readonly locale: Locale;
  readonly m: Messages;
  readonly v: MapMessages;
  /** Of every number: worked out once, for it asks for all of them. */
  readonly decimals: number;
}

export const wordingOf = (
  model: MapModel,
  scheme: Scheme,
  locale: Locale,
  m: Messages,
  v: MapMessages,
): Wording => ({ model, scheme, locale, m, v, decimals: decimalsOf(model) });

export interface MapHeadings {
  readonly title: string;
  readonly geoTitle: string;
  readonly finding: string;
  readonly strip: readonly string[];
  readonly notes: readonly string[];
}

/** 分, or the indicator's own. */
export const unitOf = ({ model, locale, m }: Wording): string =>
  model.of.unit?.[locale] ?? m.ranking.scoreUnit;

/** The same for the whole column: of scores as many as the places need, else what was reported. */
function decimalsOf({ tiles, of }: MapModel): number {
  if (of.kind === 'indicator')
    return tiles.reduce(
      (most, { value }) => Math.max(most, value === null ? 0 : reportedDecimals(value)),
      0,
    );
  return scoreDecimals(
    tiles.flatMap(({ place, value }) =>
      place === null || value === null ? [] : [{ rank: place, score: value }],
    ),
  );
}

const reportedDecimals = (value: number): number =>
  Math.min(2, (formatPlain(value).split('.')[1] ?? '').length);

/** The number as it stands in a square: no unit, the qualifier kept. */
export function shortValue(tile: MapTile, { decimals, m, v }: Wording): string {
  if (tile.value === null) return v.missing;
  return m.qualifier[tile.qualifier](formatNumber(tile.value, decimals), '').trim();
}

/** The number with its unit; empty where missing. */
export function fullValue(tile: Pick<MapTile, 'value' | 'qualifier'>, words: Wording): string {
  const { decimals, m } = words;
  if (tile.value === null) return '';
  const number = formatNumber(tile.value, decimals);
  return m.qualifier[tile.qualifier](number, unitOf(words));
}

/** Why there is no number. */
export function gapText(tile: MapTile, { scheme, locale, m }: Wording): string {
  if (tile.status === null) return missingReasonText(tile.reason, m);
  const names = new Map(scheme.index.children.map(({ code, name }) => [code, name]));
  return `${m.ranking.unranked}${m.colon}${statusText(tile.status, names, locale, m)}`;
}

/** 甲县，80.5 分，第 1 名 */
export function tileSentence(tile: MapTile, words: Wording): string {
  const { v, locale } = words;
  const name = tile.name[locale];
  if (tile.value === null) return v.tileMissing(name, gapText(tile, words));
  const place = tile.place === null ? '' : (tile.tied ? v.tiedPlace : v.place)(tile.place);
  return v.tile(name, fullValue(tile, words), place);
}

const GENERIC = /\s+(?:County|District|City)$/u;

/** What fits a square: without remarks in brackets, in English without the kind of division. */
export function shortName({ name }: Pick<MapTile, 'name'>, locale: Locale): string {
  const text = name[locale].replace(/\s*[(（][^)）]*[)）]/gu, '').trim();
  return (locale === 'en' ? text.replace(GENERIC, '') : text) || name[locale];
}

/** Limits of a class, with the name of the band where it is one. */
export function classLabel(step: number, { model, scheme, locale, v }: Wording): string {
  const found = model.classes.list[step];
  if (!found) return '';
  const { from, to, band } = found;
  const name = scheme.bands.find(({ code }) => code === band)?.name[locale];
  // A single band has no limit at all.
  if (from === null && to === null) return name ?? '';
  const range =
    from === null
      ? v.below(formatPlain(to ?? 0))
      : to === null
        ? v.atLeast(formatPlain(from))
        : from === to
          ? formatPlain(from)
          : v.range(formatPlain(from), formatPlain(to));
  return name === undefined ? range : v.band(name, range);
}

export function mapHeadings(words: Wording, manifest: Manifest, choices: Choices): MapHeadings {
  const { model, scheme, locale, m, v } = words;
  const { layer, period, city, level } = model.view;
  const place =
    choices[layer]?.cities.find(({ code }) => code === city)?.name[locale] ?? m.layerOption[layer];
  const scope = m.ranking.scope(place, m.level[level]);
  const of = model.of.kind === 'index' ? v.indexName : model.of.name[locale];
  return {
    title: v.title(scope, period, of),
    geoTitle: v.geoName(scope, period, of),
    finding: findingOf(words),
    strip: stripItems(manifest, period, scheme, locale, m),
    notes: notesOf(words),
  };
}

function notesOf({ model, locale, m, v }: Wording): string[] {
  const { of, classes, tiles, unplaced } = model;
  if (tiles.length === 0) return [];
  const groups = new Set(tiles.map(({ group }) => group)).size;
  return [
    ...(classes.list.length > 0 ? [v.classNote[classes.method]] : []),
    ...(groups > 1 ? [v.borders] : []),
    of.kind === 'indicator' ? v.indicatorPlace : m.ranking.rankRule,
    ...(of.direction === -1 ? [v.lowerBetter] : []),
    ...(unplaced.length > 0 ? [v.unplaced(nameList(unplaced, locale, m))] : []),
  ];
}

/** Who is highest and lowest, how many stand in the highest class, how many are missing. */
function findingOf(words: Wording): string {
  const { model, locale, m, v } = words;
  const known = model.tiles.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!first || !last)
    return (model.tiles.length === 0 ? v.finding.empty : v.finding.none) + m.finding.stop;
  const namesAt = (value: number | null): LocalText[] =>
    known.filter((tile) => tile.value === value).map(({ name }) => name);
  const steps = model.classes.list.length;
  const top = model.classes.list[steps - 1];
  const parts =
    known.length === 1
      ? [v.finding.only(first.name[locale], fullValue(first, words))]
      : first.value === last.value
        ? [v.finding.allSame(known.length, fullValue(first, words))]
        : [
            v.finding.highest(nameList(namesAt(first.value), locale, m), fullValue(first, words)),
            v.finding.lowest(nameList(namesAt(last.value), locale, m), fullValue(last, words)),
            ...(top ? [v.finding.top(classLabel(steps - 1, words), top.count)] : []),
          ];
  return (
    [...parts, ...(model.missing > 0 ? [v.finding.missing(model.missing)] : [])].join(
      m.finding.join,
    ) + m.finding.stop
  );
}
