/**
 * The list of institutions as plain data: who there is, what they are, where they stand, what they
 * lack. Pure and serialisable, so that the build computes the first view with the same code.
 */
import { schemeColumns, type LocalText, type Scheme, type ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import { NO_CLASS, type InstitutionsView } from '#lib/state/institutions-view.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import { SCOPE_LEVELS } from '#lib/state/scope.ts';
import { institutionsInScope, placesIn, rowIndex } from '#lib/state/standing.ts';
import { matches, sortRows } from './arrange.ts';

export interface ListedInstitution {
  readonly id: string;
  /** What people call it: the name of its region, where it is the only one of its level there. */
  readonly name: LocalText;
  readonly institution: LocalText;
  readonly regionCode: string;
  /** null outside any city. */
  readonly city: LocalText | null;
  readonly cityCode: string | null;
  readonly level: InstitutionRow['level'];
  readonly legalForm: InstitutionRow['legal_form'];
  readonly class: string | null;
  /** Among all of its level, whatever the filters; null where it is not ranked. */
  readonly place: number | null;
  readonly of: number;
  readonly score: number | null;
  readonly band: string | null;
  /** How many columns of the scheme have no value. */
  readonly gaps: number;
}

/** Scores of one city's institutions of one level. */
export interface CityScores {
  readonly code: string;
  readonly name: LocalText;
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface InstitutionsModel {
  readonly view: InstitutionsView;
  readonly rows: readonly ListedInstitution[];
  /** Institutions of the layer in the year, before any filter. */
  readonly all: number;
  /** Columns that the scheme asks for. */
  readonly columns: number;
  /** Of the layer, ascending; NO_CLASS last, where somebody has none. */
  readonly classes: readonly string[];
  /** Of one level only: scores of different levels do not compare. */
  readonly cityLevel: InstitutionsView['level'];
  readonly cities: readonly CityScores[];
}

export function institutionsModel(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  view: InstitutionsView,
): InstitutionsModel {
  const columns = schemeColumns(scheme);
  const everybody = listed(dataset, scheme, result, view, columns);
  const rows = everybody.filter(
    (row) =>
      (view.everyLevel || row.level === view.level) &&
      (view.city === null || row.cityCode === view.city) &&
      (view.legalForm === null || row.legalForm === view.legalForm) &&
      (view.class === null || (row.class ?? NO_CLASS) === view.class) &&
      matches(row, view.query),
  );
  const cityLevel = view.everyLevel ? 'county' : view.level;
  return {
    view,
    rows: sortRows(rows, view.sort),
    all: everybody.length,
    columns: columns.length,
    classes: classesOf(everybody),
    cityLevel,
    cities: byCity(rows.filter(({ level }) => level === cityLevel)),
  };
}

function listed(
  dataset: Dataset,
  scheme: Scheme,
  result: ScoreResult,
  { period }: InstitutionsView,
  columns: readonly string[],
): ListedInstitution[] {
  const rowOf = rowIndex(result);
  const places = new Map(
    SCOPE_LEVELS.map((level) => [
      level as InstitutionRow['level'],
      placesIn(
        result,
        rowOf,
        institutionsInScope(dataset, { level, city: null }),
        scheme.index.code,
        period,
      ),
    ]),
  );
  const scores = result.scores.get(scheme.index.code);
  return dataset.institutions.flatMap((institution): ListedInstitution[] => {
    const { institution_id: id, level, city_name_zh, city_name_en } = institution;
    const row = rowOf(id, period);
    if (row === undefined) return [];
    const place = places.get(level)?.get(id) ?? null;
    return [
      {
        id,
        name: displayName(dataset, institution),
        institution: institutionName(institution),
        regionCode: institution.region_code,
        city: city_name_zh === null ? null : { zh: city_name_zh, en: city_name_en ?? city_name_zh },
        cityCode: institution.city_code,
        level,
        legalForm: institution.legal_form,
        class: institution.class,
        place,
        of: places.get(level)?.size ?? 0,
        score: place === null ? null : (scores?.[row] ?? null),
        band: place === null ? null : (result.bands[row] ?? null),
        gaps: columns.filter((column) => dataset.cell(id, period, column)?.value == null).length,
      },
    ];
  });
}

function classesOf(rows: readonly ListedInstitution[]): string[] {
  const found = new Set(rows.flatMap((row) => (row.class === null ? [] : [row.class])));
  const classes = [...found].sort();
  return rows.some((row) => row.class === null) ? [...classes, NO_CLASS] : classes;
}

/** Cities by code; those without a score are left out. */
function byCity(rows: readonly ListedInstitution[]): CityScores[] {
  const cities = new Map<string, { name: LocalText; scores: number[] }>();
  for (const { cityCode, city, score } of rows) {
    if (cityCode === null || city === null || score === null) continue;
    const found = cities.get(cityCode) ?? { name: city, scores: [] };
    found.scores.push(score);
    cities.set(cityCode, found);
  }
  return [...cities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { name, scores }]) => {
      scores.sort((a, b) => a - b);
      const n = scores.length;
      const median = (scores[Math.floor((n - 1) / 2)]! + scores[Math.ceil((n - 1) / 2)]!) / 2;
      return { code, name, n, min: scores[0]!, median, max: scores[n - 1]! };
    });
}
