import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay, parsePeriod, previousPeriod } from './period.ts';

test.each([
  ['2025', 'year', '2025-01-01', '2025-12-31'],
  ['2016-Q3', 'quarter', '2016-07-01', '2016-09-30'],
  ['2022-03', 'month', '2022-03-01', '2022-03-31'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['1900-02', 'month', '1900-02-01', '1900-02-28'],
  ['2025-12-31', 'date', '2025-12-31', '2025-12-31'],
  ['2016-2020', 'span', '2016-01-01', '2020-12-31'],
  ['2017-04/2017-11', 'span', '2017-04-01', '2017-11-30'],
])('%s is a %s from %s to %s', (period, period_type, period_start, period_end) => {
  expect(parsePeriod(period)).toEqual({ period, period_type, period_start, period_end });
});

test.each([
  '',
  '25',
  '20225',
  '2025年',
  '2025-Q5',
  '2025-q1',
  '2025-13',
  '2025-00',
  '2023-02-29',
  '2025-1',
  '2025/03',
  '2020-2016',
  '2020-2020',
  '2017-11/2017-04',
  '2017-04/2017-13',
  '2017/2018',
  ' 2025',
  '1899',
  '2101',
  '２０２５',
])('%j is no period', (text) => {
  expect(parsePeriod(text)).toBeNull();
});

const year = fc.integer({ min: 1900, max: 2100 });
const two = (number: number) => String(number).padStart(2, '0');

/** Days by the platform's calendar, an independent implementation. */
const dayArbitrary = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day of the calendar is a period of itself, and the day after a month’s end is not in it', () => {
  fc.assert(
    fc.property(dayArbitrary, (day) => {
      expect(parsePeriod(day)).toMatchObject({ period_start: day, period_end: day });
      const end = parsePeriod(day.slice(0, 7))?.period_end ?? '';
      const next = new Date(Date.parse(end) + 86_400_000).toISOString();
      expect(next.slice(8, 10)).toBe('01');
      expect(isDay(day)).toBe(true);
    }),
  );
});

test('YYYY-MM-DD is accepted exactly when the calendar has that day', () => {
  fc.assert(
    fc.property(year, fc.nat(14), fc.nat(33), (y, m, d) => {
      const text = `${y}-${two(m)}-${two(d)}`;
      const date = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(parsePeriod(text) !== null).toBe(exists);
    }),
  );
});

test('quarters and months of a year lie end to end and fill it', () => {
  fc.assert(
    fc.property(year, (y) => {
      for (const names of [
        [1, 2, 3, 4].map((q) => `${y}-Q${q}`),
        Array.from({ length: 12 }, (_, m) => `${y}-${two(m + 1)}`),
      ]) {
        const parts = names.map((name) => parsePeriod(name));
        expect(parts[0]?.period_start).toBe(`${y}-01-01`);
        expect(parts.at(-1)?.period_end).toBe(`${y}-12-31`);
        for (const [index, part] of parts.slice(1).entries())
          expect(Date.parse(part?.period_start ?? '')).toBe(
            Date.parse(parts[index]?.period_end ?? '') + 86_400_000,
          );
      }
    }),
    { numRuns: 30 },
  );
});

test('a span is as long as its two ends, which must be in order', () => {
  fc.assert(
    fc.property(year, year, (a, b) => {
      const span = parsePeriod(`${a}-${b}`);
      expect(span).toEqual(
        a < b
          ? {
              period: `${a}-${b}`,
              period_type: 'span',
              period_start: `${a}-01-01`,
              period_end: `${b}-12-31`,
            }
          : null,
      );
    }),
  );
});

test('the previous period of the same kind ends the day before', () => {
  const spelled = fc.oneof(
    fc.integer({ min: 1901, max: 2100 }).map(String),
    fc
      .tuple(fc.integer({ min: 1901, max: 2100 }), fc.integer({ min: 1, max: 4 }))
      .map(([y, q]) => `${y}-Q${q}`),
    fc
      .tuple(fc.integer({ min: 1901, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${two(m)}`),
  );
  fc.assert(
    fc.property(spelled, (text) => {
      const period = parsePeriod(text);
      const before = period && parsePeriod(previousPeriod(period) ?? '');
      expect(before?.period_type).toBe(period?.period_type);
      expect(Date.parse(before?.period_end ?? '') + 86_400_000).toBe(
        Date.parse(period?.period_start ?? ''),
      );
    }),
  );
});

test('a day follows the same day of the year before; a span follows nothing', () => {
  const before = (text: string) => previousPeriod(parsePeriod(text) ?? fail(text));
  expect(before('2025-12-31')).toBe('2024-12-31');
  expect(before('2024-02-29')).toBe('2023-02-28');
  expect(before('2016-2020')).toBeNull();
});

function fail(text: string): never {
  throw new Error(`${text} is no period`);
}
