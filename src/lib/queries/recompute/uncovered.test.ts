import { describe, expect, it } from 'vitest';
import type { Scheme, SchemeGroup, SchemeIndicator } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '#lib/scoring/testing/schemes.ts';
import { uncovered } from './uncovered.ts';

const scheme = (
  more: Partial<Scheme> = {},
  own: Partial<SchemeIndicator> = {},
  top: Partial<SchemeGroup> = {},
): Scheme =>
  schemeOf(
    group('I', [group('A', [indicator('a'), indicator('b', 1, own)])], 1, undefined, top),
    more,
  );

const reasonOf = (of: Scheme) => {
  const found = uncovered(of);
  return found && [found.reason, found.element];
};

describe('uncovered (R132)', () => {
  it('is null for what the statement can do', () => {
    expect(uncovered(scheme())).toBeNull();
    expect(
      uncovered(
        scheme(
          { impute: { method: 'none' }, treat: { method: 'none' } },
          { normalise: { method: 'zscore' } },
          { aggregate: 'geometric', weigh: { method: 'equal' } },
        ),
      ),
    ).toBeNull();
  });

  it.each<[string, Scheme, [string, string | null]]>([
    ['imputation', scheme({ impute: { method: 'mean' } }), ['impute', 'a']],
    ['imputation of one indicator', scheme({}, { impute: { method: 'latest' } }), ['impute', 'b']],
    ['treatment', scheme({ treat: { method: 'outliers' } }), ['treat', 'a']],
    [
      'a reference unit',
      scheme({}, { normalise: { method: 'distance_to_reference', unit: 'u' } }),
      ['normalise', 'b'],
    ],
    ['another mean', scheme({}, {}, { aggregate: 'harmonic' }), ['aggregate', 'I']],
    ['derived weights', scheme({}, {}, { weigh: { method: 'pca' } }), ['weigh', 'I']],
    ['exact ties', scheme({ ranking: { tie_tolerance: 0 } }), ['exact_ties', null]],
  ])('says what it cannot do: %s', (_, of, reason) => {
    expect(reasonOf(of)).toEqual(reason);
  });

  it('an indicator that opts out of imputation is covered', () => {
    const all = { impute: { method: 'none' } } as const;
    expect(
      uncovered(schemeOf(group('I', [indicator('a', 1, all)]), { impute: { method: 'mean' } })),
    ).toBeNull();
  });
});
