/** What rounding, overflow and misspelling must not decide: found by readers who recomputed. */
import { describe, expect, it } from 'vitest';
import type { SchemeIndicator, TreatSpec } from '#lib/model/index.ts';
import { score } from './score.ts';
import { group, indicator, schemeOf, tableOf } from './testing/schemes.ts';

const one = (more: Partial<SchemeIndicator> = {}) => group('I', [indicator('x', 1, more)]);
const list = (column: ArrayLike<number> | undefined) => Array.from(column ?? []);

describe('rounding', () => {
  it('does not set equal rates apart: 1/10, 7/70 and 3/30 per thousand (R10)', () => {
    const index = group('I', [
      indicator('x', 1, { denominator: 'people', scale_factor: 1000 }),
      indicator('y'),
    ]);
    const table = tableOf({ x: [1, 7, 3], people: [10, 70, 30], y: [5, 5.1, 5.2] });
    const result = score(table, schemeOf(index));
    expect(list(result.denominated.get('x'))).toEqual([100, 100, 100]);
    expect(result.issues.map(({ code }) => code)).toEqual(['constant_indicator']);
    expect(list(result.ranks.get('I'))).toEqual([3, 2, 1]);
  });

  it('does not set decimal rates apart either: 0.3/3 and 0.1/1', () => {
    const index = one({ denominator: 'people', normalise: { method: 'rank' } });
    const { normalised } = score(tableOf({ x: [0.3, 0.1, 9], people: [3, 1, 1] }), schemeOf(index));
    expect(list(normalised.get('x'))).toEqual([1, 1, 3]);
  });

  it('keeps a unit that is exactly at the share of values that are not zero (R8)', () => {
    const codes = ['a', 'b', 'c', 'd', 'e'];
    const index = group(
      'I',
      codes.map((code) => indicator(code)),
    );
    const columns = Object.fromEntries(codes.map((code) => [code, [code === 'a' ? 1 : 0, 2]]));
    const missing = { min_availability: 0, require_all_dimensions: false, min_nonzero: 0.2 };
    const { status } = score(tableOf(columns), schemeOf(index, { missing }));
    expect(status.map(({ kind }) => kind)).toEqual(['ranked', 'ranked']);
  });

  it('takes an imputed value for the given one that it is but for its last bit (R11)', () => {
    const index = group('I', [
      indicator('x', 1, { impute: { method: 'mean' }, normalise: { method: 'rank' } }),
      indicator('y'),
    ]);
    // The mean of 0.1, 0.2 and 0.3 is 0.2, and 0.20000000000000004 in doubles.
    const { imputed, normalised } = score(
      tableOf({ x: [0.1, 0.2, 0.3, NaN], y: [1, 2, 3, 4] }),
      schemeOf(index),
    );
    expect(imputed.get('x')![3]).toBe(0.2);
    expect(list(normalised.get('x'))).toEqual([1, 2, 4, 2]);
  });
});

describe('digits', () => {
  const treated = (treat: TreatSpec, x: number[]) =>
    list(score(tableOf({ x }), schemeOf(one({ treat }))).normalised.get('x'));

  it('of values far below 1 survive log_plus1 and Box-Cox (R17)', () => {
    const tiny = [0, 1e-12, 2e-12, 4e-12];
    for (const transform of ['log_plus1', 'boxcox'] as const)
      treated({ method: 'transform', transform, lambda: 0.5 }, tiny).forEach((y, i) =>
        expect(y).toBeCloseTo([0, 25, 50, 100][i]!, 8),
      );
  });

  it('of values whose range is beyond the largest double are not lost (R21)', () => {
    const huge = tableOf({ x: [1e308, -1e308, 0] });
    expect(list(score(huge, schemeOf(one())).normalised.get('x'))).toEqual([100, 0, 50]);
    const distance = one({ normalise: { method: 'distance_to_max' } });
    expect(list(score(huge, schemeOf(distance)).normalised.get('x'))).toEqual([100, 0, 50]);
  });
});

describe('force', () => {
  const force = (x: number[], winsorise_max: number) =>
    score(
      tableOf({ x }),
      schemeOf(
        one({
          treat: {
            method: 'outliers',
            skewness: 0.5,
            force: true,
            winsorise_max,
            transform: 'none',
          },
        }),
      ),
    );

  it('winsorises up to the limit where the rule cannot tell (R16)', () => {
    const result = force([1, 2, 40], 1);
    expect(list(result.treated.get('x'))).toEqual([1, 2, 2]);
    expect(result.treatments[0]?.winsorised?.cells).toBe(1);
    expect(list(result.cells.get('x'))).toEqual([0, 0, 2]);
  });

  it('leaves a column as given that it would make all equal, and says that it did nothing', () => {
    const result = force([1, 2, 3, 5, 40], 5);
    expect(list(result.treated.get('x'))).toEqual([1, 2, 3, 5, 40]);
    expect(result.treatments[0]?.winsorised).toBeNull();
  });

  it('names units of its lists that the table lacks (R9)', () => {
    const missing = {
      min_availability: 0,
      require_all_dimensions: false,
      force: { include: ['u1'], exclude: ['u9'] },
    };
    const { issues } = score(tableOf({ x: [1, 2] }), schemeOf(one(), { missing }));
    expect(issues).toEqual([
      { code: 'unknown_unit', element: 'I', group: '', period: null, unit: 'u9' },
    ]);
  });
});
