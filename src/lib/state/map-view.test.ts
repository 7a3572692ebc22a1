import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import {
  CLASS_METHODS,
  mapSearch,
  nodeOf,
  parseMapView,
  type MapOptions,
  type MapView,
} from './map-view.ts';

const scheme = (id: string, dimensions: string[]) =>
  ({
    id,
    index: {
      code: 'I',
      children: dimensions.map((code) => ({ code, children: [{ code: `${code}a` }] })),
    },
  }) as unknown as Scheme;

const defaults: MapView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'six',
  of: null,
  classes: null,
  pick: [],
};
const schemes = [scheme('six', ['T1', 'T2']), scheme('three', ['A'])];
const options: MapOptions = { layers: ['synthetic', 'template'], schemes, periods: {}, defaults };
const parse = (search: string) => parseMapView(new URLSearchParams(search), options);

describe('parseMapView(params)', () => {
  it('ignores what it does not know', () => {
    expect(parse('')).toEqual(defaults);
    expect(parse('of=T9&classes=natural&pick=<b>')).toEqual(defaults);
    expect(parse('of=I').of).toBeNull();
    expect(parse('of=__proto__').of).toBeNull();
  });

  it('takes a dimension or an indicator of the scheme in force', () => {
    expect(parse('of=T1').of).toBe('T1');
    expect(parse('of=T2a').of).toBe('T2a');
    expect(parse('scheme=three&of=T2a').of).toBeNull();
    expect(parse('scheme=three&of=Aa').of).toBe('Aa');
  });

  it('takes at most five', () => {
    expect(parse('pick=a,b,c,d,e,f,a').pick).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

it('mapSearch(view) parses back to the same view, for any view', () => {
  const views: fc.Arbitrary<MapView> = fc
    .constantFrom(
      { scheme: 'six', codes: [null, 'T1', 'T2', 'T1a'] },
      { scheme: 'three', codes: [null, 'A', 'Aa'] },
    )
    .chain(({ scheme: id, codes }) =>
      fc.record({
        layer: fc.constantFrom('synthetic' as const, 'template' as const),
        period: fc.stringMatching(/^\d{4}$/),
        city: fc.option(fc.stringMatching(/^\d{6}$/)),
        level: fc.constantFrom('county' as const, 'city' as const),
        scheme: fc.constant(id),
        of: fc.constantFrom(...codes),
        classes: fc.constantFrom(null, ...CLASS_METHODS),
        pick: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,12}$/), { maxLength: 5 }),
      }),
    );
  fc.assert(
    fc.property(views, (view) => {
      expect(parse(mapSearch(view, options))).toEqual(view);
    }),
  );
});

it('nodeOf finds any node by its code', () => {
  const [six] = schemes;
  expect(six && [null, 'T2', 'T1a', 'none'].map((code) => nodeOf(six, code)?.code)).toEqual([
    'I',
    'T2',
    'T1a',
    undefined,
  ]);
});
