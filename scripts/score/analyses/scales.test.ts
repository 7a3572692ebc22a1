import { expect, it } from 'vitest';
import type { Assumption } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '#lib/scoring/testing/schemes.ts';
import { mixesScales } from './scales.ts';

const scheme = schemeOf(group('I', [indicator('a')]));

it.each<[string, Assumption, boolean]>([
  ['weights', { kind: 'weights', noise: 0.25 }, false],
  ['another mean', { kind: 'aggregate', alternatives: [{ method: 'geometric' }] }, false],
  [
    'a mean with another range',
    { kind: 'aggregate', alternatives: [{ method: 'geometric', range: [1, 100] }] },
    true,
  ],
  ['contests', { kind: 'aggregate', alternatives: [{ method: 'copeland' }] }, true],
  [
    'shares of the same range',
    { kind: 'normalise', alternatives: [{ spec: { method: 'percentile_rank' } }] },
    false,
  ],
  [
    'another range',
    { kind: 'normalise', alternatives: [{ spec: { method: 'minmax' }, range: [1, 100] }] },
    true,
  ],
  [
    'standard scores, which have no range',
    { kind: 'normalise', alternatives: [{ spec: { method: 'zscore' } }] },
    true,
  ],
])('scores are on different scales (R96): %s', (_, assumption, isMixed) => {
  const robustness = { seed: 1, replicates: 10, assumptions: [assumption] };
  expect(mixesScales(scheme, robustness)).toBe(isMixed);
});
