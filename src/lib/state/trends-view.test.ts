import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import {
  parseTrendsView,
  TREND_AXES,
  TREND_BASES,
  TREND_CHARTS,
  trendsSearch,
  type TrendsOptions,
  type TrendsView,
} from './trends-view.ts';

const scheme = (id: string, dimensions: string[]) =>
  ({ id, index: { children: dimensions.map((code) => ({ code })) } }) as unknown as Scheme;

const defaults: TrendsView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'six',
  of: 'score',
  chart: 'line',
  basis: 'current',
  axis: 'free',
  from: null,
  to: null,
  pick: [],
  why: null,
};
const options: TrendsOptions = {
  layers: ['synthetic', 'template'],
  schemes: [scheme('six', ['T1', 'T2']), scheme('three', ['A'])],
  periods: {},
  defaults,
  codes: ['TZ2', 'TZ_ALL'],
};
const parse = (search: string) => parseTrendsView(new URLSearchParams(search), options);

describe('parseTrendsView(params)', () => {
  it('gives the defaults for an empty address, and for what it does not know', () => {
    expect(parse('')).toEqual(defaults);
    expect(
      parse('of=T9&chart=pie&basis=guess&axis=log&from=20x1&to=1&pick=<b>&why=<i>&scheme=nine'),
    ).toEqual(defaults);
  });

  it('takes dimensions only from the scheme in force, indicators from the catalogue', () => {
    expect(parse('of=T2').of).toBe('T2');
    expect(parse('scheme=three&of=T2').of).toBe('score');
    expect(parse('scheme=three&of=TZ_ALL').of).toBe('TZ_ALL');
  });
});

describe('trendsSearch(view)', () => {
  it('leaves the defaults out', () => {
    expect(trendsSearch(defaults, options)).toBe('');
  });

  it('parses back to the same view, for any view', () => {
    const id = fc.stringMatching(/^[\w-]{1,12}$/);
    const aYear = fc.option(fc.stringMatching(/^\d{4}$/));
    const views: fc.Arbitrary<TrendsView> = fc
      .constantFrom(
        { scheme: 'six', of: ['score', 'rank', 'T1', 'T2', 'TZ2'] },
        { scheme: 'three', of: ['score', 'A', 'TZ_ALL'] },
      )
      .chain(({ scheme: schemeId, of }) =>
        fc.record({
          layer: fc.constantFrom('synthetic' as const, 'template' as const),
          period: fc.stringMatching(/^\d{4}$/),
          city: fc.option(fc.stringMatching(/^\d{6}$/)),
          level: fc.constantFrom('county' as const, 'city' as const),
          scheme: fc.constant(schemeId),
          of: fc.constantFrom(...of),
          chart: fc.constantFrom(...TREND_CHARTS),
          basis: fc.constantFrom(...TREND_BASES),
          axis: fc.constantFrom(...TREND_AXES),
          from: aYear,
          to: aYear,
          pick: fc.uniqueArray(id, { maxLength: 9 }),
          why: fc.option(id),
        }),
      );
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(trendsSearch(view, options))).toEqual(view);
      }),
    );
  });
});
