/** The tile map, or the map over supplied boundaries, as a figure with its table. */
import type { MapArea, MapInput } from '#lib/charts/index.ts';
import type { Sheet } from '#lib/export/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import type { Manifest } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { GeoShape } from './geo-file.ts';
import { matchShapes, type GeoMatch } from './geo-match.ts';
import type { MapTile } from './model.ts';
import {
  classLabel,
  gapText,
  shortName,
  shortValue,
  tileSentence,
  unitOf,
  type MapHeadings,
  type Wording,
} from './words.ts';

/** Boundaries in use: only ever together with their review number. */
export interface Boundaries {
  readonly file: string;
  readonly number: string;
  readonly shapes: readonly GeoShape[];
}

/** `view`: query string of the page, so that an exported file can lead back to it. */
export function mapFigure(
  words: Wording,
  headings: MapHeadings,
  boundaries: Boundaries | null,
  manifest: Manifest,
  view: string,
): FigureSubject {
  const { model, scheme, locale, m, v } = words;
  const { layer, period } = model.view;
  const title = boundaries
    ? v.geoTitle(headings.geoTitle, boundaries.number)
    : v.figureTitle(headings.geoTitle);
  const caption = boundaries ? v.numberLine(boundaries.number) : v.notBoundaries;
  const input = (areas: readonly MapTile[]): MapInput<MapArea> => ({
    areas: areas.map((tile) => areaOf(tile, words)),
    classes: model.classes.list.map(({ count }, step) => ({
      label: classLabel(step, words),
      count,
    })),
    missing: model.missing,
    picked: model.view.pick,
    caption,
    notes: [],
    description: headings.finding,
    locale,
  });
  return {
    name: 'map',
    locale,
    layer,
    text: {
      title: `${m.export.figure} ${title}`,
      subtitle: headings.finding,
      unit: unitOf(words),
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, period),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: [
        boundaries
          ? v.numberNote(boundaries.number)
          : `${v.notBoundaries}${locale === 'zh' ? '。' : '.'}`,
        v.darker,
        ...headings.notes,
      ].join(locale === 'zh' ? '' : ' '),
    },
    chart: (charts) =>
      boundaries
        ? geoChart(
            charts,
            input,
            matchShapes(boundaries.shapes, regionsOf(model.tiles)),
            model.tiles,
          )
        : tileChart(charts, input, model.tiles),
    sheet: () => mapSheet(words),
    fileParts: [
      m.layer[layer],
      period,
      ...(model.view.city === null ? [] : [model.tiles[0]?.city?.[locale] ?? model.view.city]),
      m.level[model.view.level],
      model.of.name[locale],
      v.method[model.classes.method],
      ...(boundaries ? [boundaries.number] : []),
    ],
    provenance: {
      ...provenanceOf(manifest, layer, scheme, view),
      ...(boundaries ? { mapNumber: boundaries.number } : {}),
    },
  };
}

/** The regions that a shape may be, each once. */
export const regionsOf = (tiles: readonly MapTile[]) => [
  ...new Map(tiles.map(({ region }) => [region.code, region])).values(),
];

type Charts = Parameters<FigureSubject['chart']>[0];
type InputOf = (areas: readonly MapTile[]) => MapInput<MapArea>;

function tileChart(charts: Charts, input: InputOf, tiles: readonly MapTile[]) {
  const { areas, ...rest } = input(tiles);
  return charts.tileMap({
    ...rest,
    areas: areas.flatMap((area, i) => {
      const tile = tiles[i];
      return tile ? [{ ...area, row: tile.row, col: tile.col, group: tile.group }] : [];
    }),
  });
}

/** Regions without a shape are left to the table, and told. */
function geoChart(
  charts: Charts,
  input: InputOf,
  { polygons }: GeoMatch,
  tiles: readonly MapTile[],
) {
  const { areas, ...rest } = input(tiles);
  return charts.geoMap({
    ...rest,
    areas: areas.flatMap((area, i) => {
      const shape = polygons.get(tiles[i]?.region.code ?? '');
      return shape ? [{ ...area, polygons: shape }] : [];
    }),
  });
}

function areaOf(tile: MapTile, words: Wording): MapArea {
  return {
    id: tile.id,
    name: shortName(tile, words.locale),
    value: shortValue(tile, words),
    place: tile.place === null ? '' : words.v.shortPlace(tile.place),
    step: tile.step,
    sentence: tileSentence(tile, words),
  };
}

/** The numbers behind the colours; a missing one is an empty cell with its reason. */
export function mapSheet(words: Wording): Sheet {
  const { model, locale, m, v } = words;
  return {
    columns: [
      m.export.columns.rank,
      m.export.columns.id,
      m.export.columns.institution,
      m.export.columns.region,
      v.sheet.city,
      v.sheet.region,
      m.ranking.withUnit(model.of.name[locale], unitOf(words)),
      v.sheet.qualifier,
      v.sheet.step,
      v.sheet.reason,
    ],
    rows: model.tiles.map((tile) => [
      tile.place,
      tile.id,
      tile.institution[locale],
      tile.name[locale],
      tile.city?.[locale] ?? null,
      tile.region.code,
      tile.value,
      tile.value === null || tile.qualifier === 'exact' ? null : shortValue(tile, words),
      tile.step === null ? null : classLabel(tile.step, words),
      tile.value === null ? gapText(tile, words) : null,
    ]),
  };
}
