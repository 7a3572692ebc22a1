/** The reference tables of COINr 1.1.14 (../vectors, MIT): outliers, and the whole default pipeline. */
import { describe, expect, it } from 'vitest';
import { CELL } from '#lib/model/index.ts';
import type { ScoreResult, TreatSpec } from '#lib/model/index.ts';
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
