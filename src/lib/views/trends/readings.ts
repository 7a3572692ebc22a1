/** Reads any measure off the data: as given, as scored by the scheme in force, as published. */
import type { PublishedScore, Scheme, ScoreResult } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow, SchemeObservation } from '#lib/state/dataset.ts';
import { placesIn, type RowOf } from '#lib/state/standing.ts';
import type { TrendBasis } from '#lib/state/trends-view.ts';
import type { TrendRecords } from '#lib/state/trends-records.ts';
import type { Measure } from './measure.ts';
import { gapPoint, valuePoint, type Point } from './point.ts';

export interface Sources {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
  readonly rowOf: RowOf;
  readonly records: TrendRecords;
  /** Those whose places are counted among one another. */
  readonly inScope: readonly InstitutionRow[];
}

/** The point of an institution in a year. */
export type Reading = (id: string, period: string) => Point;

/** Editions of the layer that ranked by the scheme, by year; the latest where there are several. */
export function editionsByYear(
  records: TrendRecords,
  scheme: Pick<Scheme, 'id'>,
): ReadonlyMap<string, { readonly edition: string; readonly version: string }> {
  return new Map(
    records.published
      .filter((row) => row.scheme === scheme.id)
      .map((row) => [row.period, { edition: row.edition, version: row.scheme_version }]),
  );
}

export function readingOf(measure: Measure, basis: TrendBasis, sources: Sources): Reading {
  if (measure.from === 'indicator') {
    const raw = rawReading(measure.code, sources);
    return measure.asRank ? placesByValue(raw, measure, sources) : raw;
  }
  if (basis === 'published') return publishedReading(measure, sources);
  return measure.asRank ? placeReading(measure, sources) : scoreReading(measure, sources);
}

/** Finds an observation of any indicator, of the scheme or beside it. */
export function cellFinder({
  dataset,
  records,
}: Pick<Sources, 'dataset' | 'records'>): (
  id: string,
  period: string,
  code: string,
) => SchemeObservation | null {
  const key = (id: string, period: string, code: string) => `${id} ${period} ${code}`;
  let beside: ReadonlyMap<string, SchemeObservation> | null = null;
  return (id, period, code) => {
    const own = dataset.cell(id, period, code);
    if (own) return own;
    beside ??= new Map(
      records.observations.map((row) => [key(row.institution_id, row.period, row.indicator), row]),
    );
    return beside.get(key(id, period, code)) ?? null;
  };
}

/** Values as they were reported, with their hedges. */
export function rawReading(code: string, sources: Sources): Reading {
  const find = cellFinder(sources);
  return (id, period) => {
    const cell = find(id, period, code);
    if (!cell) {
      const exists = sources.rowOf(id, period) !== undefined;
      return gapPoint(exists ? { kind: 'missing', reason: 'not_reported' } : { kind: 'absent' });
    }
    if (cell.value === null)
      return gapPoint({ kind: 'missing', reason: cell.missing_reason ?? 'not_reported' });
    return {
      value: cell.value,
      gap: null,
      qualifier: cell.qualifier,
      valueText: cell.value_text,
      numerator: cell.numerator,
      denominator: cell.denominator,
      denominatorKind: cell.denominator_kind,
    };
  };
}

function unscored({ result }: Sources, row: number | undefined, code: string): Point {
  if (row === undefined) return gapPoint({ kind: 'absent' });
  const status = result.status[row] ?? { kind: 'no_data' };
  return gapPoint({
    kind: 'status',
    status: status.kind === 'ranked' ? { kind: 'dimension_missing', dimensions: [code] } : status,
  });
}

function scoreReading({ code }: Measure, sources: Sources): Reading {
  const { result, rowOf, scheme } = sources;
  const isIndex = code === scheme.index.code;
  const scores = result.scores.get(code) ?? result.normalised.get(code);
  return (id, period) => {
    const row = rowOf(id, period);
    const value = row === undefined ? NaN : (scores?.[row] ?? NaN);
    const hasPlace = row !== undefined && (!isIndex || result.status[row]?.kind === 'ranked');
    return hasPlace && Number.isFinite(value) ? valuePoint(value) : unscored(sources, row, code);
  };
}

function placeReading({ code }: Measure, sources: Sources): Reading {
  const { result, rowOf, inScope } = sources;
  const years = new Map<string, ReadonlyMap<string, number>>();
  return (id, period) => {
    let places = years.get(period);
    if (!places) years.set(period, (places = placesIn(result, rowOf, inScope, code, period)));
    const place = places.get(id);
    return place === undefined ? unscored(sources, rowOf(id, period), code) : valuePoint(place);
  };
}

/** From the table of what was published, untouched: nothing is scored or ranked again. */
function publishedReading({ code, asRank }: Measure, { records, scheme }: Sources): Reading {
  const rows = new Map<string, PublishedScore>();
  const years = editionsByYear(records, scheme);
  for (const row of records.published)
    if (
      row.scheme === scheme.id &&
      row.element === code &&
      years.get(row.period)?.edition === row.edition
    )
      rows.set(`${row.institution_id} ${row.period}`, row);
  return (id, period) => {
    if (!years.has(period)) return gapPoint({ kind: 'no_edition' });
    const row = rows.get(`${id} ${period}`);
    const value = asRank ? row?.rank : row?.score;
    if (value != null) return valuePoint(value);
    return row && row.status !== 'ranked'
      ? gapPoint({ kind: 'published_status', status: row.status })
      : gapPoint({ kind: 'not_in_edition' });
  };
}

/** Competition places by the values of an indicator, among those of the scope that have one. */
function placesByValue(raw: Reading, { direction }: Measure, { inScope }: Sources): Reading {
  const sign = direction === 'lower_better' ? 1 : -1;
  const years = new Map<string, ReadonlyMap<number, number>>();
  const placesOf = (period: string) => {
    const values = inScope
      .flatMap(({ institution_id }) => raw(institution_id, period).value ?? [])
      .sort((a, b) => sign * (a - b));
    const places = new Map<number, number>();
    values.forEach((value, i) => {
      if (!places.has(value)) places.set(value, i + 1);
    });
    return places;
  };
  return (id, period) => {
    const point = raw(id, period);
    if (point.value === null) return point;
    let places = years.get(period);
    if (!places) years.set(period, (places = placesOf(period)));
    return valuePoint(places.get(point.value)!);
  };
}
