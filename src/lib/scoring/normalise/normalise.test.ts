import { describe, expect, it } from 'vitest';
import type { NormaliseSpec, Scheme } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';

function normalised(
  spec: NormaliseSpec,
  x: readonly number[],
  direction: 1 | -1 = 1,
  more: Partial<Scheme['normalise']> = {},
) {
  const scheme = schemeOf(group('I', [indicator('x', 1, { direction, normalise: spec })]), {
    normalise: { scope: 'period', range: [0, 100], default: { method: 'rank' }, ...more },
  });
  const result = score(tableOf({ x }), scheme);
  return {
    values: [...result.normalised.get('x')!],
    issues: result.issues.map(({ code }) => code),
    parameters: result.parameters[0]!,
  };
}

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

describe('goalposts (R22)', () => {
  const posts = { method: 'goalposts', low: 0, high: 200 } as const;

  it('cuts at the posts unless told not to', () => {
    expect(normalised(posts, [-50, 0, 50, 200, 300]).values).toEqual([0, 0, 25, 100, 100]);
    expect(normalised({ ...posts, truncate: false }, [-50, 300]).values).toEqual([-25, 150]);
  });

  it('swaps the posts of a reversed indicator: the low post is the best', () => {
    expect(normalised(posts, [0, 50, 200, 300], -1).values).toEqual([100, 75, 0, 0]);
  });

  it('needs no peers: one value is enough', () => {
    expect(normalised(posts, [50])).toMatchObject({ values: [25], issues: [] });
  });
});

describe('target (R23)', () => {
  it('is the way from the worst peer to the target, capped unless told not to', () => {
    const spec = { method: 'target', target: 80 } as const;
    expect(normalised(spec, [40, 60, 80, 100]).values).toEqual([0, 50, 100, 100]);
    expect(normalised({ ...spec, cap: false }, [40, 60, 100]).values).toEqual([0, 50, 150]);
  });

  it('turns round for a reversed indicator', () => {
    const spec = { method: 'target', target: 10 } as const;
    expect(normalised(spec, [50, 30, 10, 5], -1).values).toEqual([0, 50, 100, 100]);
  });

  it('gives everyone full marks when even the worst has reached it, or nothing uncapped', () => {
    const spec = { method: 'target', target: 30 } as const;
    expect(normalised(spec, [40, 30, NaN])).toMatchObject({ values: [100, 100, NaN], issues: [] });
    const uncapped = normalised({ ...spec, cap: false }, [40, 60]);
    expect(uncapped).toMatchObject({ values: [NaN, NaN], issues: ['target_below_peers'] });
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

describe('goalposts of logarithms (R22)', () => {
  const posts = { method: 'goalposts', low: 1, high: 1000, log10: true } as const;

  it('are the way between the logarithms of the posts', () => {
    expect(normalised(posts, [1, 10, 100, 1e6, 0.1]).values).toEqual([
      0,
      expect.closeTo(100 / 3, 12),
      expect.closeTo(200 / 3, 12),
      100,
      0,
    ]);
    expect(normalised({ ...posts, truncate: false }, [1e6]).values).toEqual([200]);
  });

  it('turn round for a reversed indicator', () => {
    expect(normalised(posts, [1, 10, 1000], -1).values).toEqual([
      100,
      expect.closeTo(200 / 3, 12),
      0,
    ]);
  });

  it('have no value for x ≤ 0, which is reported with its unit', () => {
    const index = group('I', [indicator('x', 3, { normalise: posts }), indicator('y')]);
    const result = score(tableOf({ x: [0, 1000, -5], y: [1, 2, 3] }), schemeOf(index));
    expect([...result.normalised.get('x')!]).toEqual([NaN, 100, NaN]);
    expect(result.issues).toEqual(
      ['u1', 'u3'].map((unit) => ({
        code: 'nonpositive_log',
        element: 'x',
        group: 'county',
        period: '2025',
        unit,
      })),
    );
    // The siblings carry the weight, and the data count as available.
    expect([...result.scores.get('I')!]).toEqual([0, 87.5, 100]);
    expect([...result.availability]).toEqual([1, 1, 1]);
  });

  it('give the Human Development Index as published (UNDP, Human Development Report 2020)', () => {
    // Goalposts of its technical note: 20–85 years of life, 0–18 expected and 0–15 mean years of
    // schooling, 100–75,000 PPP$ by (ln x - ln 100) / (ln 75000 - ln 100).
    const between = (low: number, high: number, log10 = false) =>
      ({ normalise: { method: 'goalposts', low, high, log10 } }) as const;
    const index = group(
      'hdi',
      [
        indicator('life', 1, between(20, 85)),
        group('education', [
          indicator('expected', 1, between(0, 18)),
          indicator('mean', 1, between(0, 15)),
        ]),
        indicator('income', 1, between(100, 75_000, true)),
      ],
      1,
      'geometric',
    );
    const table = tableOf({
      life: [82.4, 82.3, 83.8, 84.9, 83.0],
      expected: [18.1, 18.7, 16.3, 16.9, 19.1],
      mean: [12.9, 12.7, 13.4, 12.3, 12.8],
      income: [66_494, 68_371, 69_394, 62_985, 54_682],
    });
    const { scores, normalised: values } = score(
      table,
      schemeOf(index, {
        normalise: { scope: 'period', range: [0, 1], default: { method: 'none' } },
      }),
    );
    for (const [i, income] of table.columns.get('income')!.entries())
      expect(values.get('income')![i]).toBeCloseTo(
        (Math.log(income) - Math.log(100)) / (Math.log(75_000) - Math.log(100)),
        14,
      );
    // Norway, Ireland, Switzerland, Hong Kong, Iceland; the published inputs are rounded.
    for (const [i, published] of [0.957, 0.955, 0.955, 0.949, 0.949].entries())
      expect(Math.abs(scores.get('hdi')![i]! - published)).toBeLessThan(0.001);
  });
});

describe('scaled (R22)', () => {
  const spec = { method: 'scaled', low: 0, high: 200 } as const;

  it('is goalposts that nothing is cut at', () => {
    expect(normalised(spec, [-50, 50, 300]).values).toEqual([-25, 25, 150]);
    expect(normalised(spec, [-50, 50, 300], -1).values).toEqual([125, 75, -50]);
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

describe('distance to a reference (R28)', () => {
  const spec = { method: 'distance_to_reference', unit: 'u2' } as const;

  it('is 1 for the reference and more beyond it, unless capped', () => {
    expect(normalised(spec, [10, 30, NaN, 50]).values).toEqual([0, 100, NaN, 200]);
    expect(normalised({ ...spec, cap: true }, [10, 30, 50]).values).toEqual([0, 100, 100]);
    expect(normalised(spec, [10, 30, 50], -1).values).toEqual([200, 100, 0]);
  });

  it('has no scale without a reference, or with one that is no better than the worst', () => {
    expect(normalised(spec, [10, NaN, 50])).toMatchObject({
      values: [NaN, NaN, NaN],
      issues: ['missing_reference'],
    });
    expect(normalised({ ...spec, unit: 'u9' }, [10, 30])).toMatchObject({
      issues: ['missing_reference'],
    });
    expect(normalised(spec, [30, 10, 50])).toMatchObject({
      values: [NaN, NaN, NaN],
      issues: ['reference_below_peers'],
    });
  });

  const rows = (['a', 'b', 'r', 'a', 'b', 'r'] as const).map((unit, i) => ({
    unit,
    period: i < 3 ? '2024' : '2025',
    group: unit === 'r' ? 'nation' : 'county',
  }));
  const table = { rows, columns: new Map([['x', Float64Array.of(0, 10, 20, 20, 60, 100)]]) };
  const values = (period: string | undefined, more: Partial<Scheme> = {}) => {
    const of = { method: 'distance_to_reference', unit: 'r', ...(period && { period }) } as const;
    const scheme = schemeOf(group('I', [indicator('x')]), {
      normalise: { scope: 'period', range: [0, 100], default: of },
      ...more,
    });
    const result = score(table, scheme);
    return [0, 1, 3, 4].map((row) => result.normalised.get('x')![row]);
  };

  it('finds the reference in any peer group, in the same period or in a fixed one', () => {
    expect(values(undefined)).toEqual([0, 50, 0, 50]);
    expect(values('2025')).toEqual([0, expect.closeTo(10, 12), 0, 50]);
  });

  it('takes a reference that is left out of the ranking (R9), as an average would be', () => {
    const missing = {
      min_availability: 0,
      require_all_dimensions: false,
      force: { exclude: ['r'] },
    };
    expect(values(undefined, { missing })).toEqual([0, 50, 0, 50]);
  });

  it('over a panel measures from the worst of all periods', () => {
    const of = { method: 'distance_to_reference', unit: 'r', period: '2024' } as const;
    const normalise = { scope: 'panel', range: [0, 100], default: of } as const;
    expect(values(undefined, { normalise })).toEqual([0, 50, 100, 300]);
    const anytime = { method: 'distance_to_reference', unit: 'r' } as const;
    // checkScheme refuses it; there is no one period to take the reference from.
    expect(values(undefined, { normalise: { ...normalise, default: anytime } })).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
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
