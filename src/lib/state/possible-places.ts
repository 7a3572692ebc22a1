/** How certain a place is: where an institution may come under what the scheme lets vary. */
import type { Scheme, Uncertainty, UnitRow, UnitTable } from '#lib/model/index.ts';
import type { Dataset } from './dataset.ts';
import type { Scope } from './scope.ts';
import type { SimulationOrder } from './simulation/task.ts';

/** The places that hold nine tenths of the simulated rankings, whole ones, rounded outwards. */
export interface PossiblePlaces {
  readonly from: number;
  readonly to: number;
  /** From 1; institutions of one tier cannot be told from its first. */
  readonly tier: number;
}

/** Whose places are counted: a level of one city, or of the whole province. */
export type PlaceScope = Pick<Scope, 'period' | 'level' | 'city'>;

/** Places by institution; null where the scheme says nothing of what may vary. */
export type PossiblePlacesOf = ReadonlyMap<string, PossiblePlaces> | null;

/** What has to be simulated for a scope; null where the scheme says nothing of what may vary. */
export function placesOrder(
  dataset: Dataset,
  table: UnitTable,
  scheme: Scheme,
  { period, level, city }: PlaceScope,
): SimulationOrder<'uncertainty'> | null {
  const { robustness } = scheme;
  if (!robustness) return null;
  const members = new Set(
    dataset.institutions
      .filter((one) => one.level === level && (city === null || one.city_code === city))
      .map(({ institution_id }) => institution_id),
  );
  const only = [...table.rows.keys()].filter((row) => members.has(table.rows[row]!.unit));
  return { kind: 'uncertainty', table, scheme, robustness, period, only, options: robustness };
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
