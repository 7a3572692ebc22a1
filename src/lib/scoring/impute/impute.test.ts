import { describe, expect, it } from 'vitest';
import { CELL } from '#lib/model/index.ts';
import type { ImputeSpec, Scheme, UnitTable } from '#lib/model/index.ts';
import { explain } from '../explain.ts';
import { score } from '../score.ts';
import { asemScheme } from '../testing/asem.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, expectClose, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';

const toyScheme = (impute: ImputeSpec, more: Partial<Scheme> = {}) =>
  schemeOf(
    group('I', [
      group('P1', [indicator('x1', 2), indicator('x2', 1, { direction: -1 })]),
      group('P2', [indicator('x3')]),
    ]),
    { impute, ...more },
  );
const toy = vectors('toy');
const toyTable = (): UnitTable => {
  const data = at<VectorTable>(toy, 'data');
  const columns = Object.fromEntries(
    ['x1', 'x2', 'x3'].map((code) => [code, numbers(data[code]!)]),
  );
  return { ...tableOf(columns), labels: new Map([['G', data['G'] as string[]]]) };
};

describe('impute, the toy of the reference', () => {
  it.each<[string, ImputeSpec]>([
    ['none', { method: 'none' }],
    ['i_mean', { method: 'mean' }],
    ['i_median', { method: 'median' }],
    ['i_mean_grp', { method: 'mean', by: 'G' }],
    ['i_median_grp', { method: 'median', by: 'G' }],
    ['row_mean_normfirst', { method: 'row_mean' }],
    ['row_mean_normfirst_withinP1', { method: 'row_mean', level: 2 }],
  ])('%s', (name, spec) => {
    const { imputed } = score(toyTable(), toyScheme(spec));
    for (const [code, values] of imputed) expectClose(values, at(toy, 'imputation', name, code));
    expect(imputed.size).toBe(3);
  });
});

describe('impute, ASEM', () => {
  const raw = vectors('asem_raw');
  const reference = vectors('asem_imputation');
  const cells = at<VectorTable>(raw, 'raw');
  const units = at<VectorTable>(raw, 'units');
  const codes = at<string[]>(raw, 'indicatorOrder');
  const groups = ['GDP_group', 'GDPpc_group', 'Pop_group', 'EurAsia_group'];
  const table: UnitTable = {
    ...tableOf(Object.fromEntries(codes.map((code) => [code, numbers(cells[code]!)]))),
    labels: new Map(groups.map((name) => [name, units[name] as string[]])),
  };

  it.each<[string, ImputeSpec]>([
    ['i_mean', { method: 'mean' }],
    ['i_median', { method: 'median' }],
    ...groups.flatMap((by): [string, ImputeSpec][] => [
      [`i_mean_grp.${by}`, { method: 'mean', by }],
      [`i_median_grp.${by}`, { method: 'median', by }],
    ]),
    ['row_mean_level2_normfirst', { method: 'row_mean', level: 2 }],
    ['row_mean_all_normfirst', { method: 'row_mean' }],
  ])('%s', (name, impute) => {
    const { imputed, raw: given } = score(table, asemScheme({ impute }));
    for (const [code, values] of imputed) {
      expectClose(values, at(reference, 'cases', name, code));
      // What was there is there still, bit for bit.
      const before = given.get(code)!;
      expect(before.every((x, row) => Number.isNaN(x) || Object.is(x, values[row]))).toBe(true);
    }
    expect(imputed.size).toBe(49);
  });

  const panel = at<VectorTable>(reference, 'panelInput');
  const panelCodes = ['LPI', 'Flights', 'ConSpeed', 'Pat'];
  it.each<[string, ImputeSpec]>([
    ['latest', { method: 'latest' }],
    ['latest_max1', { method: 'latest', max_steps: 1 }],
    ['constant', { method: 'constant' }],
    ['linear', { method: 'linear' }],
  ])('panel %s', (name, impute) => {
    const index = group('I', [
      ...panelCodes.map((code) => indicator(code)),
      indicator('always', 1, { impute: { method: 'none' } }),
    ]);
    const rows = panel['uCode']!.map((unit, i) => ({
      unit: unit as string,
      period: String(panel['Time']![i]),
      group: '',
    }));
    const columns = new Map(panelCodes.map((code) => [code, numbers(panel[code]!)]));
    // A column without gaps keeps rows in which all four are missing.
    columns.set('always', new Float64Array(rows.length).fill(1));
    const { imputed } = score({ rows, columns }, schemeOf(index, { impute }));
    const expected = at<VectorTable>(reference, 'panel', name);
    expect(expected['uCode']).toEqual(panel['uCode']);
    for (const code of panelCodes) expectClose(imputed.get(code), expected[code]!);
  });
});

describe('impute (R11)', () => {
  it('flags what it filled, and only that', () => {
    const { cells, imputed } = score(toyTable(), toyScheme({ method: 'mean' }));
    expect([...cells.get('x1')!]).toEqual([0, 0, 0, CELL.imputed, 0, 0]);
    expect(imputed.get('x1')![3]).toBe(28);
    expect(score(toyTable(), toyScheme({ method: 'none' })).cells.size).toBe(0);
  });

  it('says so in the explanation', () => {
    const scheme = toyScheme({ method: 'row_mean' });
    const [, , x1] = explain(score(toyTable(), scheme), scheme, 3);
    expect(x1!.steps.map(({ step, rule }) => [step, rule])).toEqual([
      ['raw', 'R1'],
      ['imputed', 'R13'],
      ['normalised', 'R21'],
    ]);
    expect(x1).toMatchObject({ part: 'used' });
    expect(x1!.steps[0]!.value).toBeNaN();
  });

  it('lets an indicator choose for itself', () => {
    const scheme = schemeOf(
      group('I', [indicator('x', 1, { impute: { method: 'median' } }), indicator('y')]),
    );
    const { imputed } = score(tableOf({ x: [1, 2, 9, NaN], y: [1, NaN, 3, 4] }), scheme);
    expect([...imputed.get('x')!]).toEqual([1, 2, 9, 2]);
    expect([...imputed.get('y')!]).toEqual([1, NaN, 3, 4]);
  });

  it('cannot impute a unit into the ranking, nor learn from one that is out', () => {
    const scheme = schemeOf(group('I', [indicator('x'), indicator('y'), indicator('z')]), {
      impute: { method: 'mean' },
      missing: { min_availability: 0.5, require_all_dimensions: false },
    });
    const { status, imputed, availability } = score(
      tableOf({ x: [1, 3, NaN, 800], y: [1, 2, 3, NaN], z: [1, 2, 3, NaN] }),
      scheme,
    );
    expect(status.map(({ kind }) => kind)).toEqual([
      'ranked',
      'ranked',
      'ranked',
      'low_availability',
    ]);
    expect([...imputed.get('x')!]).toEqual([1, 3, 2, 800]);
    expect([...imputed.get('y')!]).toEqual([1, 2, 3, NaN]);
    expect(availability[2]).toBe(2 / 3);
  });

  it('stays within peers and period', () => {
    const rows = ['a', 'b', 'c', 'd'].map((unit, i) => ({
      unit,
      period: i < 3 ? '2024' : '2025',
      group: i === 2 ? 'city' : 'county',
    }));
    const columns = new Map([
      ['x', Float64Array.of(4, NaN, NaN, NaN)],
      ['y', Float64Array.of(1, 2, 3, 4)],
    ]);
    const scheme = schemeOf(group('I', [indicator('x'), indicator('y')]), {
      impute: { method: 'mean' },
    });
    expect([...score({ rows, columns }, scheme).imputed.get('x')!]).toEqual([4, 4, NaN, NaN]);
  });

  it('leaves units without a word alone, and reports a column of words that is not there', () => {
    const scheme = toyScheme({ method: 'mean', by: 'G' });
    const labels = new Map([['G', ['a', 'a', 'a', '', 'a', '']]]);
    const { imputed } = score({ ...toyTable(), labels }, scheme);
    expect(imputed.get('x1')![3]).toBeNaN();
    expect(imputed.get('x2')![4]).toBe((5 + 5 + 3) / 3);
    const without = score(tableOf({ x1: [1, NaN], x2: [1, NaN], x3: [1, 2] }), scheme);
    expect(without.issues.filter(({ code }) => code === 'missing_column')).toMatchObject([
      { element: 'G' },
    ]);
    expect(without.imputed.get('x1')![1]).toBeNaN();
  });

  it('counts imputed values where a group asks for a minimum (R36)', () => {
    const index = group('I', [indicator('x'), indicator('y')], 1, 'arithmetic', {
      min_availability: 1,
    });
    const table = tableOf({ x: [1, 2, NaN], y: [1, 2, 3] });
    expect(score(table, schemeOf(index)).status[2]!.kind).toBe('not_computable');
    expect(score(table, schemeOf(index, { impute: { method: 'mean' } })).status[2]!.kind).toBe(
      'ranked',
    );
  });
});

describe('impute from the unit (R13)', () => {
  it('gives an indicator in which all are alike its one value', () => {
    const scheme = schemeOf(group('I', [indicator('x'), indicator('k')]), {
      impute: { method: 'row_median' },
    });
    const { imputed } = score(tableOf({ x: [0, 10, 5], k: [7, 7, NaN] }), scheme);
    expect(imputed.get('k')![2]).toBe(7);
  });

  it('finds the group at a level also where the tree is uneven', () => {
    const tree = group('I', [
      group('A', [group('A1', [indicator('x'), indicator('y')]), indicator('z')]),
      indicator('v'),
    ]);
    const table = tableOf({ x: [0, 10, NaN], y: [0, 10, 1], z: [0, 10, 5], v: [0, 10, 9] });
    const filled = (level?: number) =>
      score(
        table,
        schemeOf(tree, { impute: { method: 'row_mean', ...(level !== undefined && { level }) } }),
      ).imputed.get('x')![2];
    expect(filled(2)).toBeCloseTo(1, 14);
    expect(filled(3)).toBeCloseTo(3, 14);
    expect(filled(4)).toBeCloseTo(5, 14);
    expect(filled()).toBeCloseTo(5, 14);
  });
});

describe('impute from other periods (R14)', () => {
  const filled = (periods: readonly string[], x: readonly number[], impute: ImputeSpec) => {
    const rows = periods.map((period) => ({ unit: 'u', period, group: '' }));
    const columns = new Map([
      ['x', Float64Array.from(x)],
      ['y', new Float64Array(x.length).fill(1)],
    ]);
    const scheme = schemeOf(group('I', [indicator('x'), indicator('y')]), { impute });
    return [...score({ rows, columns }, scheme).imputed.get('x')!];
  };

  it('minds the distance of years, whatever their order in the table', () => {
    expect(filled(['2022', '2019', '2020'], [40, 10, NaN], { method: 'linear' })).toEqual([
      40, 10, 20,
    ]);
  });

  it('takes other periods as one step apart', () => {
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3'];
    expect(filled(quarters, [10, NaN, 40], { method: 'linear' })).toEqual([10, 25, 40]);
  });

  it('looks no further back than it may, and never ahead', () => {
    const years = ['2021', '2022', '2023', '2024'];
    const x = [NaN, 5, NaN, NaN];
    expect(filled(years, x, { method: 'latest' })).toEqual([NaN, 5, 5, 5]);
    expect(filled(years, x, { method: 'latest', max_steps: 1 })).toEqual([NaN, 5, 5, NaN]);
    expect(filled(years, x, { method: 'constant' })).toEqual([5, 5, 5, 5]);
    expect(filled(years, [NaN, NaN, NaN, NaN], { method: 'linear' })).toEqual([NaN, NaN, NaN, NaN]);
  });
});
