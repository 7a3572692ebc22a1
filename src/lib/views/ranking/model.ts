/**
 * The ranking page as plain data: who is ranked where, by how much, made of what; who is not, and
 * why. Pure and serialisable, so that the build computes the first view with the same code.
 */
import type { LocalText, RankStatus, Scheme, ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import type { PossiblePlaces, PossiblePlacesOf } from '#lib/state/possible-places.ts';
import type { RankingView } from '#lib/state/ranking-view.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import {
  gapsIn,
  indicatorNames,
  institutionsInScope,
  periodBefore,
  placesIn,
  rankChange,
  rowIndex,
  type Gap,
  type RankChange,
} from '#lib/state/standing.ts';
import { matches, sortRows } from './arrange.ts';

export interface Listed {
  readonly id: string;
  /** What people call it: the name of its region, where it is the only one of its level there. */
  readonly name: LocalText;
  readonly institution: LocalText;
  /** The city it lies in; null for a city institute. */
  readonly place: LocalText | null;
  readonly gaps: readonly Gap[];
}

export interface RankedRow extends Listed {
  /** Competition rank within the scope shown (the city, where one is chosen). */
  readonly rank: number;
  readonly tied: boolean;
  /** Rank among all peers of the province; the same as `rank` where no city is chosen. */
  readonly provinceRank: number;
  readonly score: number;
  readonly change: RankChange;
  /** null where nothing is simulated, or not yet. */
  readonly possible: PossiblePlaces | null;
  readonly band: string | null;
  /** Points of each element, adding up to the score; null where missing or not additive. */
  readonly segments: readonly (number | null)[];
}

export interface UnrankedRow extends Listed {
  readonly status: Exclude<RankStatus, { kind: 'ranked' }>;
}

/** A direct child of the index and its fixed colour. */
export interface Element {
  readonly code: string;
  readonly name: LocalText;
  readonly colour: number;
}

export interface RankingModel {
  readonly view: RankingView;
  readonly previousPeriod: string | null;
  readonly elements: readonly Element[];
  /** Score contributions can be stacked: every mean on the way up is arithmetic. */
  readonly additive: boolean;
  /** The scheme says what may vary, so that places have a range: of the index, not of a dimension. */
  readonly hasPossible: boolean;
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly UnrankedRow[];
  /** Ranked rows before the text search narrowed them. */
  readonly rankedInScope: number;
  /** Ranked rows of the previous period, in the same scope. */
  readonly rankedBefore: number;
  readonly finding: Finding;
}

/** What the first line says, before it is put into words. */
export interface Finding {
  readonly leaders: readonly LocalText[];
  readonly climbers: readonly LocalText[];
  readonly climbed: number;
  readonly hasPrevious: boolean;
  readonly unranked: number;
  /** None of the unranked has reported anything at all. */
  readonly silent: boolean;
}

export function rankingModel(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: RankingView,
  possible: PossiblePlacesOf = null,
): RankingModel {
  const element = view.dimension ?? scheme.index.code;
  const inScope = institutionsInScope(dataset, view);
  const rowOf = rowIndex(result);
  const elements = elementsOf(scheme, view);
  const previousPeriod = periodBefore(dataset.periods, view.period);
  const places = placesIn(result, rowOf, inScope, element, view.period);
  const previous = previousPeriod
    ? placesIn(result, rowOf, inScope, element, previousPeriod)
    : new Map<string, number>();
  const names = indicatorNames(
    scheme.index.children.find(({ code }) => code === view.dimension) ?? scheme.index,
  );
  const sharing = new Map<number, number>();
  for (const place of places.values()) sharing.set(place, (sharing.get(place) ?? 0) + 1);

  const ranked: RankedRow[] = [];
  const unranked: UnrankedRow[] = [];
  for (const institution of inScope) {
    const row = rowOf(institution.institution_id, view.period);
    if (row === undefined) continue;
    const listed = listedRow(dataset, institution, view.period, names);
    const rank = places.get(institution.institution_id);
    const status = result.status[row] ?? { kind: 'no_data' };
    if (rank === undefined) {
      unranked.push({
        ...listed,
        status:
          status.kind === 'ranked' ? { kind: 'dimension_missing', dimensions: [element] } : status,
      });
      continue;
    }
    ranked.push({
      ...listed,
      rank,
      tied: (sharing.get(rank) ?? 0) > 1,
      provinceRank: result.ranks.get(element)?.[row] ?? 0,
      score: result.scores.get(element)?.[row] ?? NaN,
      change: rankChange(rank, previous.get(institution.institution_id), previousPeriod !== null),
      possible: possible?.get(institution.institution_id) ?? null,
      band: view.dimension === null ? (result.bands[row] ?? null) : null,
      segments: segmentsOf(result, elements, view, row),
    });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const shown = ranked.filter((row) => matches(row, view.query));
  return {
    view,
    previousPeriod,
    elements,
    hasPossible: view.dimension === null && scheme.robustness !== undefined,
    additive: ranked.every(({ segments }) => segments.some((points) => points !== null)),
    ranked: sortRows(shown, view.sort),
    unranked: unranked.filter((row) => matches(row, view.query)),
    rankedInScope: ranked.length,
    rankedBefore: previous.size,
    finding: findingOf(ranked, unranked, previousPeriod !== null),
  };
}

function elementsOf(scheme: Scheme, view: RankingView): Element[] {
  const all = scheme.index.children.map(({ code, name }, colour) => ({ code, name, colour }));
  return view.dimension === null ? all : all.filter(({ code }) => code === view.dimension);
}

function segmentsOf(
  result: ScoreResult,
  elements: readonly Element[],
  view: RankingView,
  row: number,
): (number | null)[] {
  const values = view.dimension === null ? result.contributions : result.scores;
  return elements.map(({ code }) => {
    const value = values.get(code)?.[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  });
}

function listedRow(
  dataset: Dataset,
  institution: InstitutionRow,
  period: string,
  names: ReadonlyMap<string, LocalText>,
): Listed {
  const { institution_id, level, city_name_zh, city_name_en } = institution;
  return {
    id: institution_id,
    name: displayName(dataset, institution),
    institution: institutionName(institution),
    place:
      level === 'county' && city_name_zh !== null
        ? { zh: city_name_zh, en: city_name_en ?? city_name_zh }
        : null,
    gaps: gapsIn(dataset, institution_id, period, names),
  };
}

function findingOf(
  ranked: readonly RankedRow[],
  unranked: readonly UnrankedRow[],
  hasPrevious: boolean,
): Finding {
  const climbed = Math.max(
    0,
    ...ranked.map(({ change }) => (change.kind === 'up' ? change.places : 0)),
  );
  const climbers = ranked.filter(({ change }) => change.kind === 'up' && change.places === climbed);
  return {
    leaders: ranked.filter(({ rank }) => rank === 1).map(({ name }) => name),
    climbers: climbers.map(({ name }) => name),
    climbed,
    hasPrevious,
    unranked: unranked.length,
    silent: unranked.every(({ status }) => status.kind === 'no_data'),
  };
}
