import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { normalised } from './testing.ts';

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
