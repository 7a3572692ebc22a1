import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImputeSpec, NormaliseSpec, Scheme, TreatSpec, UnitTable } from '#lib/model/index.ts';
import { score } from '../score.ts';
import { group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { cellsOf, outcomeOf } from './cell.ts';
import { quickOutcome } from './quick.ts';
import { RUNS, TIMEOUT } from './testing.ts';

const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const column = fc.array(value, { minLength: 6, maxLength: 6 });
const methods: readonly NormaliseSpec[] = [
  { method: 'minmax' },
  { method: 'zscore' },
  { method: 'percentile_rank' },
  { method: 'fraction_of_max' },
  { method: 'goalposts', low: 1, high: 20, log10: true },
];
const treats: readonly TreatSpec[] = [
  { method: 'none' },
  { method: 'outliers', skewness: 0.5, kurtosis: 0.5, winsorise_max: 1 },
];
const imputes: readonly ImputeSpec[] = [{ method: 'none' }, { method: 'mean' }];

const cases = fc.record({
  columns: fc.array(column, { minLength: 4, maxLength: 4 }),
  normalise: fc.constantFrom(...methods),
  treat: fc.constantFrom(...treats),
  impute: fc.constantFrom(...imputes),
  aggregate: fc.constantFrom('arithmetic' as const, 'geometric' as const, 'copeland' as const),
  scope: fc.constantFrom('panel' as const, 'period' as const),
  at: fc.integer({ min: 0, max: 35 }),
});

describe('quickOutcome', () => {
  it(
    'is what score gives, to the last bit, or null',
    () => {
      let answered = 0;
      fc.assert(
        fc.property(
          cases,
          ({ columns: [x, y, z, n], normalise, aggregate, scope, at, ...more }) => {
            const inner = group('D', [indicator('x', 2, { denominator: 'n' }), indicator('y')]);
            const scheme: Scheme = schemeOf(group('I', [inner, indicator('z')], 1, aggregate), {
              ...more,
              normalise: { scope, range: [1, 100], default: normalise },
            });
            const whole = tableOf({ x: x!, y: y!, z: z!, n: n!.map((d) => d + 1) });
            const rows = whole.rows.map((of, i) => (i < 4 ? of : { ...of, period: '2024' }));
            const table: UnitTable = { ...whole, rows };
            const base = score(table, scheme);
            for (const cell of cellsOf(table, scheme, 0)) {
              const quick = Number.isNaN(cell.value) ? null : quickOutcome(cell, base);
              if (!quick) continue;
              answered++;
              const { place, score: points } = outcomeOf(cell, at);
              const found = quick(at);
              if (found.place !== place || !Object.is(found.score, points))
                expect([cell.indicator.code, found]).toEqual({ place, score: points });
            }
          },
        ),
        RUNS,
      );
      expect(answered).toBeGreaterThan(RUNS.numRuns / 2);
    },
    TIMEOUT,
  );

  it('is null where a value can change more than its own way up', () => {
    const table = tableOf({ x: [1, 2, 3], y: [3, 1, 2] });
    const isQuick = (scheme: Scheme) =>
      quickOutcome(cellsOf(table, scheme, 0)[0]!, score(table, scheme)) !== null;
    const index = group('I', [indicator('x'), indicator('y')]);
    expect(isQuick(schemeOf(index))).toBe(true);
    expect(isQuick(schemeOf(index, { impute: { method: 'row_mean' } }))).toBe(false);
    expect(isQuick(schemeOf({ ...index, weigh: { method: 'pca' } }))).toBe(false);
    expect(isQuick(schemeOf({ ...index, weigh: { method: 'equal' } }))).toBe(true);
    const twice = group('I', [indicator('x'), indicator('z', 1, { column: 'x' })]);
    expect(isQuick(schemeOf(twice))).toBe(false);
    const missing = { min_availability: 0, require_all_dimensions: false, min_nonzero: 0.1 };
    expect(isQuick(schemeOf(index, { missing }))).toBe(false);
  });
});
