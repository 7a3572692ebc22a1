import { describe, expect, it } from 'vitest';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, expectClose, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';

describe('denominate (R10)', () => {
  const scheme = (scale?: number) =>
    schemeOf(
      group('I', [
        indicator('x', 1, {
          denominator: 'people',
          ...(scale !== undefined && { scale_factor: scale }),
        }),
        indicator('y'),
      ]),
    );

  it('divides by the denominator over its scale', () => {
    const table = tableOf({ x: [10, 6], people: [4000, 3000], y: [1, 2] });
    expect([...score(table, scheme()).denominated.get('x')!]).toEqual([0.0025, 0.002]);
    expect([...score(table, scheme(1000)).denominated.get('x')!]).toEqual([2.5, 2]);
    const result = score(table, scheme());
    expect(result.raw.get('x')![0]).toBe(10);
    expect(result.denominated.get('y')).toBe(result.raw.get('y'));
    expect([...result.normalised.get('x')!]).toEqual([100, 0]);
  });

  it('is missing where either is, and where the denominator is zero, which is reported', () => {
    const result = score(
      tableOf({ x: [NaN, 6, 5, 8], people: [4, NaN, 0, 2], y: [1, 2, 3, 4] }),
      scheme(),
    );
    expect([...result.denominated.get('x')!]).toEqual([NaN, NaN, NaN, 4]);
    expect([...result.availability]).toEqual([0.5, 0.5, 0.5, 1]);
    expect(result.issues[0]).toEqual({
      code: 'zero_denominator',
      element: 'x',
      group: 'county',
      period: '2025',
      unit: 'u3',
    });
  });

  it('is missing for everyone without the column, which is reported', () => {
    const { denominated, issues } = score(tableOf({ x: [1, 2], y: [1, 2] }), scheme());
    expect([...denominated.get('x')!]).toEqual([NaN, NaN]);
    expect(issues[0]).toMatchObject({ code: 'missing_column', element: 'people' });
  });

  it('agrees with the reference on ASEM', () => {
    const raw = vectors('asem_raw');
    const meta = at<Record<string, (string | null)[]>>(raw, 'iMeta');
    const codes = at<string[]>(raw, 'indicatorOrder');
    const denominatorOf = (code: string) => meta['Denominator']![meta['iCode']!.indexOf(code)];
    const index = group(
      'I',
      codes.map((code) => {
        const denominator = denominatorOf(code);
        return indicator(code, 1, { ...(denominator && { denominator }) });
      }),
    );
    const columns = { ...at<VectorTable>(raw, 'units'), ...at<VectorTable>(raw, 'raw') };
    const names = [...codes, 'Area', 'Energy', 'GDP', 'Population'];
    const table = tableOf(Object.fromEntries(names.map((name) => [name, numbers(columns[name]!)])));
    const { denominated } = score(table, schemeOf(index));
    for (const code of codes)
      expectClose(denominated.get(code), at(vectors('asem_pipeline_default'), 'Denominated', code));
    expect(codes.filter(denominatorOf).length).toBeGreaterThan(5);
  });
});
