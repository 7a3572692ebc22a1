import { describe, expect, it } from 'vitest';
import type { UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf } from '../testing/schemes.ts';
import { importance } from './importance.ts';

// x drives the index, though y weighs as much: x varies three times as widely.
const N = 24;
const column = (f: (i: number) => number) => Float64Array.from({ length: N + 2 }, (_, i) => f(i));
const table: UnitTable = {
  rows: Array.from({ length: N + 2 }, (_, i) => ({
    unit: `u${i}`,
    period: i < N ? '2025' : '2024',
    group: 'county',
  })),
  columns: new Map([
    ['x', column((i) => 3 * ((i * 7) % N))],
    ['y', column((i) => (i * 5) % N)],
    ['gap', column((i) => (i < 4 ? NaN : i < 12 ? i : 2 * i))],
    ['same', column(() => 5)],
    ['rare', column((i) => (i < 9 ? (i * 11) % 9 : NaN))],
  ]),
};
const scheme = schemeOf(
  group('I', [
    group('A', [indicator('x', 1), indicator('y', 1)], 2),
    group('B', [indicator('gap', 4), indicator('same', 1), indicator('rare', 0)], 1),
  ]),
  { normalise: AS_GIVEN },
);
const result = score(table, scheme);
const { elements } = importance(result, scheme, '2025', 'county');
const of = (code: string) => elements.find((element) => element.code === code)!;

describe('importance (R86, R88)', () => {
  it('lists every element below the index with its weights', () => {
    expect(elements.map(({ code }) => code)).toEqual(['A', 'x', 'y', 'B', 'gap', 'same', 'rare']);
    expect(of('x')).toMatchObject({ level: 1, nominal: 0.5, effective: 1 / 3 });
    expect(of('B')).toMatchObject({ level: 2, nominal: 1 / 3, effective: 1 / 3 });
  });

  it('takes the rows of the period and peer group, pairwise without gaps', () => {
    expect(of('x').n).toBe(N);
    expect(of('gap').n).toBe(N - 4);
    expect(importance(result, scheme, '2024', 'county').elements[1]).toMatchObject({
      n: 2,
      reason: 'few_units',
      pearson2: 1,
    });
  });

  it('squares the correlation of the values that go into the index with the index', () => {
    const index = result.scores.get('I')!.subarray(0, N);
    const x = table.columns.get('x')!.subarray(0, N);
    const mean = (v: Float64Array) => v.reduce((s, a) => s + a, 0) / N;
    const cov = (v: Float64Array, w: Float64Array) =>
      v.reduce((s, a, i) => s + (a - mean(v)) * (w[i]! - mean(w)), 0);
    const r = cov(x, index) / Math.sqrt(cov(x, x) * cov(index, index));
    expect(of('x').pearson).toBeCloseTo(r, 12);
    expect(of('x').pearson2).toBeCloseTo(r * r, 12);
  });

  it('tells who counts for more than their weight: equal weights, unequal importance', () => {
    expect(of('x').ratio).toBeGreaterThan(1.2);
    expect(of('y').ratio).toBeLessThan(0.8);
  });

  it('compares shares of the correlation ratios with shares of the weights, level by level', () => {
    const level2 = ['A', 'B'].map(of);
    const sum = level2.reduce((s, { correlation_ratio }) => s + correlation_ratio, 0);
    for (const { correlation_ratio, effective, ratio } of level2)
      expect(ratio).toBeCloseTo(correlation_ratio / sum / effective, 12);
    const told = ['x', 'y', 'gap'].map(of);
    const shares = told.map(({ ratio, effective }) => ratio * effective);
    const weights = told.reduce((s, { effective }) => s + effective, 0);
    expect(shares.reduce((s, share) => s + share, 0) / weights).toBeCloseTo(1, 12);
  });

  it('has no figure, but a reason, for what is constant and for fewer than ten units', () => {
    expect(of('same')).toMatchObject({ reason: 'constant', n: N });
    expect(of('same').pearson2).toBeNaN();
    expect(of('same').ratio).toBeNaN();
    expect(of('rare')).toMatchObject({ reason: 'few_units', n: 9 });
    expect(of('rare').pearson2).toBeGreaterThanOrEqual(0);
    expect(of('rare').correlation_ratio).toBeNaN();
  });

  it('has no figures where nobody is ranked', () => {
    for (const element of importance(result, scheme, '2025', 'city').elements)
      expect(element).toMatchObject({ n: 0, reason: 'few_units', pearson: NaN, ratio: NaN });
  });
});
