import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

it('leaves good names as they are, and mends the others', () => {
  expect(sheetNames(['填报', '填报', "'a'b'", 'a/b:c?', '', '\u0000', 'History'])).toEqual([
    '填报',
    '填报 (2)',
    "a'b",
    'a b c',
    'Sheet',
    'Sheet (2)',
    'History (2)',
  ]);
  expect(sheetNames(['x'.repeat(40), 'X'.repeat(40)])).toEqual([
    'x'.repeat(31),
    'X'.repeat(27) + ' (2)',
  ]);
});

it('gives names that spreadsheets take, none twice, and changes none of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 })), (wishes) => {
      const names = sheetNames(wishes);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wishes.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        expect(() => encodeURIComponent(name)).not.toThrow();
      }
      expect(sheetNames(names)).toEqual(names);
    }),
  );
});
