import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sqlLiteral } from './literal.ts';

it('writes whole numbers as integers and others as doubles, exactly', () => {
  expect([0, -0, 5, -5, 2 ** 53 - 1].map(sqlLiteral)).toEqual([
    '0',
    '0',
    '5',
    '-5',
    '9007199254740991',
  ]);
  expect([0.1, -2.5, 1e300, 5e-324, 2 ** 53].map(sqlLiteral)).toEqual([
    '1e-1',
    '-2.5e+0',
    '1e+300',
    '5e-324',
    '9.007199254740992e+15',
  ]);
  expect([NaN, Infinity, -Infinity].map(sqlLiteral)).toEqual([
    "'NaN'::DOUBLE",
    "'Infinity'::DOUBLE",
    "'-Infinity'::DOUBLE",
  ]);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(sqlLiteral(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

it('writes booleans and missing values as words', () => {
  expect([true, false, null].map(sqlLiteral)).toEqual(['TRUE', 'FALSE', 'NULL']);
});

it('lets no text out of its quotes', () => {
  expect(sqlLiteral("it's")).toBe("'it''s'");
  expect(sqlLiteral("'); DROP TABLE observation; --")).toBe("'''); DROP TABLE observation; --'");
  expect(sqlLiteral('a\0b')).toBe("'a' || chr(0) || 'b'");
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '"', '\\', '\0', ';', 'a', '计') }),
      (text) => {
        const literal = sqlLiteral(text);
        // What a scanner that knows nothing but quotes reads back.
        const parts = literal.match(/'(?:[^']|'')*'/g) ?? [];
        const glue = literal.replaceAll(/'(?:[^']|'')*'/g, '|');
        expect(glue).toBe(parts.map(() => '|').join(' || chr(0) || '));
        expect(parts.map((part) => part.slice(1, -1).replaceAll("''", "'")).join('\0')).toBe(text);
      },
    ),
  );
});
