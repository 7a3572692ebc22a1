import { describe, expect, it } from 'vitest';
import type { Scheme, Transform, TreatSpec } from '#lib/model/index.ts';
import { explain } from '../explain.ts';
import { shapeOf } from './outliers.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { expectClose } from '../testing/vectors.ts';
import { transform } from './transforms.ts';
import { winsorise } from './winsorise.ts';

const LIMITS = { skewness: 2, kurtosis: 3.5 };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('treat', () => {
  const spike = [...upTo(10), 1000];
  const run = (x: readonly number[], treat: TreatSpec, more: Partial<Scheme> = {}) =>
    score(tableOf({ x }), schemeOf(group('I', [indicator('x')]), { treat, ...more }));

  it('passes unless both figures reach their limits, and cannot tell without them (R15)', () => {
    expect(shapeOf(Float64Array.of(1, 2, 3, 4), LIMITS).passes).toBe(true);
    expect(shapeOf(Float64Array.of(...spike), LIMITS).passes).toBe(false);
    expect(shapeOf(Float64Array.of(...spike), { ...LIMITS, kurtosis: 99 }).passes).toBe(true);
    expect(shapeOf(Float64Array.of(5, 5, 5, 5), LIMITS).passes).toBeNull();
    expect(shapeOf(Float64Array.of(0, 0, 9), { ...LIMITS, skewness: 1 }).passes).toBeNull();
    expect(shapeOf(Float64Array.of(1), LIMITS).passes).toBeNull();
  });

  it('lets ties exceed the limit, and stops when there is nothing further inside (R16)', () => {
    const tied = winsorise(Float64Array.of(...upTo(60), ...Array<number>(6).fill(1000)), {
      ...LIMITS,
      max: 5,
      force: false,
    });
    expect(tied.cells).toBe(6);
    const binary = winsorise(Float64Array.of(0, 0, 1, 1), { ...LIMITS, max: 9, force: true });
    expect(new Set(binary.values).size).toBe(1);
  });

  it('leaves values as given when treatment would leave nothing to tell apart', () => {
    const rare = [...Array<number>(30).fill(0), 1];
    const { treated, treatments, cells } = run(rare, { method: 'outliers' });
    expect([...treated.get('x')!]).toEqual(rare);
    expect(treatments[0]!.given.passes).toBe(false);
    expect(cells.size).toBe(0);
  });

  it('keeps winsorised values where no transformation is wanted (R17)', () => {
    const long = [...upTo(20), 100, 300, 900, 2700, 8100, 24300];
    const { treated, treatments } = run(long, {
      method: 'outliers',
      winsorise_max: 1,
      transform: 'none',
    });
    expect(treated.get('x')!.at(-1)).toBe(8100);
    expect(treatments[0]).toMatchObject({
      winsorised: { cells: 1, passes: false },
      transformed: null,
    });
  });

  it('winsorises nothing at a limit of 0, everything it must at null', () => {
    expect(run(spike, { method: 'outliers', winsorise_max: 0 }).treatments[0]).toMatchObject({
      winsorised: { cells: 0 },
      transformed: { transform: 'log' },
    });
    const many = [...upTo(200), ...upTo(8).map((i) => 5000 + i)];
    const unlimited = run(many, { method: 'outliers', winsorise_max: null });
    expect(unlimited.treatments[0]).toMatchObject({ winsorised: { cells: 8, passes: true } });
    expect(Math.max(...unlimited.treated.get('x')!)).toBe(200);
  });

  it.each<Transform>(['log', 'log_plus1', 'log_signed', 'boxcox'])(
    '%s rises with x, whatever the side of the skew',
    (name) => {
      for (const x of [spike, spike.map((value) => -value).reverse()]) {
        const values = transform(Float64Array.from(x), name, 0.5);
        expect(values.every((value, i) => i === 0 || value > values[i - 1]!)).toBe(true);
      }
    },
  );

  it('transforms on demand whatever the shape, unless that is not defined', () => {
    const { treated, cells } = run([1, 2, NaN, 4], { method: 'transform', transform: 'log_plus1' });
    expectClose(treated.get('x'), [0, Math.log(2), null, Math.log(4)]);
    expect([...cells.get('x')!]).toEqual([8, 8, 0, 8]);
    const constant = run([3, 3, 3], { method: 'transform', transform: 'log' });
    expect([...constant.treated.get('x')!]).toEqual([3, 3, 3]);
  });

  it('is for scales that come from the peers, unless an indicator asks for it (R18)', () => {
    const posts = { method: 'goalposts', low: 0, high: 1000 } as const;
    const own: TreatSpec = { method: 'outliers', transform: 'none' };
    const scheme = schemeOf(
      group('I', [
        indicator('x', 1, { normalise: posts }),
        indicator('y', 1, { normalise: posts, treat: own }),
        indicator('z', 1, { treat: { method: 'none' } }),
        indicator('w'),
      ]),
      { treat: { method: 'outliers' } },
    );
    const { treated } = score(tableOf({ x: spike, y: spike, z: spike, w: spike }), scheme);
    expect(['x', 'y', 'z', 'w'].map((code) => treated.get(code)!.at(-1))).toEqual([
      1000, 10, 1000, 10,
    ]);
  });

  it.each([
    ['distance_to_max', true],
    ['percentile_rank', true],
    ['borda', true],
    ['fraction_of_max', false],
    ['none', false],
  ] as const)('of the scheme: %s %s (R18)', (method, isTreated) => {
    const scheme = schemeOf(group('I', [indicator('x', 1, { normalise: { method } })]), {
      treat: { method: 'outliers' },
    });
    expect(score(tableOf({ x: [1, 2, 3, 4, 5, 6, 7, 1000] }), scheme).treatments).toHaveLength(
      isTreated ? 1 : 0,
    );
  });

  it('fills an indicator’s own rule from the scheme’s (R18)', () => {
    const scheme = schemeOf(
      group('I', [indicator('x', 1, { treat: { method: 'outliers', winsorise_max: 0 } })]),
      { treat: { method: 'outliers', transform: 'none' } },
    );
    expect([...score(tableOf({ x: spike }), scheme).treated.get('x')!]).toEqual(spike);
  });

  it('treats a panel as it is normalised: equal values stay equal over the years', () => {
    const rows = [...spike, ...spike].map((_, i) => ({
      unit: `u${i % 11}`,
      period: i < 11 ? '2024' : '2025',
      group: '',
    }));
    const x = Float64Array.from([...spike, ...upTo(10), 9]);
    const treated = (scope: 'panel' | 'period') =>
      score(
        { rows, columns: new Map([['x', x]]) },
        schemeOf(group('I', [indicator('x')]), {
          treat: { method: 'outliers' },
          normalise: { scope, range: [0, 100], default: { method: 'minmax' } },
        }),
      );
    expect(treated('panel').treatments).toHaveLength(1);
    expect(treated('period').treatments.map(({ period }) => period)).toEqual(['2024', '2025']);
    expect(treated('panel').treated.get('x')![10]).toBe(10);
  });

  it('shows in the explanation', () => {
    const scheme = schemeOf(group('I', [indicator('x')]), { treat: { method: 'outliers' } });
    const result = score(tableOf({ x: spike }), scheme);
    expect(explain(result, scheme, 10)[1]!.steps).toEqual([
      { step: 'raw', value: 1000, rule: 'R1' },
      { step: 'treated', value: 10, rule: 'R16' },
      { step: 'normalised', value: 100, rule: 'R21' },
    ]);
    const logs = { ...scheme, treat: { method: 'transform', transform: 'log' } } as const;
    expect(explain(score(tableOf({ x: spike }), logs), logs, 0)[1]!.steps[1]!.rule).toBe('R17');
  });
});
