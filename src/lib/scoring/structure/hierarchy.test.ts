import { describe, expect, it } from 'vitest';
import { hierarchyOf, walk } from './hierarchy.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { weightsOf } from '../weigh/weights.ts';

// The index has a two-level dimension and an indicator standing beside it.
const scheme = schemeOf(
  group('I', [
    group('A', [group('A1', [indicator('x', 3), indicator('y', 1)], 2), indicator('z', 2)], 30),
    indicator('v', 10),
  ]),
);

describe('hierarchyOf', () => {
  const { elements, indicators, groups } = hierarchyOf(scheme);

  it('lays the tree flat, parents first, in the order of the scheme', () => {
    expect(elements.map(({ code }) => code)).toEqual(['I', 'A', 'A1', 'x', 'y', 'z', 'v']);
    expect(elements.map(({ parent }) => elements[parent]?.code)).toEqual([
      undefined,
      'I',
      'A',
      'A1',
      'A1',
      'A',
      'I',
    ]);
    expect(indicators.map((at) => elements[at]!.code)).toEqual(['x', 'y', 'z', 'v']);
    expect(groups.map((at) => elements[at]!.code)).toEqual(['I', 'A', 'A1']);
  });

  it('counts levels from the indicators up and depth from the index down', () => {
    expect(elements.map(({ level }) => level)).toEqual([4, 3, 2, 1, 1, 1, 1]);
    expect(elements.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 3, 2, 1]);
  });
});

describe('walk', () => {
  it('gives every node its JSON pointer', () => {
    expect([...walk(scheme.index)].map(({ path }) => path)).toEqual([
      '/index',
      '/index/children/0',
      '/index/children/0/children/0',
      '/index/children/0/children/0/children/0',
      '/index/children/0/children/0/children/1',
      '/index/children/0/children/1',
      '/index/children/1',
    ]);
  });
});

describe('weightsOf (R30, R31)', () => {
  const hierarchy = hierarchyOf(scheme);
  const given = Float64Array.from(hierarchy.elements, ({ node }) => node.weight);
  const weights = weightsOf(hierarchy, given);

  it('shares among siblings and multiplies down from the index', () => {
    const effective = Object.fromEntries([...weights].map(([code, w]) => [code, w.effective]));
    expect(effective).toEqual({
      I: 1,
      A: 0.75,
      A1: 0.375,
      x: 0.375 * 0.75,
      y: 0.375 * 0.25,
      z: 0.375,
      v: 0.25,
    });
    expect(weights.get('A1')).toMatchObject({ parent: 'A', nominal: 2, share: 0.5, level: 2 });
    expect(weights.get('I')).toMatchObject({ parent: null, share: 1 });
  });
});
