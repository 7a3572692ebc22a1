import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS } from '#lib/model/index.ts';
import {
  parseProgrammeView,
  PROGRAMME_DEFAULTS,
  PROGRAMME_ROWS,
  programmeSearch,
  STATUS_CHOICES,
  type ProgrammeView,
} from './programme-view.ts';

const options = { cities: ['990100', '990200'], years: ['2023', '2024'] };

const anyView: fc.Arbitrary<ProgrammeView> = fc.record({
  city: fc.constantFrom(null, ...options.cities),
  year: fc.constantFrom(null, ...options.years),
  kind: fc.constantFrom(null, ...ACTIVITY_KINDS),
  status: fc.constantFrom(null, ...STATUS_CHOICES),
  rows: fc.constantFrom(...PROGRAMME_ROWS),
});

describe('the address of the work programme', () => {
  it('parses back whatever was printed', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const text = programmeSearch(view, options);
        expect(parseProgrammeView(new URLSearchParams(text), options)).toEqual(view);
      }),
    );
  });

  it('is empty for the default, and falls back to it', () => {
    expect(programmeSearch(PROGRAMME_DEFAULTS, options)).toBe('');
    const text = '?city=331000&year=1999&kind=party&status=late&rows=x';
    expect(parseProgrammeView(new URLSearchParams(text), options)).toEqual(PROGRAMME_DEFAULTS);
  });
});
