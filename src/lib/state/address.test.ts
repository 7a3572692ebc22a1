import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flag,
  freeText,
  ids,
  maybeOneOf,
  oneOf,
  parseAddress,
  printAddress,
  regionCode,
  type Fields,
} from './address.ts';

interface View {
  readonly kind: 'line' | 'slope';
  readonly band: 'A' | 'B' | null;
  readonly city: string | null;
  readonly query: string;
  readonly pick: readonly string[];
  readonly published: boolean;
}
const fields: Fields<View> = {
  kind: { name: 'kind', field: oneOf(['line', 'slope']) },
  band: { name: 'band', field: maybeOneOf(['A', 'B']) },
  city: { name: 'city', field: regionCode },
  query: { name: 'q', field: freeText },
  pick: { name: 'pick', field: ids(3) },
  published: { name: 'published', field: flag },
};
const defaults: View = {
  kind: 'line',
  band: null,
  city: null,
  query: '',
  pick: ['u1', 'u2'],
  published: false,
};
const parse = (search: string) => parseAddress(fields, new URLSearchParams(search), defaults);

describe('parseAddress', () => {
  it('gives the default for what is not there and for what means nothing', () => {
    expect(parse('')).toEqual(defaults);
    expect(parse('kind=pie&band=C&city=甲&published=yes')).toEqual(defaults);
  });

  it('keeps ids once each, in order, at most as many as allowed', () => {
    expect(parse('pick=c,a,c,<b>,b,d').pick).toEqual(['c', 'a', 'b']);
  });

  it('tells nobody picked from nothing said', () => {
    expect(parse('pick=').pick).toEqual([]);
  });
});

describe('printAddress', () => {
  it('leaves the defaults out', () => {
    expect(printAddress(fields, defaults, defaults)).toBe('');
  });

  it('parses back to the same view, for any view', () => {
    const views: fc.Arbitrary<View> = fc.record({
      kind: fc.constantFrom('line' as const, 'slope' as const),
      band: fc.constantFrom(null, 'A' as const, 'B' as const),
      city: fc.option(fc.stringMatching(/^\d{6}$/)),
      query: fc.string({ maxLength: 30 }),
      pick: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,12}$/), { maxLength: 3 }),
      published: fc.boolean(),
    });
    fc.assert(
      fc.property(views, (view) => {
        const again = parse(printAddress(fields, view, defaults));
        expect(again).toEqual(view);
      }),
      { numRuns: 10_000 },
    );
  });
});
