import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { provenanceJson } from '#lib/export/provenance.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { provenanceOf } from './subject.ts';

const scheme = JSON.parse(readFileSync('data/schemes/taizhou.json', 'utf8')) as Scheme;
const manifest = {
  edition: { id: '2025' },
  layers: [],
  files: [],
  schemes: [{ id: scheme.id, version: scheme.version, sha256: 'a'.repeat(64) }],
} as unknown as Manifest;

describe('provenanceOf', () => {
  it('has the scheme with its weights, and none without a scheme', () => {
    const of = provenanceOf(manifest, 'synthetic', scheme, '?year=2024');
    expect(of).toMatchObject({ scheme: `taizhou ${scheme.version}`, view: '?year=2024' });
    expect(of['weights']?.split(',')).toHaveLength(20);
    expect(of).not.toHaveProperty('seed');
    expect(provenanceOf(manifest, 'reported', null, '')).not.toHaveProperty('weights');
  });

  it('has seed and replicates where something is simulated', () => {
    expect(provenanceOf(manifest, 'synthetic', scheme, '', { simulated: true })).toMatchObject({
      seed: String(scheme.robustness?.seed),
      replicates: '1000',
    });
    const bare = { ...scheme };
    delete (bare as { robustness?: unknown }).robustness;
    expect(provenanceOf(manifest, 'synthetic', bare, '', { simulated: true })).not.toHaveProperty(
      'seed',
    );
  });

  it('stays small: with a hundred times the indicators, below ten thousand letters', () => {
    const children = Array.from({ length: 2000 }, (_, i) => ({
      ...scheme.index.children[0]!,
      code: `indicator-${i}`,
    }));
    const huge = { ...scheme, index: { ...scheme.index, children } };
    const json = provenanceJson(
      provenanceOf(manifest, 'synthetic', huge, '?pick=' + 'x'.repeat(500), { simulated: true }),
      'synthetic',
      false,
    );
    expect(json.length).toBeLessThan(10_000);
  });
});
