import { describe, expect, it } from 'vitest';
import type { NormaliseSpec, Scheme, SchemeBand, TreatSpec } from '#lib/model/index.ts';
import { checkScheme } from './check-scheme.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';

const paths = (scheme: Scheme) =>
  checkScheme(scheme).map(({ severity, path }) => `${severity} ${path}`);
const band = (code: string, min: number): SchemeBand => ({
  code,
  min,
  name: { zh: code, en: code },
});
const plain = group('I', [indicator('x')]);

describe('checkScheme', () => {
  it('finds nothing wrong with a sound scheme', () => {
    expect(checkScheme(schemeOf(plain, { bands: [band('A', 50), band('B', 0)] }))).toEqual([]);
  });

  it('wants every code once, groups and indicators alike', () => {
    const index = group('I', [group('A', [indicator('x'), indicator('I')]), indicator('x')]);
    expect(paths(schemeOf(index))).toEqual([
      'error /index/children/0/children/1/code',
      'error /index/children/1/code',
    ]);
    expect(checkScheme(schemeOf(index))[1]).toMatchObject({
      found: '"x"',
      advice: { en: expect.stringContaining('/index/children/0/children/0') as string },
    });
  });

  it('wants one positive weight among siblings', () => {
    const index = group('I', [group('A', [indicator('x', 0), indicator('y', 0)])]);
    expect(paths(schemeOf(index))).toEqual(['error /index/children/0/children']);
  });

  it('wants goalposts in order, here and in the default', () => {
    const crossed: NormaliseSpec = { method: 'goalposts', low: 5, high: 5 };
    const index = group('I', [indicator('x', 1, { normalise: crossed })]);
    const scheme = schemeOf(index, {
      normalise: { scope: 'period', range: [0, 100], default: crossed },
    });
    expect(paths(scheme)).toEqual([
      'error /index/children/0/normalise',
      'error /normalise/default',
    ]);
  });

  it('wants the range in order', () => {
    const scheme = schemeOf(plain, {
      normalise: { scope: 'period', range: [100, 0], default: { method: 'minmax' } },
    });
    expect(paths(scheme)).toEqual(['error /normalise/range']);
  });

  it('wants bands from the best down, each code once', () => {
    const bands = [band('A', 50), band('B', 60), band('A', 0)];
    expect(paths(schemeOf(plain, { bands }))).toEqual([
      'error /bands/1/min',
      'error /bands/2/code',
    ]);
  });

  it('warns when low scores would have no band, where scores have a floor', () => {
    const bands = [band('A', 50)];
    expect(paths(schemeOf(plain, { bands }))).toEqual(['warning /bands/0/min']);
    const open = schemeOf(plain, {
      bands,
      normalise: { scope: 'period', range: [0, 100], default: { method: 'zscore' } },
    });
    expect(paths(open)).toEqual([]);
  });

  it('wants a unit on one of the lists of R9 only', () => {
    const missing = { min_availability: 0, require_all_dimensions: false };
    const force = { include: ['a', 'b'], exclude: ['b', 'c'] };
    expect(checkScheme(schemeOf(plain, { missing: { ...missing, force } }))).toMatchObject([
      { severity: 'error', path: '/missing/force', found: '"b"' },
    ]);
    expect(checkScheme(schemeOf(plain, { missing: { ...missing, force: {} } }))).toEqual([]);
  });

  it('keeps transformations away from goalposts and targets (R18)', () => {
    const posts: NormaliseSpec = { method: 'goalposts', low: 0, high: 1 };
    const scheme = (treat: TreatSpec) =>
      schemeOf(group('I', [indicator('x', 1, { normalise: posts, treat })]), {
        treat: { method: 'outliers' },
      });
    expect(paths(scheme({ method: 'outliers' }))).toEqual(['error /index/children/0/treat']);
    expect(paths(scheme({ method: 'transform', transform: 'log' }))).toEqual([
      'error /index/children/0/treat',
    ]);
    expect(paths(scheme({ method: 'outliers', transform: 'none' }))).toEqual([]);
    expect(paths(scheme({ method: 'none' }))).toEqual([]);
  });
});
