/**
 * The tile map as plain data: which square stands where, with which number, in which class. Pure and
 * serialisable, so that the build computes the first view with the same code.
 */
import {
  isGroup,
  type LocalText,
  type Qualifier,
  type RankStatus,
  type Scheme,
  type SchemeNode,
  type ScoreResult,
} from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import { nodeOf, type MapView } from '#lib/state/map-view.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import { institutionsInScope, placesIn, rowIndex } from '#lib/state/standing.ts';
import { classify, classOf, type Classes } from './classes.ts';
import { placeSquares, type Spot } from './grid.ts';

export interface MapTile extends Spot {
  /** What people call it: the name of its region, where it is the only one of its level there. */
  readonly name: LocalText;
  readonly institution: LocalText;
  /** The city it lies in; null for a city institute. */
  readonly city: LocalText | null;
  /** Code of the city, whose squares stay together. */
  readonly group: string;
  readonly region: { readonly code: string; readonly names: readonly string[] };
  /** Score, or the indicator as reported; null where missing, which is not zero. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** Competition rank within the scope; null where there is none. */
  readonly place: number | null;
  readonly tied: boolean;
  /** From the lowest class (0) up; null where missing. */
  readonly step: number | null;
  /** Why there is no score; null where there is one, and for indicators. */
  readonly status: Exclude<RankStatus, { kind: 'ranked' }> | null;
  /** Why the indicator has no value; null where it has one, and for scores. */
  readonly reason: string | null;
}

/** What the squares are coloured by. */
export interface MapElement {
  readonly code: string;
  readonly kind: 'index' | 'dimension' | 'indicator';
  readonly name: LocalText;
  /** null for scores. */
  readonly unit: LocalText | null;
  /** The indicator as the tables know it; null for scores, which are computed. */
  readonly column: string | null;
  /** -1 where less is better. */
  readonly direction: 1 | -1;
}

export interface MapModel {
  readonly view: MapView;
  readonly of: MapElement;
  readonly classes: Classes;
  /** In the order of the table: by value, the highest first; those without one last. */
  readonly tiles: readonly MapTile[];
  readonly missing: number;
  /** Who has no square of the table of regions. */
  readonly unplaced: readonly LocalText[];
}

interface Reading {
  readonly institution: InstitutionRow;
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly status: MapTile['status'];
  readonly reason: string | null;
}

export function mapModel(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: MapView,
): MapModel {
  const node = nodeOf(scheme, view.of) ?? scheme.index;
  const of = elementOf(scheme, node);
  const inScope = institutionsInScope(dataset, view);
  const rowOf = rowIndex(result);
  const readings = inScope.flatMap((institution): Reading[] => {
    const row = rowOf(institution.institution_id, view.period);
    if (row === undefined) return [];
    return [isGroup(node) ? scored(result, node, row, institution) : reported(node, institution)];
  });

  function reported(
    indicator: Exclude<SchemeNode, { children: unknown }>,
    one: InstitutionRow,
  ): Reading {
    const column = indicator.column ?? indicator.code;
    const cell = dataset.cell(one.institution_id, view.period, column);
    return {
      institution: one,
      value: cell?.value ?? null,
      qualifier: cell?.qualifier ?? 'exact',
      status: null,
      reason: cell?.value == null ? (cell?.missing_reason ?? 'not_reported') : null,
    };
  }

  const places = isGroup(node)
    ? placesIn(result, rowOf, inScope, node.code, view.period)
    : placesOf(readings, of.direction);
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  const method = view.classes ?? (of.kind === 'index' ? 'bands' : 'equal');
  const classes = classify(values, method, of.kind === 'index' ? scheme.bands : []);
  const { spots, unplaced } = placeSquares(
    readings.map(({ institution }) => ({
      id: institution.institution_id,
      row: institution.tile_row,
      col: institution.tile_col,
      group: groupOf(institution),
    })),
  );
  const spotOf = new Map(spots.map((spot) => [spot.id, spot]));
  const sharing = new Map<number, number>();
  for (const place of places.values()) sharing.set(place, (sharing.get(place) ?? 0) + 1);

  const tiles = readings.map((reading): MapTile => {
    const { institution, value } = reading;
    const place = places.get(institution.institution_id) ?? null;
    const { row, col } = spotOf.get(institution.institution_id) ?? { row: 0, col: 0 };
    return {
      id: institution.institution_id,
      row,
      col,
      name: displayName(dataset, institution),
      institution: institutionName(institution),
      city: cityOf(institution),
      group: groupOf(institution),
      region: {
        code: institution.region_code,
        names: [institution.region_name_zh, institution.region_name_en].filter(
          (name) => name !== null,
        ),
      },
      value,
      qualifier: reading.qualifier,
      place,
      tied: place !== null && (sharing.get(place) ?? 0) > 1,
      step: value === null ? null : classOf(classes.list, value),
      status: reading.status,
      reason: reading.reason,
    };
  });
  tiles.sort(byValue);
  const nameOf = new Map(tiles.map(({ id, name }) => [id, name]));
  return {
    view,
    of,
    classes,
    tiles,
    missing: readings.length - values.length,
    unplaced: unplaced.flatMap((id) => nameOf.get(id) ?? []),
  };
}

/** Highest first, then by region; without a value last. */
function byValue(a: MapTile, b: MapTile): number {
  if (a.value === null || b.value === null)
    return Number(a.value === null) - Number(b.value === null);
  return b.value - a.value || (a.region.code < b.region.code ? -1 : 1);
}

function elementOf(scheme: Scheme, node: SchemeNode): MapElement {
  const kind =
    node.code === scheme.index.code ? 'index' : isGroup(node) ? 'dimension' : 'indicator';
  return {
    code: node.code,
    kind,
    name: node.name,
    unit: isGroup(node) ? null : (node.unit ?? null),
    column: isGroup(node) ? null : (node.column ?? node.code),
    direction: isGroup(node) || node.direction === 1 ? 1 : -1,
  };
}

function scored(
  result: ScoreResult,
  node: SchemeNode,
  row: number,
  institution: InstitutionRow,
): Reading {
  const value = result.scores.get(node.code)?.[row] ?? NaN;
  const status = result.status[row] ?? { kind: 'no_data' };
  const without =
    status.kind === 'ranked'
      ? ({ kind: 'dimension_missing', dimensions: [node.code] } as const)
      : status;
  // A score that takes no place is none to be compared by colour.
  const counts = status.kind === 'ranked' && !Number.isNaN(value);
  return {
    institution,
    value: counts ? value : null,
    qualifier: 'exact',
    status: counts ? null : without,
    reason: null,
  };
}

/** Competition ranks (1, 2, 2, 4) of reported values. */
function placesOf(readings: readonly Reading[], direction: 1 | -1): Map<string, number> {
  const known = readings.flatMap(({ institution, value }) =>
    value === null ? [] : [{ id: institution.institution_id, value }],
  );
  known.sort((a, b) => direction * (b.value - a.value));
  const places = new Map<string, number>();
  let place = 0;
  known.forEach(({ id, value }, position) => {
    if (value !== known[position - 1]?.value) place = position + 1;
    places.set(id, place);
  });
  return places;
}

const groupOf = ({ city_code, province_code, level }: InstitutionRow): string =>
  level === 'county' ? (city_code ?? province_code ?? '') : (province_code ?? '');

const cityOf = ({ level, city_name_zh, city_name_en }: InstitutionRow): LocalText | null =>
  level === 'county' && city_name_zh !== null
    ? { zh: city_name_zh, en: city_name_en ?? city_name_zh }
    : null;
