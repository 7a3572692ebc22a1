import type { Scheme } from '#lib/model/index.ts';
import { startUncertainty } from '#lib/scoring/index.ts';
import { unitTable, type Dataset } from '../dataset.ts';
import {
  placesOrder,
  possiblePlaces,
  type PlaceScope,
  type PossiblePlacesOf,
} from '../possible-places.ts';
import { simulationFor } from '../simulation/task.ts';

/** Simulates here and now, as the build does for the default view. */
export function simulatePlaces(
  dataset: Dataset,
  scheme: Scheme,
  scope: PlaceScope,
): PossiblePlacesOf {
  const table = unitTable(dataset, scheme);
  const order = placesOrder(dataset, table, scheme, scope);
  if (!order) return null;
  const run = startUncertainty(simulationFor(order), order.options);
  run.advance(run.total);
  return possiblePlaces(run.result(), table.rows);
}
