import { describe, expect, it } from 'vitest';
import type { Scheme, Uncertainty, UnitTable } from '#lib/model/index.ts';
import type { Dataset } from './dataset.ts';
import { placesOrder, possiblePlaces } from './possible-places.ts';
import { PlaceSimulations, placesKey, type Simulate } from './possible-places.svelte.ts';

const rows = ['a', 'b', 'c'].map((unit) => ({ unit, period: '2025', group: 'county' }));
const table: UnitTable = { rows, columns: new Map() };
const dataset = {
  institutions: [
    { institution_id: 'a', level: 'county', city_code: '990100' },
    { institution_id: 'b', level: 'county', city_code: '990200' },
    { institution_id: 'c', level: 'city', city_code: '990100' },
  ],
} as unknown as Dataset;
const robustness = {
  seed: 1,
  replicates: 10,
  assumptions: [{ kind: 'weights', noise: 0.25 }],
} as const;
const scheme = { id: 's', robustness } as unknown as Scheme;
const scope = { period: '2025', level: 'county', city: null } as const;

const found = {
  rows: Int32Array.of(0, 1),
  ranks: { p5: Float64Array.of(1, 1.35), p95: Float64Array.of(1.2, 2) },
  tiers: Int32Array.of(1, 2),
} as unknown as Uncertainty;

describe('possible places', () => {
  it('are whole places, rounded outwards, with their tier', () => {
    expect([...possiblePlaces(found, rows)]).toEqual([
      ['a', { from: 1, to: 2, tier: 1 }],
      ['b', { from: 1, to: 2, tier: 2 }],
    ]);
  });

  it('are counted among the level, and the city where one is chosen', () => {
    expect(placesOrder(dataset, table, scheme, scope)?.only).toEqual([0, 1]);
    expect(placesOrder(dataset, table, scheme, { ...scope, city: '990200' })?.only).toEqual([1]);
    expect(placesOrder(dataset, table, scheme, { ...scope, level: 'city' })?.only).toEqual([2]);
  });

  it('are none where the scheme lets nothing vary', () => {
    const silent = { id: 's' } as unknown as Scheme;
    expect(placesOrder(dataset, table, silent, scope)).toBeNull();
  });
});

describe('the simulations of a visit', () => {
  const loaded = { dataset, table, scheme };

  it('run once for each scope and are kept', async () => {
    let runs = 0;
    const places = new PlaceSimulations(() => {
      runs += 1;
      return Promise.resolve(found);
    });
    const key = placesKey('synthetic', 's', scope);
    expect(places.get(key)).toBeNull();
    await Promise.all([places.want(key, loaded, scope), places.want(key, loaded, scope)]);
    await places.want(key, loaded, scope);
    expect(runs).toBe(1);
    expect(places.get(key)).toEqual(possiblePlaces(found, rows));
  });

  it('give way to what is asked for last, without a trace', async () => {
    const stopped: string[] = [];
    const never: Simulate = (order, signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          stopped.push(order.period);
          reject(new Error('stopped'));
        }),
      );
    const places = new PlaceSimulations(never);
    const first = places.want('first', loaded, scope);
    void places.want('second', loaded, { ...scope, period: '2024' });
    await first;
    expect(stopped).toEqual(['2025']);
    expect(places.get('first')).toBeNull();
    places.stop();
    expect(stopped).toEqual(['2025', '2024']);
  });

  it('say when they failed, and are not tried again and again', async () => {
    let runs = 0;
    const places = new PlaceSimulations(() => {
      runs += 1;
      return Promise.reject(new Error('no worker'));
    });
    await places.want('key', loaded, scope);
    await places.want('key', loaded, scope);
    expect([places.get('key'), runs]).toEqual(['failed', 1]);
  });

  it('start from what the build has found', async () => {
    const places = new PlaceSimulations(() => Promise.reject(new Error('not to be asked')));
    places.keep('key', new Map([['a', { from: 1, to: 1, tier: 1 }]]));
    await places.want('key', loaded, scope);
    expect(places.get('key')).toEqual(new Map([['a', { from: 1, to: 1, tier: 1 }]]));
  });
});
