import { describe, expect, it } from 'vitest';
import { CELL } from '#lib/model/index.ts';
import type { Scheme, ScoreResult, Transform, TreatSpec } from '#lib/model/index.ts';
import { explain } from '../explain.ts';
import { kurtosis, shapeOf, skewness } from './outliers.ts';
import { score } from '../score.ts';
import { asemScheme } from '../testing/asem.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, expectClose, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';
import { transform } from './transforms.ts';
import { winsorise } from './winsorise.ts';

const LIMITS = { skewness: 2, kurtosis: 3.5 };
const present = (cells: readonly unknown[]) => numbers(cells).filter((x) => !Number.isNaN(x));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** COINr's marks, as flags; it marks winsorised cells also where the values were given up. */
const flagOf = (mark: unknown): number =>
  mark === 'winhi' ? CELL.winsorised_high : mark === 'winlo' ? CELL.winsorised_low : 0;

describe('the toy of the reference', () => {
  const toy = vectors('toy');
  const cases = at<Record<string, Record<string, unknown>>>(toy, 'winsorisation');

  it.each(Object.keys(cases))('%s', (name) => {
    const x = present(at(cases, name, 'input'));
    expectClose([skewness(x)], [at(cases, name, 'skew')].flat());
    expectClose([kurtosis(x)], [at(cases, name, 'kurt')].flat());
    for (const max of [5, 2]) {
      const expected = at<Record<string, unknown[]>>(cases, name, `winsorise${max}`);
      const { values, cells, high, low } = winsorise(x, { ...LIMITS, max, force: false });
      expect([...values]).toEqual([...present(expected['x']!)]);
      expect([cells]).toEqual(expected['nwin']);
      const marks = expected['treated']!.filter((_, i) => expected['x']![i] !== null);
      expect(high).toEqual([...marks.keys()].filter((i) => marks[i] === 'winhi'));
      expect(low).toEqual([...marks.keys()].filter((i) => marks[i] === 'winlo'));
    }
    const treated = score(
      tableOf({ x: numbers(at(cases, name, 'input')) }),
      schemeOf(group('I', [indicator('x')]), { treat: { method: 'outliers' } }),
    ).treated.get('x');
    expectClose(treated, at(cases, name, 'Treat_default'));
  });

  it.each(['constant', 'single', 'allNA', 'two', 'negatives'])('shape of %s', (name) => {
    const x = present(at(toy, 'degenerateColumns', name, 'input'));
    expectClose([skewness(x)], at(toy, 'degenerateColumns', name, 'skew'));
    expectClose([kurtosis(x)], at(toy, 'degenerateColumns', name, 'kurt'));
  });
});

describe('ASEM', () => {
  const reference = vectors('asem_treatment');
  const cells = at<VectorTable>(vectors('asem_raw'), 'raw');
  const codes = Object.keys(cells).filter((code) => code !== 'uCode');
  const table = tableOf(Object.fromEntries(codes.map((code) => [code, numbers(cells[code]!)])));

  it('skewness, kurtosis and the outlier rule', () => {
    const expected = at<VectorTable>(reference, 'skewKurt');
    const shapes = expected['iCode']!.map((code) =>
      shapeOf(present(cells[code as string]!), LIMITS),
    );
    expectClose(
      shapes.map((shape) => shape.skewness),
      expected['skew']!,
    );
    expectClose(
      shapes.map((shape) => shape.kurtosis),
      expected['kurt']!,
    );
    expect(shapes.map(({ passes }) => passes)).toEqual(expected['pass']);
  });

  /** The figures of the reference's table that ours must agree with, by indicator. */
  function expectTable(treatments: ScoreResult['treatments'], expected: VectorTable): void {
    for (const [i, code] of expected['iCode']!.entries()) {
      const found = treatments.find(({ indicator: of }) => of === code)!;
      const stages = [found.given, found.winsorised, found.transformed];
      for (const [stage, shape] of stages.entries()) {
        const skew = expected[`check_SkewKurt${stage}.Skew`]?.[i] ?? null;
        const kurt = expected[`check_SkewKurt${stage}.Kurt`]?.[i] ?? null;
        expectClose([shape?.skewness ?? NaN, shape?.kurtosis ?? NaN], [skew, kurt]);
        expect(shape?.passes ?? null).toBe(expected[`check_SkewKurt${stage}.Pass`]?.[i] ?? null);
      }
      expect(found.winsorised?.cells ?? null).toBe(expected['winsorise.nwin']![i] ?? null);
    }
  }

  it.each<[string, Partial<Extract<TreatSpec, { method: 'outliers' }>>]>([
    ['default', {}],
    ['qTreat', {}],
    ['winmax1', { winsorise_max: 1 }],
    ['winmax1_combine', { winsorise_max: 1, combine: true }],
    ['winmax3', { winsorise_max: 3 }],
    ['winmax2_f2_log_CT_orig', { winsorise_max: 2, transform: 'log_plus1' }],
    ['winmax2_f2_log_CT_plus', { winsorise_max: 2, transform: 'log_signed' }],
    ['winmax2_f2_boxcox_l0.5', { winsorise_max: 2, transform: 'boxcox', lambda: 0.5 }],
    ['strict_skew1_kurt2_winmax5', { skewness: 1, kurtosis: 2 }],
  ])('%s', (name, options) => {
    const treat: TreatSpec = { method: 'outliers', ...options };
    const result = score(table, asemScheme({ treat }));
    expectTable(result.treatments, at(reference, 'cases', name, 'table'));
    const none = new Uint8Array(51);
    for (const code of codes) {
      expectClose(result.treated.get(code), at(reference, 'cases', name, 'x', code));
      const flags = result.cells.get(code) ?? none;
      const { transformed } = result.treatments.find(({ indicator: of }) => of === code)!;
      const marks = at<unknown[]>(reference, 'cases', name, 'points', code);
      if (!transformed) expect([...flags]).toEqual(marks.map(flagOf));
      else if (!options.combine)
        expect([...flags]).toEqual(cells[code]!.map((x) => (x === null ? 0 : CELL.transformed)));
      else
        expect([...flags]).toEqual(
          marks.map((mark, row) =>
            cells[code]![row] === null ? 0 : CELL.transformed | flagOf(String(mark).split('+')[0]),
          ),
        );
    }
  });

  const single = at<Record<string, Record<string, unknown>>>(reference, 'single');
  it.each(Object.keys(single))('single column %s', (code) => {
    const x = present(cells[code]!);
    const win = (max: number, force: boolean) => winsorise(x, { ...LIMITS, max, force });
    for (const [name, got] of [
      ['winsorise5', win(5, false)],
      ['winsorise_nolimit', win(Infinity, false)],
      ['winsorise_force3', win(3, true)],
    ] as const) {
      const expected = at<Record<string, unknown[]>>(single, code, name);
      expect([...got.values]).toEqual([...present(expected['x']!)]);
      expect([got.cells]).toEqual(expected['nwin']);
    }
    for (const [name, transformation, lambda] of [
      ['log_CT', 'log', 0],
      ['log_CT_orig', 'log_plus1', 0],
      ['log_CT_plus', 'log_signed', 0],
      ['boxcox_0', 'boxcox', 0],
      ['boxcox_0.5', 'boxcox', 0.5],
      ['boxcox_2', 'boxcox', 2],
    ] as const)
      expectClose(transform(x, transformation, lambda), [...present(at(single, code, name))]);
  });
});

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

describe('the whole default pipeline, from raw to ranks', () => {
  it('agrees with the reference at every step', () => {
    const pipeline = vectors('asem_pipeline_default');
    const raw = vectors('asem_raw');
    const units = at<VectorTable>(raw, 'units');
    const data = { ...units, ...at<VectorTable>(raw, 'raw') };
    const denominators = new Map(
      at<string[]>(raw, 'iMeta', 'iCode').map((code, i) => [
        code,
        at<(string | null)[]>(raw, 'iMeta', 'Denominator')[i],
      ]),
    );
    const scheme = asemScheme(
      {
        impute: { method: 'mean', by: 'EurAsia_group' },
        treat: { method: 'outliers' },
      },
      undefined,
      (code) => denominators.get(code) ?? undefined,
    );
    const codes = at<string[]>(raw, 'indicatorOrder');
    const names = [...codes, 'Area', 'Energy', 'GDP', 'Population'];
    const result = score(
      {
        ...tableOf(Object.fromEntries(names.map((name) => [name, numbers(data[name]!)]))),
        labels: new Map([['EurAsia_group', units['EurAsia_group'] as string[]]]),
      },
      scheme,
    );
    for (const code of codes) {
      expectClose(result.denominated.get(code), at(pipeline, 'Denominated', code));
      expectClose(result.imputed.get(code), at(pipeline, 'Imputed', code));
      expectClose(result.treated.get(code), at(pipeline, 'Treated', code));
      expectClose(result.normalised.get(code), at(pipeline, 'Normalised', code));
      const winsorised = (result.cells.get(code) ?? new Uint8Array(51)).map(
        (flags) => flags & ~CELL.imputed,
      );
      expect([...winsorised]).toEqual(at<unknown[]>(pipeline, 'treatedPoints', code).map(flagOf));
    }
    expect(result.scores.size).toBe(11);
    for (const [code, scores] of result.scores) {
      expectClose(scores, at(pipeline, 'Aggregated', code));
      expect([...result.ranks.get(code)!]).toEqual(at(pipeline, 'ranks', code));
    }
  });
});
