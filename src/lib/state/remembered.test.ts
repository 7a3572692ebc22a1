import { describe, expect, it } from 'vitest';
import { dataHash, schemeWeights, type Manifest, type Scheme } from '#lib/model/index.ts';
import { remembered } from './remembered.ts';

const MANIFEST = {
  edition: { id: '2026', cutoff: '2026-12-31', layer: 'synthetic', scheme: 's' },
  files: [
    { layer: 'template', table: 'observation', sha256: 'f'.repeat(64) },
    { layer: 'synthetic', table: 'observation', sha256: 'abcdef0123456789' },
  ],
  schemes: [{ id: 's', version: '2.0.0', sha256: 'hash2' }],
  editions: [{ id: '2025-2', period: '2025' }],
} as unknown as Manifest;

const SCHEME = {
  id: 's',
  index: {
    code: 'I',
    children: [
      { code: 'A', weight: 2 },
      { code: 'B', weight: 1 },
    ],
  },
  robustness: { seed: 7, replicates: 1000 },
} as unknown as Scheme;

const RECORD = {
  edition: '2026',
  layer: 'synthetic',
  page: '/compare/',
  view: '?pick=u1%2Cu2',
  scheme: 's 2.0.0',
  schemeHash: 'hash2',
  data: 'abcdef012345',
};
const notes = (part: Readonly<Record<string, string>>) => {
  const back = remembered({ ...RECORD, ...part }, MANIFEST, [SCHEME]);
  return back.kind === 'view' ? back.notes : null;
};

describe('remembered(record, manifest)', () => {
  it('is the view as it was, without a word, where nothing has changed', () => {
    expect(remembered(RECORD, MANIFEST)).toEqual({
      kind: 'view',
      path: '/compare/',
      search: '?pick=u1%2Cu2',
      edition: '2026',
      notes: [],
    });
    expect(remembered({ ...RECORD, page: '/', view: '' }, MANIFEST)).toMatchObject({
      path: '/',
      search: '',
    });
  });

  it('writes out the defaults of an earlier edition, and says that it is one', () => {
    const back = remembered({ ...RECORD, edition: '2025-2', view: '?city=990100' }, MANIFEST);
    expect(back).toMatchObject({
      search: '?city=990100&data=synthetic&year=2025&scheme=s',
      notes: [{ kind: 'edition_before', edition: '2025-2', now: '2026' }],
    });
  });

  it('names an edition that is missing', () => {
    expect(notes({ edition: '2019' })).toEqual([{ kind: 'edition_missing', edition: '2019' }]);
  });

  it('says when scheme or data are others now', () => {
    expect(notes({ schemeHash: 'hash1', scheme: 's 1.0.0' })).toEqual([
      { kind: 'scheme_changed', scheme: 's 1.0.0', now: 's 2.0.0' },
    ]);
    expect(notes({ scheme: 'gone 1' })).toEqual([{ kind: 'scheme_missing', scheme: 'gone 1' }]);
    expect(notes({ data: '000000000000' })).toEqual([{ kind: 'data_changed' }]);
    expect(notes({ local: 'true', data: '000000000000' })).toEqual([{ kind: 'local' }]);
    expect(notes({ trial: 'true' })).toEqual([{ kind: 'trial' }]);
  });

  it('says which weights are others now, under the same scheme, and nothing of the same', () => {
    const weights = schemeWeights(SCHEME);
    expect(notes({ weights })).toEqual([]);
    expect(notes({ weights: weights.replace('A:2', 'A:3') })).toEqual([
      { kind: 'weights_changed', scheme: 's', changes: [{ code: 'A', was: '3', now: '2' }] },
    ]);
  });

  it('says when possible places were simulated in another way', () => {
    expect(notes({ seed: '7', replicates: '1000' })).toEqual([]);
    expect(notes({ seed: '8', replicates: '1000' })).toEqual([
      {
        kind: 'simulation_changed',
        was: { seed: '8', replicates: '1000' },
        now: { seed: '7', replicates: '1000' },
      },
    ]);
    const bare = { ...SCHEME, robustness: undefined } as unknown as Scheme;
    expect(remembered({ ...RECORD, seed: '7', replicates: '9' }, MANIFEST, [bare])).toMatchObject({
      notes: [{ kind: 'simulation_changed', now: null }],
    });
  });

  it('says nothing of weights and seeds where a picture has none, as those of earlier days', () => {
    expect(notes({})).toEqual([]);
  });

  it.each([
    '',
    '//elsewhere.example/',
    'https://elsewhere.example/',
    '/a/../b/',
    '/x',
    'javascript:x',
  ])('goes to no page %j', (page) => {
    expect(remembered({ ...RECORD, page }, MANIFEST)).toEqual({ kind: 'no_view' });
  });

  it('goes to no view that is not a query', () => {
    expect(remembered({ ...RECORD, view: 'javascript:x' }, MANIFEST).kind).toBe('no_view');
  });
});

it('dataHash is that of the layer’s observations', () => {
  expect(dataHash(MANIFEST, 'synthetic')).toBe('abcdef012345');
  expect(dataHash(MANIFEST, 'reported')).toBe('');
});
