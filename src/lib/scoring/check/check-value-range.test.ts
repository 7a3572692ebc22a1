import { describe, expect, it } from 'vitest';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { checkScheme } from './check-scheme.ts';

describe('checkValueRange', () => {
  const faultsOf = (range: readonly [number, number]) =>
    checkScheme(
      schemeOf(
        group('I', [indicator('x', 1, { value_range: range, integer: true }), indicator('y')]),
      ),
    );

  it('accepts a range, and names one that is empty or turned round', () => {
    expect(faultsOf([0, 100])).toEqual([]);
    for (const range of [
      [5, 5],
      [100, 0],
    ] as const)
      expect(faultsOf(range)).toMatchObject([
        { path: '/index/children/0/value_range', severity: 'error', found: JSON.stringify(range) },
      ]);
  });
});
