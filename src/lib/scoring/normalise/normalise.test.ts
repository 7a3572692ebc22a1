import { describe, expect, it } from 'vitest';
import type { NormaliseSpec } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf } from '../testing/schemes.ts';
import { normalised } from './testing.ts';

describe('min-max (R21)', () => {
  it('stretches to any range and turns reversed indicators round', () => {
    expect(normalised({ method: 'minmax' }, [10, 20, NaN, 50]).values).toEqual([0, 25, NaN, 100]);
    expect(normalised({ method: 'minmax' }, [10, 20, 50], -1).values).toEqual([100, 75, 0]);
    expect(normalised({ method: 'minmax' }, [10, 20, 50], 1, { range: [1, 5] }).values).toEqual([
      1, 2, 5,
    ]);
  });

  it('reports peers in the indicator’s own unit, reversed or not', () => {
    const { parameters } = normalised({ method: 'minmax' }, [10, 20, NaN, 60], -1);
    expect(parameters).toMatchObject({ n: 3, min: 10, max: 60, mean: 30, method: 'minmax' });
  });
});

describe('standard score (R24)', () => {
  it('uses the sample standard deviation', () => {
    expect(normalised({ method: 'zscore', mean: 100, sd: 10 }, [1, 2, 3]).values).toEqual([
      90, 100, 110,
    ]);
  });
});

describe('places (R25)', () => {
  it('rise with goodness, ties get the lowest', () => {
    expect(normalised({ method: 'rank' }, [10, 20, 20, NaN, 5]).values).toEqual([2, 3, 3, NaN, 1]);
    expect(normalised({ method: 'rank' }, [10, 20, 20], -1).values).toEqual([3, 1, 1]);
  });

  it('can give ties the average or the highest of their places', () => {
    const x = [10, 20, 20, NaN, 5];
    expect(normalised({ method: 'rank', ties: 'average' }, x).values).toEqual([
      2,
      3.5,
      3.5,
      NaN,
      1,
    ]);
    expect(normalised({ method: 'rank', ties: 'highest' }, x).values).toEqual([2, 4, 4, NaN, 1]);
  });

  it('Borda counts the peers surpassed; neither is stretched to the range', () => {
    expect(normalised({ method: 'borda' }, [10, 20, 20, NaN, 5]).values).toEqual([1, 2, 2, NaN, 0]);
  });

  it('the percentile rank is a share of the range', () => {
    const spec = { method: 'percentile_rank', ties: 'average' } as const;
    expect(normalised(spec, [10, 20, 30, 20, 5]).values).toEqual([25, 62.5, 100, 62.5, 0]);
    expect(normalised(spec, [10, 20, NaN], 1, { range: [1, 5] }).values).toEqual([1, 5, NaN]);
  });
});

describe('distance to the maximum (R27)', () => {
  it('is 1 for the best and 0 for the worst', () => {
    expect(normalised({ method: 'distance_to_max' }, [10, 20, NaN, 50]).values).toEqual([
      0,
      25,
      NaN,
      100,
    ]);
    expect(normalised({ method: 'distance_to_max' }, [10, 20, 50], -1).values).toEqual([
      100, 75, 0,
    ]);
  });
});

describe('fraction of the maximum (R29)', () => {
  const spec = { method: 'fraction_of_max' } as const;

  it('is x / max, and min / x where less is better: twice as much gets half', () => {
    expect(normalised(spec, [0, 10, NaN, 40]).values).toEqual([0, 25, NaN, 100]);
    expect(normalised(spec, [10, 20, 40], -1).values).toEqual([100, 50, 25]);
  });

  it('has no scale with a negative value, or a best one of zero', () => {
    const none = { values: [NaN, NaN], issues: ['nonpositive_fraction'] };
    expect(normalised(spec, [-1, 10])).toMatchObject(none);
    expect(normalised(spec, [-1, 10], -1)).toMatchObject(none);
    expect(normalised(spec, [0, 0])).toMatchObject(none);
    expect(normalised(spec, [0, 10], -1)).toMatchObject(none);
  });
});

describe('none (R20)', () => {
  it('is the value itself, negated where less is better, without a negative zero', () => {
    expect(normalised({ method: 'none' }, [3, NaN, -2]).values).toEqual([3, NaN, -2]);
    expect(normalised({ method: 'none' }, [3, 0, -2], -1).values).toEqual([-3, 0, 2]);
  });
});

describe('no scale (R26)', () => {
  it.each<NormaliseSpec>([
    { method: 'minmax' },
    { method: 'zscore' },
    { method: 'distance_to_max' },
  ])('$method of equal values, and of one', (spec) => {
    expect(normalised(spec, [0.1, 0.1, 0.1])).toMatchObject({
      values: [NaN, NaN, NaN],
      issues: ['constant_indicator'],
    });
    expect(normalised(spec, [NaN, 7])).toMatchObject({
      values: [NaN, NaN],
      issues: ['constant_indicator'],
    });
  });

  it('percentile rank of a single peer', () => {
    expect(normalised({ method: 'percentile_rank' }, [NaN, 7])).toMatchObject({
      values: [NaN, NaN],
      issues: ['constant_indicator'],
    });
  });

  it.each<[NormaliseSpec, number]>([
    [{ method: 'rank' }, 1],
    [{ method: 'rank', ties: 'average' }, 2],
    [{ method: 'rank', ties: 'highest' }, 3],
    [{ method: 'borda', ties: 'average' }, 1],
    [{ method: 'percentile_rank' }, 0],
    [{ method: 'percentile_rank', ties: 'average' }, 50],
    [{ method: 'fraction_of_max' }, 100],
    [{ method: 'scaled', low: 0, high: 10 }, 70],
    [{ method: 'target', target: 10 }, 0],
  ])('%j gives three equal values %d', (spec, value) => {
    expect(normalised(spec, [7, 7, 7])).toMatchObject({
      values: [value, value, value],
      issues: [],
    });
  });

  it('a result beyond the largest double is missing', () => {
    const spec = { method: 'distance_to_reference', unit: 'u2' } as const;
    expect(normalised(spec, [0, 5e-324, 1e300]).values).toEqual([0, 100, NaN]);
  });
});

describe('scope (R3)', () => {
  const rows = ['2024', '2024', '2025', '2025'].map((period, i) => ({
    unit: `u${i % 2}`,
    period,
    group: 'county',
  }));
  const table = { rows, columns: new Map([['x', Float64Array.of(0, 10, 20, 40)]]) };
  const values = (scope: 'panel' | 'period') =>
    score(
      table,
      schemeOf(group('I', [indicator('x')]), {
        normalise: { scope, range: [0, 100], default: { method: 'minmax' } },
      }),
    );

  it('takes all periods together, or each by itself; places are always per period', () => {
    expect([...values('panel').normalised.get('x')!]).toEqual([0, 25, 50, 100]);
    expect([...values('period').normalised.get('x')!]).toEqual([0, 100, 0, 100]);
    expect([...values('panel').ranks.get('I')!]).toEqual([2, 1, 2, 1]);
    expect(values('panel').parameters.map(({ period }) => period)).toEqual([null]);
    expect(values('period').parameters.map(({ period }) => period)).toEqual(['2024', '2025']);
  });

  it('keeps peer groups apart', () => {
    const mixed = rows.map((row, i) => ({ ...row, group: i === 3 ? 'city' : 'county' }));
    const result = score({ ...table, rows: mixed }, schemeOf(group('I', [indicator('x')])));
    expect([...result.normalised.get('x')!]).toEqual([0, 100, NaN, NaN]);
  });
});
