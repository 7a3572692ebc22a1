import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYERS, TABLE_NAMES, type Manifest, type Scheme } from '#lib/model/index.ts';
import {
  AGGREGATES,
  CHART_KINDS,
  exploreOptions,
  exploreSearch,
  GROUPINGS,
  parseExploreView,
  type ExploreView,
} from './explore-view.ts';

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 'six' },
  files: LAYERS.map((layer) => ({ layer })),
} as unknown as Manifest;
const schemes = [{ id: 'six' }, { id: 'three' }] as unknown as Scheme[];
const options = exploreOptions(manifest, schemes);
const parse = (search: string) => parseExploreView(new URLSearchParams(search), options);

describe('parseExploreView(params)', () => {
  it('ignores what it does not know', () => {
    expect(parse('')).toEqual(options.defaults);
    expect(
      parse('data=x&m=&by=colour&agg=sin&year=<b>&city=a&level=town&chart=pie&table=users&page=0'),
    ).toEqual(options.defaults);
  });

  it('takes at most four measures and two groups, each once', () => {
    expect(parse('m=a,b,c,d,e').measures).toEqual(['a', 'b', 'c', 'd']);
    expect(parse('by=city,city,period,level').by).toEqual(['city', 'period']);
    expect(parse('by=none').by).toEqual([]);
  });

  it('tells all years from the year in force', () => {
    expect(parse('year=all').period).toBeNull();
    expect(parse('level=all').level).toBeNull();
    expect(parse('').period).toBe('2025');
  });
});

it('exploreSearch(view) parses back to the same view, for any view', () => {
  const views: fc.Arbitrary<ExploreView> = fc.record({
    layer: fc.constantFrom(...LAYERS),
    scheme: fc.constantFrom('six', 'three'),
    measures: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,12}$/), { minLength: 1, maxLength: 4 }),
    by: fc.uniqueArray(fc.constantFrom(...GROUPINGS), { maxLength: 2 }),
    aggregate: fc.constantFrom(...AGGREGATES),
    period: fc.option(fc.stringMatching(/^\d{4}(-Q[1-4])?$/)),
    city: fc.option(fc.stringMatching(/^\d{6}$/)),
    level: fc.constantFrom(null, 'county' as const, 'city' as const),
    chart: fc.constantFrom(...CHART_KINDS),
    table: fc.constantFrom(null, ...TABLE_NAMES),
    page: fc.integer({ min: 1, max: 99_999 }),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(parse(exploreSearch(view, options))).toEqual(view);
    }),
  );
});
