import { describe, expect, it } from 'vitest';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { checkScheme } from './check-scheme.ts';

const pathsFor = (weight: number, weight_range: readonly [number, number]) =>
  checkScheme(
    schemeOf(group('I', [group('D', [indicator('x')], weight, 'arithmetic', { weight_range })])),
  ).map(({ severity, path }) => `${severity} ${path}`);

describe('weight_range (R110)', () => {
  it('holds the weight, its ends included', () => {
    expect(pathsFor(2, [1, 3])).toEqual([]);
    expect(pathsFor(2, [2, 2])).toEqual([]);
  });

  it('is wrong when crossed, and when the weight lies outside', () => {
    const wrong = ['error /index/children/0/weight_range'];
    expect(pathsFor(2, [3, 1])).toEqual(wrong);
    expect(pathsFor(2, [2.5, 3])).toEqual(wrong);
    expect(pathsFor(2, [0, 1.5])).toEqual(wrong);
  });
});
