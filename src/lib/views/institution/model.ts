/**
 * One institution's profile as plain data: who it is, where it stands and stood, against whom, with
 * which gaps. Pure and serialisable, so that the build computes the first view with the same code.
 */
import type { LocalText, RankStatus, Scheme, ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import type {
  FormerRegion,
  InstitutionFacts,
  OwnTarget,
  TargetValue,
  TargetVerdict,
} from '#lib/state/institution-facts.ts';
import { targetVerdict } from '#lib/state/institution-facts.ts';
import type { InstitutionView } from '#lib/state/institution-view.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import type { PossiblePlaces, PossiblePlacesOf } from '#lib/state/possible-places.ts';
import {
  institutionsInScope,
  periodBefore,
  placesIn,
  rankChange,
  rowIndex,
  type RankChange,
  type RowOf,
} from '#lib/state/standing.ts';
import {
  againstPeers,
  ownGaps,
  type Against,
  type DimensionStanding,
  type Gap,
} from './against.ts';

export interface Identity {
  readonly id: string;
  /** What people call it: the name of its region, where it is the only one of its level there. */
  readonly name: LocalText;
  readonly institution: LocalText;
  readonly region: LocalText | null;
  readonly regionCode: string;
  readonly city: LocalText | null;
  readonly province: LocalText | null;
  readonly level: InstitutionRow['level'];
  readonly legalForm: InstitutionRow['legal_form'];
  readonly class: string | null;
  readonly classScheme: string | null;
  readonly peerGroup: LocalText | null;
  readonly former: readonly FormerRegion[];
  readonly note: string | null;
}

export interface Standing {
  /** Competition rank among all peers of its level. */
  readonly place: number;
  readonly of: number;
  readonly tied: boolean;
  /** Among those of its own city; null for a city institute and outside any city. */
  readonly inCity: { readonly place: number; readonly of: number } | null;
  readonly score: number;
  readonly band: string | null;
  readonly change: RankChange;
  /** null where nothing is simulated, or not yet. */
  readonly possible: PossiblePlaces | null;
}

/** A year of the history; all years are scored by the scheme shown. */
export interface HistoryYear {
  readonly period: string;
  readonly place: number | null;
  readonly of: number;
  readonly score: number | null;
  /** Why there is no place; null where there is one, or the institution did not exist. */
  readonly status: Exclude<RankStatus, { kind: 'ranked' }> | null;
  /** What keeps this year from comparing with the one before. */
  readonly breaks: readonly LocalText[];
}

export interface Neighbour {
  readonly id: string;
  readonly name: LocalText;
  readonly place: number;
}

export interface JudgedTarget extends Omit<OwnTarget, 'values'> {
  readonly verdict: TargetVerdict;
  readonly cell: TargetValue | null;
}

export interface ProfileModel {
  readonly view: InstitutionView;
  readonly identity: Identity;
  /** null where it has no place; then `status` says why. */
  readonly standing: Standing | null;
  readonly status: Exclude<RankStatus, { kind: 'ranked' }> | null;
  readonly history: readonly HistoryYear[];
  readonly dimensions: readonly DimensionStanding[];
  readonly against: Against;
  readonly targets: readonly JudgedTarget[];
  readonly gaps: readonly Gap[];
  /** How many indicators the scheme asks for. */
  readonly indicators: number;
  /** The nearest ranked before and after it; null at either end, and without a place. */
  readonly ahead: Neighbour | null;
  readonly behind: Neighbour | null;
}

/** Throws a RangeError for an id that the dataset does not have. */
export function profileModel(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: InstitutionView,
  id: string,
  facts: InstitutionFacts,
  possible: PossiblePlacesOf = null,
): ProfileModel {
  const institution = dataset.institutions.find(({ institution_id }) => institution_id === id);
  if (!institution) throw new RangeError(`There is no institution ${id}.`);
  const rowOf = rowIndex(result);
  const peers = peersOf(dataset, institution);
  const indexOf = (period: string) => placesIn(result, rowOf, peers, scheme.index.code, period);
  const places = indexOf(view.period);
  const row = rowOf(id, view.period);
  const status = row === undefined ? { kind: 'no_data' as const } : result.status[row]!;
  const gaps = ownGaps(dataset, scheme, id, view.period);
  return {
    view,
    identity: identityOf(dataset, institution, facts),
    standing: standingOf({
      dataset,
      scheme,
      institution,
      result,
      view,
      rowOf,
      places,
      possible,
      indexOf,
    }),
    status: status.kind === 'ranked' ? null : status,
    history: dataset.periods.map((period) =>
      yearOf({ scheme, result, rowOf, places: indexOf(period), id, period, facts }),
    ),
    ...againstPeers({ dataset, scheme, result, rowOf, peers, id, period: view.period }),
    targets: facts.targets.map(({ values, ...target }) => ({
      ...target,
      verdict: targetVerdict({ ...target, values }, view.period),
      cell: values[view.period] ?? null,
    })),
    gaps: gaps.missing,
    indicators: gaps.of,
    ...neighboursOf(dataset, peers, places, id),
  };
}

/** Those ranked together: all institutions of the level. */
const peersOf = (dataset: Dataset, { level }: InstitutionRow): InstitutionRow[] =>
  level === 'province' ? [] : institutionsInScope(dataset, { level, city: null });

function identityOf(
  dataset: Dataset,
  institution: InstitutionRow,
  { former }: InstitutionFacts,
): Identity {
  const text = (zh: string | null, en: string | null): LocalText | null =>
    zh === null ? null : { zh, en: en ?? zh };
  const row = institution;
  return {
    id: row.institution_id,
    name: displayName(dataset, row),
    institution: institutionName(row),
    region: text(row.region_name_zh, row.region_name_en),
    regionCode: row.region_code,
    city: text(row.city_name_zh, row.city_name_en),
    province: text(row.province_name_zh, row.province_name_en),
    level: row.level,
    legalForm: row.legal_form,
    class: row.class,
    classScheme: row.class_scheme,
    peerGroup: text(row.peer_group_zh, row.peer_group_en),
    former,
    note: row.note,
  };
}

function standingOf(of: {
  dataset: Dataset;
  scheme: Scheme;
  institution: InstitutionRow;
  result: ScoreResult;
  view: InstitutionView;
  rowOf: RowOf;
  places: ReadonlyMap<string, number>;
  possible: PossiblePlacesOf;
  indexOf: (period: string) => ReadonlyMap<string, number>;
}): Standing | null {
  const { dataset, scheme, institution, result, view, rowOf, places, possible, indexOf } = of;
  const { institution_id: id, level, city_code: city } = institution;
  const place = places.get(id);
  const row = rowOf(id, view.period);
  if (place === undefined || row === undefined) return null;
  const previous = periodBefore(dataset.periods, view.period);
  const inCity = institutionsInScope(dataset, { level: 'county', city }).flatMap(
    ({ institution_id }) => places.get(institution_id) ?? [],
  );
  return {
    place,
    of: places.size,
    tied: [...places.values()].filter((other) => other === place).length > 1,
    // The order of all peers decides, so a city's places can never contradict the province's.
    inCity:
      level === 'county' && city !== null
        ? { place: 1 + inCity.filter((other) => other < place).length, of: inCity.length }
        : null,
    score: scoreAt(scheme, result, row),
    band: result.bands[row] ?? null,
    change: rankChange(
      place,
      previous === null ? undefined : indexOf(previous).get(id),
      previous !== null,
    ),
    possible: possible?.get(id) ?? null,
  };
}

function yearOf(of: {
  scheme: Scheme;
  result: ScoreResult;
  rowOf: RowOf;
  places: ReadonlyMap<string, number>;
  id: string;
  period: string;
  facts: InstitutionFacts;
}): HistoryYear {
  const { scheme, result, rowOf, places, id, period, facts } = of;
  const row = rowOf(id, period);
  const place = places.get(id) ?? null;
  const status = row === undefined ? undefined : result.status[row];
  return {
    period,
    place,
    of: places.size,
    score: place === null || row === undefined ? null : scoreAt(scheme, result, row),
    status: status && status.kind !== 'ranked' ? status : null,
    breaks: facts.breaks
      .filter((broken) => broken.period === period && concerns(scheme, broken))
      .map(({ text }) => text),
  };
}

const scoreAt = (scheme: Scheme, result: ScoreResult, row: number): number =>
  result.scores.get(scheme.index.code)?.[row] ?? NaN;

/**
 * All years are scored by one scheme here, so that a change of schemes breaks nothing; of an
 * indicator that the scheme does not read neither.
 */
const concerns = (scheme: Scheme, { kind, indicator }: InstitutionFacts['breaks'][number]) =>
  kind !== 'scheme' && (indicator === null || readsIndicator(scheme.index, indicator));

function readsIndicator(node: Scheme['index']['children'][number], code: string): boolean {
  return 'children' in node
    ? node.children.some((child) => readsIndicator(child, code))
    : (node.column ?? node.code) === code;
}

function neighboursOf(
  dataset: Dataset,
  peers: readonly InstitutionRow[],
  places: ReadonlyMap<string, number>,
  id: string,
): Pick<ProfileModel, 'ahead' | 'behind'> {
  const ranked = peers
    .flatMap((row) => {
      const place = places.get(row.institution_id);
      return place === undefined ? [] : [{ row, place }];
    })
    .sort((a, b) => a.place - b.place);
  const at = ranked.findIndex(({ row }) => row.institution_id === id);
  const neighbour = (position: number): Neighbour | null => {
    const found = at < 0 ? undefined : ranked[position];
    if (!found) return null;
    const { row, place } = found;
    return { id: row.institution_id, name: displayName(dataset, row), place };
  };
  return { ahead: neighbour(at - 1), behind: neighbour(at + 1) };
}
