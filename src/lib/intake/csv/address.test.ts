import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAddress, columnLetters } from './address.ts';

test.each([
  [0, 'A'],
  [7, 'H'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

test('letters read as bijective base 26 give the column back', () => {
  fc.assert(
    fc.property(fc.nat(20_000), (index) => {
      const back = [...columnLetters(index)].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0);
      expect(back - 1).toBe(index);
    }),
  );
});

test('a cell is its column and its spreadsheet row', () => {
  expect(cellAddress(7, 17)).toBe('H17');
});
