import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '#lib/model/index.ts';
import { sampleEvidence, target } from './targets/testing/sample-evidence.ts';
import {
  parseTargetsView,
  TARGET_LAYERS,
  targetsOptions,
  targetsSearch,
  type TargetsView,
} from './targets-view.ts';

const manifest = { edition: { cutoff: '2025-12-31' } } as Manifest;
const options = targetsOptions(manifest, [
  sampleEvidence({
    counties: { a: { 2023: 1, 2024: 1, 2025: 1 } },
    targets: [target(), target({ owner: '某局/某处 & 其他', region_code: '331000' })],
  }),
]);

const anyView: fc.Arbitrary<TargetsView> = fc.record({
  layer: fc.constantFrom(...TARGET_LAYERS),
  period: fc.constantFrom(...options.periods),
  region: fc.constantFrom(null, ...options.regions),
  owner: fc.constantFrom(null, ...options.owners),
  open: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,20}$/), { maxLength: 4 }),
});

describe('the address of the page of targets', () => {
  it('parses back whatever was printed', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const text = targetsSearch(view, options);
        expect(parseTargetsView(new URLSearchParams(text), options)).toEqual(view);
      }),
    );
  });

  it('is empty for the default, and falls back to it', () => {
    expect(targetsSearch(options.defaults, options)).toBe('');
    const text = '?data=template&year=1999&city=123456&owner=nobody&level=city';
    expect(parseTargetsView(new URLSearchParams(text), options)).toEqual(options.defaults);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseTargetsView(new URLSearchParams(text), options)).not.toThrow();
      }),
    );
  });
});
