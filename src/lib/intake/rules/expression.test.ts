import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, formatLinear, indicatorsOf, parseLinear, parseRatio } from './expression.ts';

const values = new Map([
  ['TZ3A', 4],
  ['TZ3B', 12],
  ['TZ3D', 19],
  ['F_JL_003', 20],
]);
const read = (indicator: string) => values.get(indicator) ?? null;
const valueOf = (text: string) => evaluate(parseLinear(text) ?? [], read);

test.each([
  ['TZ3A', 4],
  ['TZ3A+TZ3B', 16],
  ['TZ3D - TZ3A - TZ3B', 3],
  ['-TZ3A + 62', 58],
  ['F_JL_003+0.5', 20.5],
])('%s comes to %d', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test('one missing indicator makes the whole expression missing, not smaller', () => {
  expect(valueOf('TZ3A+TZ9')).toBeNull();
});

test.each([[''], ['TZ1 TZ2'], ['TZ1+'], ['TZ1++TZ2'], ['TZ1*2'], ['(TZ1)'], ['2TZ'], ['TZ1;x']])(
  '%j is no expression',
  (text) => {
    expect(parseLinear(text)).toBeNull();
  },
);

test.each([['TZ3A+TZ3B/TZ3D'], ['(TZ3A+TZ3B) / TZ3D'], ['(TZ3A + TZ3B) ÷ (TZ3D)']])(
  '%s divides the whole sum',
  (text) => {
    const ratio = parseRatio(text);
    expect(evaluate(ratio?.numerator ?? [], read)).toBe(16);
    expect(evaluate(ratio?.denominator ?? [], read)).toBe(19);
  },
);

test.each([['TZ3A'], ['TZ3A/TZ3B/TZ3D'], ['/TZ3D'], ['TZ3A/']])('%j is no ratio', (text) => {
  expect(parseRatio(text)).toBeNull();
});

test('printing and reading an expression gives its terms and its value back', () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/);
  const term = fc.record({
    sign: fc.constantFrom<1 | -1>(1, -1),
    indicator: code,
    constant: fc.constant(1),
  });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
      const text = formatLinear(terms);
      expect(parseLinear(text)).toEqual(terms);
      const byHand = terms.reduce((sum, { sign, indicator }) => sum + sign * indicator.length, 0);
      expect(evaluate(terms, (indicator) => indicator.length)).toBe(byHand);
      expect(indicatorsOf(terms)).toEqual([...new Set(terms.map(({ indicator }) => indicator))]);
    }),
  );
});
