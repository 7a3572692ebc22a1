import { describe, expect, it } from 'vitest';
import type { NormaliseSpec, Scheme } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { isBounded, mayReachZero } from './check-normalise.ts';
import { checkScheme } from './check-scheme.ts';

const POSTS = { low: 5, high: 9 };

const paths = (spec: NormaliseSpec, scope: Scheme['normalise']['scope'] = 'period') =>
  checkScheme(
    schemeOf(group('I', [indicator('x', 1, { normalise: spec })]), {
      normalise: { scope, range: [0, 100], default: { method: 'minmax' } },
    }),
  ).map(({ severity, path }) => `${severity} ${path}`);

describe('checkNormalise', () => {
  it('wants posts in order, cut or not', () => {
    expect(paths({ method: 'scaled', low: 9, high: 5 })).toEqual([
      'error /index/children/0/normalise',
    ]);
    expect(paths({ method: 'scaled', ...POSTS })).toEqual([]);
  });

  it('wants positive posts for logarithms (R22)', () => {
    const spec = { method: 'goalposts', low: 0, high: 9 } as const;
    expect(paths({ ...spec, log10: true })).toEqual(['error /index/children/0/normalise/low']);
    expect(paths({ ...spec, log10: false })).toEqual([]);
    expect(paths({ ...spec, low: 0.1, log10: true })).toEqual([]);
  });

  it('wants a period for the reference of a panel (R28)', () => {
    const spec = { method: 'distance_to_reference', unit: 'u' } as const;
    expect(paths(spec, 'panel')).toEqual(['error /index/children/0/normalise']);
    expect(paths({ ...spec, period: '2020' }, 'panel')).toEqual([]);
    expect(paths(spec)).toEqual([]);
  });

  it('keeps transformations away from units that matter (R18)', () => {
    const scheme = (normalise: NormaliseSpec) =>
      schemeOf(
        group('I', [
          indicator('x', 1, { normalise, treat: { method: 'transform', transform: 'log' } }),
        ]),
      );
    expect(checkScheme(scheme({ method: 'fraction_of_max' }))).toMatchObject([
      { path: '/index/children/0/treat' },
    ]);
    expect(checkScheme(scheme({ method: 'percentile_rank' }))).toEqual([]);
  });
});

describe('isBounded', () => {
  it.each<[NormaliseSpec, boolean]>([
    [{ method: 'minmax' }, true],
    [{ method: 'distance_to_max' }, true],
    [{ method: 'fraction_of_max' }, true],
    [{ method: 'percentile_rank' }, true],
    [{ method: 'goalposts', ...POSTS }, true],
    [{ method: 'goalposts', ...POSTS, truncate: false }, false],
    [{ method: 'target', target: 1 }, true],
    [{ method: 'target', target: 1, cap: false }, false],
    [{ method: 'distance_to_reference', unit: 'u' }, false],
    [{ method: 'distance_to_reference', unit: 'u', cap: true }, true],
    [{ method: 'scaled', ...POSTS }, false],
    [{ method: 'zscore' }, false],
    [{ method: 'rank' }, false],
    [{ method: 'borda' }, false],
    [{ method: 'none' }, false],
  ])('%j: %s', (spec, expected) => {
    expect(isBounded(spec)).toBe(expected);
  });
});

describe('mayReachZero', () => {
  it.each<[NormaliseSpec, number, boolean]>([
    [{ method: 'minmax' }, 0, true],
    [{ method: 'minmax' }, 1, false],
    [{ method: 'borda' }, 1, true],
    [{ method: 'rank' }, 0, false],
    [{ method: 'none' }, 0, false],
    [{ method: 'zscore' }, 1, true],
    [{ method: 'zscore', mean: 100, sd: 10 }, 0, false],
  ])('%j in a range from %d: %s', (spec, low, expected) => {
    expect(mayReachZero(spec, [low, 100])).toBe(expected);
  });
});
