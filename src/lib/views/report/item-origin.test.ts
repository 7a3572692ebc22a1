import { describe, expect, it } from 'vitest';
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import { trayMessages } from '#lib/i18n/views/tray.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { itemOrigin } from './item-origin.ts';

const manifest = {
  edition: { id: '2025' },
  editions: [
    { id: '2024', period: '2024' },
    { id: '2025', period: '2025' },
  ],
  schemes: [{ id: 'six', version: '1', sha256: 'hash' }],
  files: [],
} as unknown as Manifest;
const w = trayMessages('zh').notes;

const of = (provenance: Record<string, string>, locale: Locale = 'zh') =>
  itemOrigin({ provenance, trial: false, locale } as unknown as KeptFigure, manifest, 'zh', w);

describe('where a collected figure is from', () => {
  it('is its view, with nothing to say while nothing has changed', () => {
    expect(of({ page: '/compare/', view: '?pick=a', edition: '2025' })).toEqual({
      path: '/compare/',
      search: '?pick=a',
      notes: [],
    });
  });

  it('says that the site has another edition or scheme by now, and leads to the year it shows', () => {
    const origin = of({
      page: '/',
      view: '',
      edition: '2024',
      layer: 'synthetic',
      scheme: 'six 0',
      schemeHash: 'old',
    });
    expect(origin.notes).toEqual([w.edition('2024', '2025'), w.scheme('six 0')]);
    expect(origin.search).toContain('year=2024');
  });

  it('says that its language is another', () => {
    expect(of({ page: '/en/', view: '', edition: '2025' }, 'en').notes).toEqual([w.language]);
  });

  it('leads nowhere where it names no view', () => {
    expect(of({ edition: '2025' })).toEqual({ path: null, search: '', notes: [] });
  });
});
