/** The possible places of the views that were looked at, simulated in the background. */
import type { Scheme, Uncertainty, UnitTable } from '#lib/model/index.ts';
import type { Dataset } from './dataset.ts';
import {
  placesOrder,
  possiblePlaces,
  type PlaceScope,
  type PossiblePlacesOf,
} from './possible-places.ts';
import type { SimulationOrder } from './simulation/task.ts';

/** Runs an order to its end; rejects when that fails or the signal is aborted. */
export type Simulate = (
  order: SimulationOrder<'uncertainty'>,
  signal: AbortSignal,
) => Promise<Uncertainty>;

/** Loaded data as far as a simulation needs them. */
export interface Simulated {
  readonly dataset: Dataset;
  readonly table: UnitTable;
  readonly scheme: Scheme;
}

/** `failed` where a simulation broke off: the ranking stands without it. */
export type PlacesState = PossiblePlacesOf | 'failed';

/**
 * One simulation at a time: what is asked for last replaces what is under way. What was found is kept
 * for the visit, so that going back costs nothing.
 */
export class PlaceSimulations {
  readonly #simulate: Simulate;
  #known = $state.raw<ReadonlyMap<string, Exclude<PlacesState, null>>>(new Map());
  /** Whether the numbers are those that the build has simulated. */
  #published = true;
  #running: { readonly key: string; readonly stop: AbortController } | null = null;

  constructor(simulate: Simulate) {
    this.#simulate = simulate;
  }

  /** What is known for a key; null while it is not. */
  get(key: string): PlacesState {
    return this.#known.get(key) ?? null;
  }

  /** Takes over what the build has found already, where that still holds. */
  keep(key: string, places: Exclude<PlacesState, null>): void {
    if (this.#published) this.#find(key, places);
  }

  /** Begins anew, over other data; `published` where they are those that the build knows. */
  forget(published: boolean): void {
    this.stop();
    this.#published = published;
    this.#known = new Map();
  }

  #find(key: string, places: Exclude<PlacesState, null>): void {
    this.#known = new Map(this.#known).set(key, places);
  }

  /** Simulates the scope unless it is known or under way. */
  async want(key: string, { dataset, table, scheme }: Simulated, scope: PlaceScope): Promise<void> {
    if (this.#known.has(key) || this.#running?.key === key) return;
    this.stop();
    const order = placesOrder(dataset, table, scheme, scope);
    if (!order) return;
    const stop = new AbortController();
    this.#running = { key, stop };
    try {
      const found = await this.#simulate(order, stop.signal);
      if (!stop.signal.aborted) this.#find(key, possiblePlaces(found, table.rows));
    } catch {
      if (!stop.signal.aborted) this.#find(key, 'failed');
    } finally {
      if (this.#running?.stop === stop) this.#running = null;
    }
  }

  stop(): void {
    this.#running?.stop.abort();
    this.#running = null;
  }
}

/** Names what is simulated: everything else of a view changes nothing about the places. */
export const placesKey = (layer: string, schemeId: string, { period, level, city }: PlaceScope) =>
  [layer, schemeId, period, level, city ?? ''].join(' ');
