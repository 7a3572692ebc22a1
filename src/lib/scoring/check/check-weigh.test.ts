import { describe, expect, it } from 'vitest';
import type { SchemeGroup, WeighSpec } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { checkScheme } from './check-scheme.ts';

const children = ['x', 'y', 'z'].map((code) => indicator(code));
const faults = (weigh: WeighSpec, more: Partial<SchemeGroup> = {}) =>
  checkScheme(schemeOf(group('I', [group('A', children, 1, 'arithmetic', { weigh, ...more })])));
const paths = (weigh: WeighSpec, more?: Partial<SchemeGroup>) =>
  faults(weigh, more).map(({ path }) => path.replace('/index/children/0', ''));

describe('checkScheme on weights', () => {
  it('has nothing to say of methods without parameters', () => {
    for (const method of ['given', 'equal', 'pca', 'factor', 'equal_influence'] as const)
      expect(paths({ method })).toEqual([]);
  });

  it('minds zero weights only where they are used', () => {
    const idle = children.map((child) => ({ ...child, weight: 0 }));
    expect(paths({ method: 'equal' }, { children: idle })).toEqual([]);
    expect(paths({ method: 'given' }, { children: idle })).toEqual(['/children']);
  });

  it('wants a number a child of every expert, and one above 0 (R72)', () => {
    expect(
      paths({
        method: 'budget',
        allocations: [
          [1, 0, 0],
          [10, 20, 70],
        ],
      }),
    ).toEqual([]);
    expect(
      paths({
        method: 'budget',
        allocations: [
          [1, 2],
          [0, 0, 0],
          [1, 1, 1],
        ],
      }),
    ).toEqual(['/weigh/allocations/0', '/weigh/allocations/1']);
  });

  it('allows as many factors as there are children (R75)', () => {
    expect(paths({ method: 'factor', factors: 3 })).toEqual([]);
    expect(paths({ method: 'factor', factors: 4 })).toEqual(['/weigh/factors']);
  });

  it('wants a target a child, and an arithmetic mean (R76)', () => {
    expect(paths({ method: 'equal_influence', targets: [1, 2, 3] })).toEqual([]);
    expect(paths({ method: 'equal_influence', targets: [1, 2] })).toEqual(['/weigh/targets']);
    expect(paths({ method: 'equal_influence' }, { aggregate: 'harmonic' })).toContain(
      '/weigh/method',
    );
  });
});

describe('checkScheme on comparisons (R73)', () => {
  const ahp = (comparisons: number[][], max_consistency_ratio?: number): WeighSpec => ({
    method: 'ahp',
    comparisons,
    ...(max_consistency_ratio ? { max_consistency_ratio } : {}),
  });
  const sound = [
    [1, 2, 8],
    [0.5, 1, 4],
    [0.13, 0.25, 1],
  ];

  it('accepts reciprocals written with two decimals', () => {
    expect(paths(ahp(sound))).toEqual([]);
  });

  it('wants a square of the right size', () => {
    expect(paths(ahp(sound.slice(1)))).toEqual(['/weigh/comparisons']);
    expect(paths(ahp([[1, 2], ...sound.slice(1)]))).toEqual(['/weigh/comparisons/0']);
  });

  it('wants 1 on the diagonal and reciprocals across it, and says which', () => {
    const crossed = [
      [1, 2, 8],
      [0.5, 2, 4],
      [0.2, 0.25, 1],
    ];
    expect(paths(ahp(crossed))).toEqual(['/weigh/comparisons/1/1', '/weigh/comparisons/2/0']);
    expect(faults(ahp(crossed))[1]!.advice.en).toBe('x over z is 8, so z over x should be 0.125');
  });

  it('refuses comparisons that contradict each other, and names the worst', () => {
    const circle = [
      [1, 2, 1 / 4],
      [1 / 2, 1, 2],
      [4, 1 / 2, 1],
    ];
    const [found] = faults(ahp(circle));
    expect(found).toMatchObject({ path: '/index/children/0/weigh/comparisons', severity: 'error' });
    expect(found!.advice.en).toBe(
      'consistency ratio 0.79 is above 0.1; most at odds is x over y: 2, where all comparisons together say 0.794',
    );
    expect(paths(ahp(circle, 2))).toEqual([]);
  });

  it('knows no random index beyond fifteen', () => {
    const many = Array.from({ length: 16 }, (_, i) => indicator(`k${i}`));
    const ones = many.map(() => many.map(() => 1));
    expect(paths(ahp(ones), { children: many })).toEqual(['/weigh/comparisons']);
  });
});
