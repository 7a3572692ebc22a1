import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import {
  institutionOptions,
  institutionSearch,
  parseInstitutionView,
  type InstitutionView,
} from './institution-view.ts';
import type { Scope, ScopeOptions } from './scope.ts';

const site: Scope = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'six',
};
const choices: ScopeOptions = {
  layers: ['synthetic', 'template'],
  schemes: ['six', 'three'].map((id) => ({ id }) as Scheme),
  periods: { synthetic: ['2023', '2024', '2025'], template: ['2024'] },
};
const optionsOf = (layer: 'synthetic' | 'template') => institutionOptions(choices, site, { layer });
const parse = (layer: 'synthetic' | 'template', search: string) =>
  parseInstitutionView(new URLSearchParams(search), optionsOf(layer));

describe('the address of an institution', () => {
  it('cannot move it to another layer', () => {
    expect(parse('synthetic', 'data=template').layer).toBe('synthetic');
    expect(parse('template', '').layer).toBe('template');
    expect(parse('template', 'data=synthetic&year=2025')).toMatchObject({
      layer: 'template',
      period: '2024',
    });
  });

  it('takes only what is there', () => {
    expect(parse('synthetic', 'year=1999&scheme=nine&city=x&level=town')).toEqual(site);
  });

  it('begins with the edition’s year, else the last before it', () => {
    expect(optionsOf('synthetic').defaults.period).toBe('2025');
    expect(optionsOf('template').defaults.period).toBe('2024');
    const later = { ...choices, periods: { template: ['2030', '2031'] } };
    expect(institutionOptions(later, site, { layer: 'template' }).defaults.period).toBe('2030');
  });

  it('names the layer where other pages would not show it by themselves', () => {
    expect(institutionSearch(site, optionsOf('synthetic'))).toBe('');
    expect(institutionSearch(optionsOf('template').defaults, optionsOf('template'))).toBe(
      '?data=template&year=2024',
    );
  });

  it('reads back what was printed', () => {
    const views = fc.constantFrom('synthetic' as const, 'template' as const).chain((layer) =>
      fc.record<InstitutionView>({
        layer: fc.constant(layer),
        period: fc.constantFrom(...choices.periods[layer]!),
        city: fc.constantFrom(null, '990100'),
        level: fc.constantFrom('county', 'city'),
        scheme: fc.constantFrom('six', 'three'),
      }),
    );
    fc.assert(
      fc.property(views, (view) => {
        const search = institutionSearch(view, optionsOf(view.layer as 'synthetic'));
        expect(parse(view.layer as 'synthetic', search)).toEqual(
          // A year that is the site's default is left out, and the layer's own is then read.
          view,
        );
      }),
    );
  });
});
