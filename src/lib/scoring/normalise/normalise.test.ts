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

describe('rank (R25)', () => {
  it('rises with goodness, ties get the lowest', () => {
    expect(normalised({ method: 'rank' }, [10, 20, 20, NaN, 5]).values).toEqual([2, 3, 3, NaN, 1]);
    expect(normalised({ method: 'rank' }, [10, 20, 20], -1).values).toEqual([3, 1, 1]);
  });
});

describe('no scale (R26)', () => {
  it.each<NormaliseSpec>([{ method: 'minmax' }, { method: 'zscore' }])('$method', (spec) => {
    expect(normalised(spec, [0.1, 0.1, 0.1])).toMatchObject({
      values: [NaN, NaN, NaN],
      issues: ['constant_indicator'],
    });
    expect(normalised(spec, [NaN, 7])).toMatchObject({
      values: [NaN, NaN],
      issues: ['constant_indicator'],
    });
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
