/** How certain a place is: where an institution may come under what the scheme lets vary. */
import type { Scheme, Uncertainty, UnitRow } from '#lib/model/index.ts';
import { simulationOf, startUncertainty, within } from '#lib/scoring/index.ts';
import { unitTable, type Dataset } from './dataset.ts';
import type { RankingView } from './ranking-view.ts';

/** The places that hold nine tenths of the simulated rankings, whole ones, rounded outwards. */
export interface PossiblePlaces {
  readonly from: number;
  readonly to: number;
  /** From 1; institutions of one tier cannot be told from its first. */
  readonly tier: number;
}

/** Whose places are counted: a level of one city, or of the whole province. */
export type PlaceScope = Pick<RankingView, 'period' | 'level' | 'city'>;

/** Places by institution; null where the scheme says nothing of what may vary. */
export type PossiblePlacesOf = ReadonlyMap<string, PossiblePlaces> | null;

/** Whether an institution belongs to those whose places are counted. */
export function scopeFilter(
  dataset: Dataset,
  { level, city }: PlaceScope,
): (row: UnitRow) => boolean {
  const members = new Set(
    dataset.institutions
      .filter((one) => one.level === level && (city === null || one.city_code === city))
      .map(({ institution_id }) => institution_id),
  );
  return ({ unit }) => members.has(unit);
}

/** What a finished simulation says of each institution. */
export function possiblePlaces(
  { rows, ranks, tiers }: Pick<Uncertainty, 'rows' | 'ranks' | 'tiers'>,
  units: readonly UnitRow[],
): ReadonlyMap<string, PossiblePlaces> {
  return new Map(
    [...rows].map((row, i) => [
      units[row]!.unit,
      { from: Math.floor(ranks.p5[i]!), to: Math.ceil(ranks.p95[i]!), tier: tiers[i]! },
    ]),
  );
}

/** Simulates here and now, as the build does for the default view. */
export function simulatePlaces(
  dataset: Dataset,
  scheme: Scheme,
  scope: PlaceScope,
): PossiblePlacesOf {
  const { robustness } = scheme;
  if (!robustness) return null;
  const table = unitTable(dataset, scheme);
  const isIn = scopeFilter(dataset, scope);
  const simulation = within(simulationOf(table, scheme, robustness, scope.period), (row) =>
    isIn(table.rows[row]!),
  );
  const run = startUncertainty(simulation, robustness);
  run.advance(run.total);
  return possiblePlaces(run.result(), table.rows);
}
