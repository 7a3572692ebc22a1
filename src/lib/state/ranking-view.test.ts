import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import {
  NATURAL_SORT,
  parseRankingView,
  rankingSearch,
  SORT_KEYS,
  type RankingOptions,
  type RankingView,
} from './ranking-view.ts';

const scheme = (id: string, dimensions: string[]) =>
  ({ id, index: { children: dimensions.map((code) => ({ code })) } }) as unknown as Scheme;

const defaults: RankingView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'six',
  dimension: null,
  sort: NATURAL_SORT,
  query: '',
  open: [],
};
const options: RankingOptions = {
  layers: ['synthetic', 'template'],
  schemes: [scheme('six', ['T1', 'T2']), scheme('three', ['A'])],
  periods: { template: ['2025'] },
  defaults,
};
const parse = (search: string) => parseRankingView(new URLSearchParams(search), options);

describe('parseRankingView(params)', () => {
  it('gives the defaults for an empty address', () => {
    expect(parse('')).toEqual(defaults);
  });

  it('ignores what it does not know', () => {
    expect(
      parse('data=real&year=20x5&city=甲&level=town&scheme=nine&dimension=A&sort=colour&open=<b>'),
    ).toEqual(defaults);
  });

  it('takes a dimension only from the scheme in force', () => {
    expect(parse('scheme=three&dimension=A').dimension).toBe('A');
    expect(parse('scheme=three&dimension=T1').dimension).toBeNull();
  });
});

describe('years', () => {
  it('are taken only where the layer has them', () => {
    expect(parse('data=template&year=1999').period).toBe('2025');
    expect(parse('data=synthetic&year=1999').period).toBe('1999');
  });
});

describe('rankingSearch(view)', () => {
  it('leaves the defaults out', () => {
    expect(rankingSearch(defaults, options)).toBe('');
  });

  it('parses back to the same view, for any view', () => {
    const id = fc.stringMatching(/^[\w-]{1,12}$/);
    const views: fc.Arbitrary<RankingView> = fc
      .constantFrom(
        { scheme: 'six', dimensions: [null, 'T1', 'T2'] },
        { scheme: 'three', dimensions: [null, 'A'] },
      )
      .chain(({ scheme: schemeId, dimensions }) =>
        fc.record({
          layer: fc.constant('synthetic' as const),
          period: fc.stringMatching(/^\d{4}$/),
          city: fc.option(fc.stringMatching(/^\d{6}$/)),
          level: fc.constantFrom('county' as const, 'city' as const),
          scheme: fc.constant(schemeId),
          dimension: fc.constantFrom(...dimensions),
          sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
          query: fc.string({ maxLength: 20 }),
          open: fc.uniqueArray(id, { maxLength: 4 }),
        }),
      );
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(rankingSearch(view, options))).toEqual(view);
      }),
    );
  });
});
