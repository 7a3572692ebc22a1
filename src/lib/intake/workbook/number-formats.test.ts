import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInFormat, isDayFormat, shownText } from './number-formats.ts';

test.each([
  'yyyy-mm-dd',
  'yyyy"年"m"月"',
  '[$-804]yyyy"年"m"月"d"日"',
  '[DBNum1][$-804]m"月"',
  'm/d/yy h:mm',
  '[Red]mmm',
  'd-mmm',
])('%s shows a day', (format) => {
  expect(isDayFormat(format)).toBe(true);
});

test.each([
  'General',
  '0.00',
  '0.00E+00',
  'h:mm',
  '[h]:mm',
  'mm:ss',
  '"day"0',
  '0\\d',
  '@',
  '#,##0_d',
])('%s shows none', (format) => {
  expect(isDayFormat(format)).toBe(false);
});

test('numbered formats: the common ones and the Chinese ones', () => {
  expect([9, 14, 31, 49, 4711].map(builtInFormat)).toEqual([
    '0%',
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    '@',
    'General',
  ]);
});

test('short numbers are shown as the library shows them', () => {
  const library = SSF as { format(code: string, value: number): string };
  const short = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 1000),
    fc.integer({ min: -999_999, max: 999_999 }).map((n) => n / 100_000),
  );
  fc.assert(
    fc.property(short, (value) => {
      expect(shownText(value, 'General', false)).toBe(library.format('General', value));
    }),
    { numRuns: 2_000 },
  );
});
