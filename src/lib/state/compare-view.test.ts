import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import {
  COMPARE_CHARTS,
  compareSearch,
  fullCompareSearch,
  parseCompareView,
  REFERENCES,
  type CompareOptions,
  type CompareView,
} from './compare-view.ts';

const defaults: CompareView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'six',
  pick: [],
  against: null,
  chart: 'bars',
  open: [],
};
const options: CompareOptions = {
  layers: ['synthetic', 'template'],
  schemes: [{ id: 'six' }, { id: 'three' }] as unknown as Scheme[],
  periods: {},
  defaults,
};
const parse = (search: string, from = options) =>
  parseCompareView(new URLSearchParams(search), from);

const id = fc.stringMatching(/^[\w-]{1,12}$/);
const views: fc.Arbitrary<CompareView> = fc.record({
  layer: fc.constantFrom('synthetic' as const, 'template' as const),
  period: fc.stringMatching(/^\d{4}$/),
  city: fc.option(fc.stringMatching(/^\d{6}$/)),
  level: fc.constantFrom('county' as const, 'city' as const),
  scheme: fc.constantFrom('six', 'three'),
  pick: fc.uniqueArray(id, { maxLength: 6 }),
  against: fc.constantFrom(null, ...REFERENCES),
  chart: fc.constantFrom(...COMPARE_CHARTS),
  open: fc.uniqueArray(id, { maxLength: 4 }),
});

describe('parseCompareView(params)', () => {
  it('gives the defaults for an empty address', () => {
    expect(parse('')).toEqual(defaults);
  });

  it('ignores what it does not know, and keeps ids that the data may not know', () => {
    expect(parse('against=everyone&chart=pie&year=20&open=%3Cb%3E')).toEqual(defaults);
    expect(parse('pick=nobody,syn-1,nobody').pick).toEqual(['nobody', 'syn-1']);
  });

  it('reads more ids than can be compared, so that the page can say so', () => {
    expect(parse('pick=a,b,c,d,e,f,g').pick).toHaveLength(7);
  });
});

describe('compareSearch(view)', () => {
  it('leaves the defaults out', () => {
    expect(compareSearch(defaults, options)).toBe('');
  });

  it('parses back to the same view, for any view', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(compareSearch(view, options))).toEqual(view);
      }),
    );
  });
});

describe('fullCompareSearch(view)', () => {
  it('means the same whatever the defaults have become', () => {
    const later: CompareOptions = {
      ...options,
      defaults: { ...defaults, period: '2031', scheme: 'three', chart: 'radar', level: 'city' },
    };
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(fullCompareSearch(view, options), later)).toEqual(view);
      }),
    );
  });
});
