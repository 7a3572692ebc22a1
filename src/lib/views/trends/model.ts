/**
 * The trends page as plain data: values of the institutions over years, breaks, what they come to
 * together, what changed. Pure and serialisable; the build computes the first view with it.
 */
import type { LocalText, Scheme, ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from '#lib/state/dataset.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import { institutionsInScope, placesIn, rowIndex } from '#lib/state/standing.ts';
import type { TrendIndicator } from '#lib/state/trend-indicator.ts';
import type { TrendRecords } from '#lib/state/trends-records.ts';
import { MOST_COLOURED, type TrendBasis, type TrendsView } from '#lib/state/trends-view.ts';
import { cutsOf, isCutBetween, type SeriesCut } from './breaks.ts';
import { changeOf, type Change } from './change.ts';
import { measureOf, type Measure } from './measure.ts';
import { multiplesModel, type MultiplesModel } from './multiples.ts';
import { gapPoint, type Point } from './point.ts';
import { editionsByYear, readingOf, type Reading, type Sources } from './readings.ts';
import { statOf, type Stat } from './stats.ts';
import { stockModel, type StockModel } from './stock.ts';

export interface TrendsData {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
  readonly records: TrendRecords;
  readonly catalogue: readonly TrendIndicator[];
}

export interface Line {
  readonly id: string;
  readonly name: LocalText;
  readonly institution: LocalText;
  /** The city it lies in; null for a city institute. */
  readonly place: LocalText | null;
  /** Position among the coloured ones; null: context. */
  readonly colour: number | null;
  /** One a year. */
  readonly points: readonly Point[];
  /** Against the year before, one a year. */
  readonly changes: readonly Change[];
  /** From the first year shown to the last. */
  readonly whole: Change;
  /** By the other basis, one a year; empty for values that have none. */
  readonly other: readonly Point[];
}

export interface NumberedCut extends SeriesCut {
  readonly number: number;
  /** null: all institutions. */
  readonly name: LocalText | null;
}

export interface CityStat {
  readonly code: string;
  readonly name: LocalText;
  readonly stat: Stat;
}

export interface TrendsModel {
  readonly view: TrendsView;
  /** From the first year shown to the last. */
  readonly periods: readonly string[];
  /** All years of the layer. */
  readonly allPeriods: readonly string[];
  readonly measure: Measure;
  /** null: as reported, which knows no basis. */
  readonly basis: TrendBasis | null;
  /** Edition and version of the scheme by year, for values as published. */
  readonly editions: readonly ({ readonly edition: string; readonly version: string } | null)[];
  /** The shown ones first, in the order picked; then the rest by their last value. */
  readonly lines: readonly Line[];
  /** Nobody was picked: the first three and the last of the index in the last year stand in. */
  readonly standsIn: boolean;
  /** Picked, but not in the data. */
  readonly unknown: readonly string[];
  /** Picked, but not in the scope. */
  readonly outside: readonly LocalText[];
  /** Picked beyond what can be told apart. */
  readonly beyond: readonly LocalText[];
  readonly cuts: readonly NumberedCut[];
  /** Institutions of the scope, not shown in colour, with breaks of their own. */
  readonly otherCuts: readonly SeriesCut[];
  readonly stats: readonly Stat[];
  readonly cities: readonly CityStat[];
  readonly stock: StockModel | null;
  readonly multiples: MultiplesModel | null;
}

export function trendsModel(data: TrendsData, view: TrendsView): TrendsModel {
  const { dataset, scheme, result, records, catalogue } = data;
  const inScope = institutionsInScope(dataset, view);
  const sources: Sources = { ...data, rowOf: rowIndex(result), inScope };
  const periods = yearsOf(dataset.periods, view);
  const measure = measureOf(view, scheme, catalogue);
  const basis = measure.from === 'element' && view.chart !== 'multiples' ? view.basis : null;
  const reading = readingOf(measure, basis ?? 'current', sources);
  const otherReading =
    basis === null
      ? null
      : readingOf(measure, basis === 'current' ? 'published' : 'current', sources);

  const picked = pickedOf(view, dataset, inScope);
  const standsIn = view.pick.length === 0;
  const shown = standsIn
    ? standIns(sources, periods[periods.length - 1])
    : picked.inScope.slice(0, MOST_COLOURED).map(({ institution_id }) => institution_id);

  const cuts = cutsOf(records.breaks, measure, basis ?? 'current', periods);
  const lines = inScope
    .map((institution) =>
      lineOf(institution, dataset, periods, measure, cuts, reading, otherReading, shown),
    )
    .sort(byOrder(measure));
  const known = new Set(inScope.map(({ institution_id }) => institution_id));
  const { numbered, others } = numberCuts(cuts, shown, known, dataset);
  const members = (period: number, ids: ReadonlySet<string> | null) =>
    lines
      .filter(({ id }) => ids === null || ids.has(id))
      .map(({ id, points }) => ({
        id,
        point: points[period]!,
        before: period === 0 ? undefined : points[period - 1],
        cut: isCutBetween(cuts, id, period - 1, period),
      }));
  const factor = measure.unit?.zh === '%' ? 100 : 1;
  return {
    view,
    periods,
    allPeriods: dataset.periods,
    measure,
    basis,
    editions: editionsOf(records, scheme, periods),
    lines,
    standsIn,
    unknown: picked.unknown,
    outside: picked.outside.map((one) => displayName(dataset, one)),
    beyond: picked.inScope.slice(MOST_COLOURED).map((one) => displayName(dataset, one)),
    cuts: numbered,
    otherCuts: others,
    stats: periods.map((_, at) => statOf(measure.sort, members(at, null), factor)),
    cities: citiesOf(inScope).map(({ code, name, ids }) => ({
      code,
      name,
      stat: statOf(measure.sort, members(periods.length - 1, ids), factor),
    })),
    stock: stockModel(
      catalogue,
      sources,
      periods,
      !standsIn && shown.length === 1 ? shown[0]! : null,
    ),
    multiples:
      view.chart === 'multiples'
        ? multiplesModel(view, sources, records.breaks, periods, shown)
        : null,
  };
}

/** The years asked for; where the first is not before the last, the last alone. */
export function yearsOf(all: readonly string[], view: TrendsView): string[] {
  const wanted = view.to ?? view.period;
  const last = all.includes(wanted) ? wanted : all[all.length - 1];
  if (last === undefined) return [wanted];
  const first = view.from !== null && all.includes(view.from) ? view.from : (all[0] ?? last);
  return all.filter((period) => period <= last && period >= (first <= last ? first : last));
}

function pickedOf(
  { pick }: TrendsView,
  { institutions }: Dataset,
  scope: readonly InstitutionRow[],
) {
  const find = (id: string) => institutions.find(({ institution_id }) => institution_id === id);
  const found = pick.flatMap((id) => find(id) ?? []);
  return {
    unknown: pick.filter((id) => !find(id)),
    inScope: found.filter((one) => scope.includes(one)),
    outside: found.filter((one) => !scope.includes(one)),
  };
}

/** The first three and the last of the index in the last year; those with data where none ranks. */
function standIns({ result, rowOf, inScope, scheme }: Sources, period: string | undefined) {
  if (period === undefined) return [];
  const places = [...placesIn(result, rowOf, inScope, scheme.index.code, period)]
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => id);
  return places.length <= 4 ? places : [...places.slice(0, 3), places[places.length - 1]!];
}

function lineOf(
  institution: InstitutionRow,
  dataset: Dataset,
  periods: readonly string[],
  measure: Measure,
  cuts: readonly SeriesCut[],
  reading: Reading,
  other: Reading | null,
  shown: readonly string[],
): Line {
  const { institution_id: id, level, city_name_zh, city_name_en } = institution;
  const points = periods.map((period) => reading(id, period));
  const colour = shown.indexOf(id);
  const last = points.length - 1;
  return {
    id,
    name: displayName(dataset, institution),
    institution: institutionName(institution),
    place:
      level === 'county' && city_name_zh !== null
        ? { zh: city_name_zh, en: city_name_en ?? city_name_zh }
        : null,
    colour: colour < 0 ? null : colour,
    points,
    changes: points.map((point, at) =>
      changeOf(measure.sort, points[at - 1], point, isCutBetween(cuts, id, at - 1, at)),
    ),
    whole: changeOf(
      measure.sort,
      last > 0 ? points[0] : undefined,
      points[last] ?? gapPoint({ kind: 'absent' }),
      isCutBetween(cuts, id, 0, last),
    ),
    other: other ? periods.map((period) => other(id, period)) : [],
  };
}

/** The coloured ones first; then from the best last value down, those without one at the end. */
function byOrder({ sort, direction }: Measure) {
  const sign = sort === 'rank' || direction === 'lower_better' ? 1 : -1;
  const lastOf = ({ points }: Line) => points[points.length - 1]?.value ?? null;
  return (a: Line, b: Line): number => {
    if (a.colour !== null || b.colour !== null)
      return (a.colour ?? Infinity) - (b.colour ?? Infinity);
    const [x, y] = [lastOf(a), lastOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  };
}

/** Breaks of everybody and of those in colour get a number; the rest is told in the table. */
function numberCuts(
  cuts: readonly SeriesCut[],
  shown: readonly string[],
  known: ReadonlySet<string>,
  dataset: Dataset,
) {
  const ours = cuts.filter(({ institution }) => institution === null || known.has(institution));
  const isNumbered = ({ institution }: SeriesCut) =>
    institution === null || shown.includes(institution);
  const nameOf = (id: string | null): LocalText | null => {
    const found = dataset.institutions.find(({ institution_id }) => institution_id === id);
    return found ? displayName(dataset, found) : null;
  };
  return {
    numbered: ours
      .filter(isNumbered)
      .map((cut, i) => ({ ...cut, number: i + 1, name: nameOf(cut.institution) })),
    others: ours.filter((cut) => !isNumbered(cut)),
  };
}

function editionsOf(records: TrendRecords, scheme: Scheme, periods: readonly string[]) {
  const editions = editionsByYear(records, scheme);
  return periods.map((period) => editions.get(period) ?? null);
}

function citiesOf(inScope: readonly InstitutionRow[]) {
  const cities = new Map<string, { code: string; name: LocalText; ids: Set<string> }>();
  for (const { institution_id, city_code, city_name_zh, city_name_en } of inScope) {
    if (city_code === null || city_name_zh === null) continue;
    const city = cities.get(city_code) ?? {
      code: city_code,
      name: { zh: city_name_zh, en: city_name_en ?? city_name_zh },
      ids: new Set<string>(),
    };
    city.ids.add(institution_id);
    cities.set(city_code, city);
  }
  return [...cities.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
