/** The reference tables of COINr 1.1.14 (../vectors, MIT): normalised values to 1e-12 relative. */
import { describe, expect, it } from 'vitest';
import type { NormaliseSpec } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { asemMeta, asemScheme } from '../testing/asem.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, expectClose, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';

const toy = vectors('toy');
const raw = vectors('asem_raw');
const normalisation = vectors('asem_normalisation');

const indicators = (table: VectorTable): Record<string, Float64Array> =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([name]) => !['uCode', 'uName', 'G', 'Time'].includes(name))
      .map(([name, cells]) => [name, numbers(cells)]),
  );

type Range = readonly [number, number];
const inRange = (range: Range, spec: NormaliseSpec) =>
  ({ normalise: { scope: 'period', range, default: spec } }) as const;

const reference = (unit: string, cap?: boolean): NormaliseSpec => ({
  method: 'distance_to_reference',
  unit,
  ...(cap !== undefined && { cap }),
});

describe('toy: gaps, ties and a reversed indicator', () => {
  const units = ['A', 'B', 'C', 'D', 'E', 'F'];
  const table = tableOf(indicators(at(toy, 'data')), units);
  const index = group('I', [
    indicator('x1'),
    indicator('x2', 1, { direction: -1 }),
    indicator('x3'),
  ]);
  const scored = (spec: NormaliseSpec, range: Range) =>
    score(table, schemeOf(index, inRange(range, spec)));
  const expected = (name: string, code: string) => at<unknown[]>(toy, 'normalisation', name, code);

  it.each<[string, NormaliseSpec, Range]>([
    ['minmax_0_100', { method: 'minmax' }, [0, 100]],
    ['minmax_1_100', { method: 'minmax' }, [1, 100]],
    ['zscore', { method: 'zscore' }, [0, 100]],
    ['zscore_100_10', { method: 'zscore', mean: 100, sd: 10 }, [0, 100]],
    ['rank_min', { method: 'rank' }, [0, 100]],
    ['rank_avg', { method: 'rank', ties: 'average' }, [0, 100]],
    ['rank_max', { method: 'rank', ties: 'highest' }, [0, 100]],
    ['borda', { method: 'borda' }, [0, 100]],
    ['prank', { method: 'percentile_rank' }, [0, 1]],
    ['dist2max', { method: 'distance_to_max' }, [0, 1]],
  ])('%s', (name, spec, range) => {
    const { normalised } = scored(spec, range);
    for (const code of ['x1', 'x2', 'x3']) expectClose(normalised.get(code), expected(name, code));
  });

  it('fracmax of the indicators that are not reversed; reversed ones min / x instead', () => {
    const { normalised } = scored({ method: 'fraction_of_max' }, [0, 1]);
    const name = 'fracmax_note_reversed_inverted';
    for (const code of ['x1', 'x3']) expectClose(normalised.get(code), expected(name, code));
    // There the worst unit gets 5 and the best 1; the best is 1 and the others are shares of it.
    expectClose(normalised.get('x2'), [1 / 5, 1 / 5, 1 / 3, 1 / 4, null, 1]);
  });

  it.each([
    ['dist2ref_unit2', 'B', false],
    ['dist2ref_unit2_cap', 'B', true],
  ] as const)(
    '%s; no scale, not ±Infinity, where the reference is the worst',
    (name, unit, cap) => {
      const { normalised, issues } = scored(reference(unit, cap), [0, 1]);
      for (const code of ['x1', 'x3']) expectClose(normalised.get(code), expected(name, code));
      expect([...normalised.get('x2')!]).toEqual(units.map(() => NaN));
      expect(issues).toMatchObject([{ code: 'reference_below_peers', element: 'x2' }]);
    },
  );

  it('dist2ref_unit4_refNA: no scale where the reference is missing', () => {
    const { normalised, issues } = scored(reference('D'), [0, 1]);
    for (const code of ['x1', 'x2', 'x3'])
      expectClose(normalised.get(code), expected('dist2ref_unit4_refNA', code));
    expect(issues).toMatchObject([{ code: 'missing_reference', element: 'x1' }]);
  });

  it.each<[string, (low: number, high: number) => NormaliseSpec, Range]>([
    ['goalposts_generic_0_60', (low, high) => ({ method: 'goalposts', low, high }), [0, 100]],
    ['scaled_generic', (low, high) => ({ method: 'scaled', low, high }), [0, 100]],
  ])('%s, given in the raw unit: reversed ones are swapped and negated', (name, posts, range) => {
    // The reference takes 0 and 60 as posts of the values that are negated already.
    const own = (code: string, direction: 1 | -1) =>
      indicator(code, 1, {
        direction,
        normalise: direction === 1 ? posts(0, 60) : posts(-60, 0),
      });
    const leaves = [own('x1', 1), own('x2', -1), own('x3', 1)];
    const { normalised } = score(
      table,
      schemeOf(group('I', leaves), inRange(range, { method: 'minmax' })),
    );
    for (const code of ['x1', 'x2', 'x3']) expectClose(normalised.get(code), expected(name, code));
  });

  it('dist2targ_generic: the target 45 of the values that are negated already', () => {
    const own = (code: string, direction: 1 | -1) =>
      indicator(code, 1, {
        direction,
        normalise: { method: 'target', target: direction * 45, cap: false },
      });
    const leaves = [own('x1', 1), own('x2', -1), own('x3', 1)];
    const { normalised } = score(
      table,
      schemeOf(group('I', leaves), inRange([0, 1], { method: 'minmax' })),
    );
    for (const code of ['x1', 'x2', 'x3'])
      expectClose(normalised.get(code), expected('dist2targ_generic', code));
  });
});

describe('toy: degenerate columns', () => {
  it.each(['constant', 'single', 'allNA', 'two', 'negatives'])('%s', (name) => {
    const x = numbers(at(toy, 'degenerateColumns', name, 'input'));
    const normalised = (spec: NormaliseSpec, range: Range = [0, 100]) =>
      score(tableOf({ x }), schemeOf(group('I', [indicator('x')]), inRange(range, spec)));
    const expectMethod = (method: string, spec: NormaliseSpec, range?: Range) =>
      expectClose(
        normalised(spec, range).normalised.get('x'),
        at(toy, 'degenerateColumns', name, method),
      );
    expectMethod('minmax', { method: 'minmax' });
    expectMethod('zscore', { method: 'zscore' });
    expectMethod('rank', { method: 'rank' });
    expectMethod('borda', { method: 'borda' });
    expectMethod('prank', { method: 'percentile_rank' }, [0, 1]);
    expectMethod('dist2max', { method: 'distance_to_max' }, [0, 1]);
    // The reference takes fractions of negative values, -3 of 2; we report them (R29).
    if (name === 'negatives')
      expect(normalised({ method: 'fraction_of_max' }).issues).toMatchObject([
        { code: 'nonpositive_fraction', element: 'x' },
      ]);
    else expectMethod('fracmax', { method: 'fraction_of_max' }, [0, 1]);
  });
});

describe('ASEM: 51 units x 49 indicators', () => {
  const table = tableOf(indicators(at(raw, 'raw')), at<string[]>(raw, 'raw', 'uCode'));
  const parameters = at<VectorTable>(normalisation, 'parameters', 'goalposts');
  const parameter = (name: string, code: string) =>
    parameters[name]![parameters['iCode']!.indexOf(code)] as number;
  const posts = (code: string, kind: 'goalpost' | 'scaled') => ({
    low: parameter(`${kind}_lower`, code),
    high: parameter(`${kind}_upper`, code),
  });
  const target = (code: string) =>
    asemMeta<number>('Target')[asemMeta<string>('iCode').indexOf(code)]!;

  type Own = (code: string) => NormaliseSpec;
  const all =
    (spec: NormaliseSpec): Own =>
    () =>
      spec;
  it.each<[string, Own, Range]>([
    ['minmax_0_100', all({ method: 'minmax' }), [0, 100]],
    ['minmax_1_100', all({ method: 'minmax' }), [1, 100]],
    ['minmax_0_1', all({ method: 'minmax' }), [0, 1]],
    ['zscore_0_1', all({ method: 'zscore' }), [0, 1]],
    ['zscore_50_10', all({ method: 'zscore', mean: 50, sd: 10 }), [0, 1]],
    ['rank', all({ method: 'rank' }), [0, 1]],
    ['rank_average', all({ method: 'rank', ties: 'average' }), [0, 1]],
    ['borda', all({ method: 'borda' }), [0, 1]],
    ['prank', all({ method: 'percentile_rank' }), [0, 1]],
    ['dist2max', all({ method: 'distance_to_max' }), [0, 1]],
    ['dist2ref_DEU', all(reference('DEU')), [0, 1]],
    ['dist2ref_DEU_cap', all(reference('DEU', true)), [0, 1]],
    [
      'goalposts_q05_q95_trunc',
      (code) => ({ method: 'goalposts', ...posts(code, 'goalpost') }),
      [0, 100],
    ],
    [
      'goalposts_q05_q95_notrunc',
      (code) => ({ method: 'goalposts', ...posts(code, 'goalpost'), truncate: false }),
      [0, 100],
    ],
    ['scaled_min_max', (code) => ({ method: 'scaled', ...posts(code, 'scaled') }), [0, 100]],
    ['dist2targ_cap', (code) => ({ method: 'target', target: target(code) }), [0, 1]],
    ['dist2targ_nocap', (code) => ({ method: 'target', target: target(code), cap: false }), [0, 1]],
  ])('%s', (name, own, range) => {
    const { normalised, issues } = score(
      table,
      asemScheme(inRange(range, { method: 'minmax' }), own),
    );
    for (const [code, values] of normalised)
      expectClose(values, at(normalisation, 'cases', name, code));
    expect(normalised.size).toBe(49);
    expect(issues).toEqual([]);
  });

  it('fracmax where more is better; min / x, recomputed here, where less is (R29)', () => {
    const { normalised, issues } = score(
      table,
      asemScheme(inRange([0, 1], { method: 'fraction_of_max' })),
    );
    const unscaled = issues.map(({ code, element }) => `${code} ${element}`).sort();
    // One indicator has negative values; three reversed ones have a best of zero.
    expect(unscaled).toEqual(
      ['CostImpEx', 'GDPGrow', 'Poverty', 'Tariff'].map((code) => `nonpositive_fraction ${code}`),
    );
    let reversed = 0;
    for (const [code, values] of normalised) {
      const x = table.columns.get(code)!;
      const best = Math.min(...[...x].filter((value) => !Number.isNaN(value)));
      if (unscaled.includes(`nonpositive_fraction ${code}`))
        expect(values.every(Number.isNaN)).toBe(true);
      else if (parameter('Direction', code) === 1)
        expectClose(values, at(normalisation, 'cases', 'fracmax', code));
      else {
        reversed++;
        expectClose(
          values,
          Array.from(x, (value) => (Number.isNaN(value) ? null : best / value)),
        );
      }
    }
    expect(reversed).toBe(parameters['Direction']!.filter((sign) => sign === -1).length - 3);
  });

  it.each([
    ['minmax_global', 'panel', { method: 'minmax' }, [0, 100]],
    ['minmax_peryear', 'period', { method: 'minmax' }, [0, 100]],
    ['zscore_global', 'panel', { method: 'zscore' }, [0, 100]],
  ] as const)('panel %s', (name, scope, spec, range) => {
    const expected = at<VectorTable>(normalisation, 'panel', name);
    const panel = at<VectorTable>(raw, 'iData_panel');
    const codes = Object.keys(expected).filter((key) => key !== 'uCode' && key !== 'Time');
    const key = (of: VectorTable, i: number) => JSON.stringify([of['uCode']![i], of['Time']![i]]);
    const position = new Map(panel['uCode']!.map((_, i) => [key(panel, i), i]));
    const order = expected['uCode']!.map((_, i) => position.get(key(expected, i))!);
    const leaves = codes.map((code) =>
      indicator(code, 1, { direction: parameter('Direction', code) as 1 | -1 }),
    );
    const { normalised } = score(
      {
        rows: order.map((i) => ({
          unit: panel['uCode']![i] as string,
          period: String(panel['Time']![i]),
          group: '',
        })),
        columns: new Map(codes.map((code) => [code, numbers(order.map((i) => panel[code]![i]))])),
      },
      schemeOf(group('I', leaves), { normalise: { scope, range, default: spec } }),
    );
    for (const code of codes) expectClose(normalised.get(code), expected[code]!);
    expect(codes.length).toBeGreaterThan(3);
  });
});
