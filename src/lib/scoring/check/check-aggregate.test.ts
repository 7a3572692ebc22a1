import { describe, expect, it } from 'vitest';
import type { AggregateMethod, NormaliseSpec, Scheme, SchemeGroup } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { checkScheme } from './check-scheme.ts';

const xy = [indicator('x'), indicator('y')];
const found = (scheme: Scheme) =>
  checkScheme(scheme).map(({ severity, path }) => `${severity} ${path}`);
const from = (low: number, spec: NormaliseSpec = { method: 'minmax' }) =>
  ({ scope: 'period', range: [low, 100], default: spec }) as const;
const index = (
  aggregate: AggregateMethod,
  more: Partial<SchemeGroup> = {},
  normalise: Scheme['normalise'] = from(1),
) => schemeOf(group('I', xy, 1, aggregate, more), { normalise });

describe('checkScheme on aggregation', () => {
  it.each<AggregateMethod>([
    'arithmetic',
    'geometric',
    'harmonic',
    'copeland',
    'kemeny',
    'benefit_of_the_doubt',
  ])('finds nothing wrong with a plain %s index', (method) => {
    expect(found(index(method))).toEqual([]);
  });

  it('wants the power of a generalised mean, and nowhere else', () => {
    expect(found(index('generalised'))).toEqual(['error /index/aggregate']);
    expect(found(index('generalised', { power: 0.5 }))).toEqual([]);
    expect(found(index('arithmetic', { power: 1 }))).toEqual(['error /index/power']);
  });

  it('wants limits of shares with the benefit of the doubt only, around the equal share', () => {
    const limited = (low: number, high: number, method: AggregateMethod = 'benefit_of_the_doubt') =>
      found(index(method, { share_limits: [low, high] }));
    expect(limited(0.2, 0.8)).toEqual([]);
    expect(limited(0.5, 0.5)).toEqual([]);
    expect(limited(0.6, 0.8)).toEqual(['error /index/share_limits']);
    expect(limited(0.1, 0.4)).toEqual(['error /index/share_limits']);
    expect(limited(0.1, 0.9, 'arithmetic')).toEqual(['error /index/share_limits']);
  });

  it('warns of weights that the benefit of the doubt would not use', () => {
    expect(found(index('benefit_of_the_doubt', { weigh: { method: 'equal' } }))).toEqual([
      'warning /index/weigh',
    ]);
  });

  it('warns where values of 0 are to be expected by a method that cannot take them', () => {
    const warned = ['warning /index/aggregate'];
    expect(found(index('geometric', {}, from(0)))).toEqual(warned);
    expect(found(index('harmonic', {}, from(0)))).toEqual(warned);
    expect(found(index('generalised', { power: -1 }, from(0)))).toEqual(warned);
    expect(found(index('generalised', { power: 2 }, from(0)))).toEqual([]);
    expect(found(index('benefit_of_the_doubt', {}, from(0)))).toEqual([]);
    expect(found(index('benefit_of_the_doubt', { share_limits: [0.1, 1] }, from(0)))).toEqual([
      'warning /index/share_limits',
    ]);
  });

  it('warns where negative values are to be expected by a method that cannot take them', () => {
    const zscore = from(1, { method: 'zscore' });
    const warned = ['warning /index/aggregate'];
    expect(found(index('generalised', { power: 2 }, zscore))).toEqual(warned);
    expect(found(index('benefit_of_the_doubt', {}, zscore))).toEqual(warned);
    expect(found(index('benefit_of_the_doubt', {}, from(-1)))).toEqual(warned);
    expect(found(index('generalised', { power: 3 }, zscore))).toEqual([]);
    const borda = from(-1, { method: 'borda' });
    expect(found(index('benefit_of_the_doubt', {}, borda))).toEqual([]);
  });

  it('warns of contests below the index, and of means that cannot take their scores', () => {
    const scheme = schemeOf(
      group('I', [group('A', xy, 1, 'copeland'), indicator('z')], 1, 'geometric'),
      { normalise: from(1) },
    );
    expect(found(scheme)).toEqual([
      'warning /index/aggregate',
      'warning /index/children/0/aggregate',
    ]);
    const doubted = schemeOf(
      group('I', [group('A', xy, 1, 'kemeny'), indicator('z')], 1, 'benefit_of_the_doubt'),
    );
    expect(found(doubted)).toEqual(['warning /index/children/0/aggregate']);
  });

  it('warns of bands for scores that are not on the range, instead of asking for its floor', () => {
    const bands = [{ code: 'A', min: 50, name: { zh: 'A', en: 'A' } }];
    expect(found({ ...index('copeland'), bands })).toEqual(['warning /bands']);
    expect(found({ ...index('arithmetic'), bands })).toEqual(['warning /bands/0/min']);
  });
});
