import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme, SchemeIndicator, UnitTable } from '#lib/model/index.ts';
import { score, smallestRise } from '#lib/scoring/index.ts';
import { group, indicator, schemeOf } from '#lib/scoring/testing/schemes.ts';
import { reportOf } from '../report.ts';
import { shownRise } from './shown-rise.ts';

const tableOf = (columns: Readonly<Record<string, readonly number[]>>): UnitTable => ({
  rows: Object.values(columns)[0]!.map((_, i) => ({ unit: `u${i}`, period: '', group: '' })),
  columns: new Map(Object.entries(columns).map(([code, xs]) => [code, Float64Array.from(xs)])),
});

/** Rises of the last unit, with what is shown of them. */
function risesOf(table: UnitTable, scheme: Scheme) {
  const row = table.rows.length - 1;
  const source = { file: '', edition: null, layer: null };
  const report = reportOf(score(table, scheme), scheme, { table, names: new Map(), source }, null);
  const found = smallestRise(table, scheme, row);
  if (found.kind !== 'rises') return [];
  return found.rises.map((rise) => ({
    ...rise,
    goal: found.to,
    shown: shownRise(report, row, rise, found.to),
  }));
}

const placeWith = (table: UnitTable, scheme: Scheme, code: string, x: number) => {
  const row = table.rows.length - 1;
  const columns = new Map(table.columns).set(code, table.columns.get(code)!.with(row, x));
  return score({ ...table, columns }, scheme).ranks.get('I')![row]!;
};

const schemeWith = (...indicators: readonly SchemeIndicator[]) =>
  schemeOf(group('I', indicators), {
    normalise: {
      scope: 'period',
      range: [0, 100],
      default: { method: 'goalposts', low: 0, high: 100 },
    },
  });

describe('what is printed of a rise', () => {
  it('is rounded towards improvement: 33.3333 would not beat a third, 33.3334 does', () => {
    const scheme = schemeWith(indicator('a'));
    const table = tableOf({ a: [100 / 3, 20.5] });
    const [rise] = risesOf(table, scheme);
    expect(rise!.shown).toEqual({ needed_rounded: 33.3334, rise_rounded: 12.8334 });
    expect(placeWith(table, scheme, 'a', 33.3333)).toBe(2);
    expect(placeWith(table, scheme, 'a', 33.3334)).toBe(1);
  });

  it('downwards where less is better', () => {
    const scheme = schemeWith(indicator('a', 1, { direction: -1 }));
    const [rise] = risesOf(tableOf({ a: [200 / 3, 80] }), scheme);
    expect(rise!.shown).toEqual({ needed_rounded: 66.6666, rise_rounded: 13.3334 });
  });

  it('has more decimals where four would go beyond what is possible', () => {
    const scheme = schemeWith(indicator('a', 1, { value_range: [0, 33.33335] }));
    const [rise] = risesOf(tableOf({ a: [100 / 3, 20.5] }), scheme);
    expect(rise!.shown.needed_rounded).toBe(33.33334);
  });

  it('keeps four digits of small values, and nothing where nothing is gained', () => {
    const small = schemeWith(
      indicator('a', 1, { normalise: { method: 'goalposts', low: 0, high: 1e-6 } }),
      indicator('b', 1, { value_range: [0, 20] }),
    );
    const [a, b] = risesOf(tableOf({ a: [1e-7 / 3, 1e-8], b: [20, 20] }), small);
    expect(a!.shown.needed_rounded).toBe(3.334e-8);
    expect(b!.shown).toEqual({ needed_rounded: null, rise_rounded: null });
  });

  it('gains the place asked for, within the cap, and is never below what is needed (10,000 cases)', () => {
    const scheme = schemeWith(indicator('a'), indicator('b', 2, { direction: -1 }));
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    const column = fc.array(value, { minLength: 3, maxLength: 3 });
    let gained = 0;
    fc.assert(
      fc.property(column, column, (a, b) => {
        const table = tableOf({ a, b });
        for (const { indicator: code, value: now, outcome, cap, goal, shown } of risesOf(
          table,
          scheme,
        )) {
          if (outcome.kind !== 'gains') continue;
          gained++;
          const needed = shown.needed_rounded!;
          const sign = Math.sign(outcome.needed - now);
          expect(placeWith(table, scheme, code, needed)).toBeLessThanOrEqual(goal);
          expect((needed - outcome.needed) * sign).toBeGreaterThanOrEqual(0);
          expect((cap.value - needed) * sign).toBeGreaterThanOrEqual(0);
          expect(shown.rise_rounded!).toBeGreaterThanOrEqual(Math.abs(needed - now) * (1 - 1e-15));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(gained).toBeGreaterThan(1000);
  });
});
