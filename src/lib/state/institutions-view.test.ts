import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  INSTITUTIONS_SORTS,
  institutionsOptions,
  institutionsSearch,
  LEGAL_FORMS,
  NO_CLASS,
  parseInstitutionsView,
  type InstitutionsView,
} from './institutions-view.ts';

const manifest = {
  edition: { cutoff: '2025-12-31', layer: 'synthetic', scheme: 'six' },
  files: [{ layer: 'synthetic' }, { layer: 'template' }],
} as unknown as Manifest;
const schemes = ['six', 'three'].map((id) => ({ id }) as Scheme);
const options = institutionsOptions(manifest, schemes, { synthetic: ['2024', '2025'] });
const parse = (search: string) => parseInstitutionsView(new URLSearchParams(search), options);

describe('the address of the list', () => {
  it('is empty for the default', () => {
    expect(institutionsSearch(options.defaults, options)).toBe('');
    expect(parse('')).toEqual(options.defaults);
  });

  it('ignores what it does not know', () => {
    const long = 'x'.repeat(21);
    expect(parse(`form=secret&class=${long}&sort=colour&every=maybe&level=town`)).toEqual(
      options.defaults,
    );
  });

  it('reads back what was printed', () => {
    const views = fc.record<InstitutionsView>({
      layer: fc.constantFrom('synthetic', 'template'),
      period: fc.constantFrom('2024', '2025'),
      city: fc.constantFrom(null, '990100'),
      level: fc.constantFrom('county', 'city'),
      scheme: fc.constantFrom('six', 'three'),
      everyLevel: fc.boolean(),
      legalForm: fc.constantFrom(null, ...LEGAL_FORMS),
      class: fc.oneof(fc.constantFrom(null, NO_CLASS), fc.string({ minLength: 1, maxLength: 20 })),
      query: fc.string({ maxLength: 80 }),
      sort: fc.constantFrom(...INSTITUTIONS_SORTS),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(institutionsSearch(view, options))).toEqual(view);
      }),
    );
  });
});
