import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './number.ts';

test.each([
  ['0', 0],
  ['-0', 0],
  ['1234.5', 1234.5],
  ['-5.2', -5.2],
  ['0.000', 0],
  ['123456789012345', 123456789012345],
])('%s is the number %d', (text, value) => {
  expect(parseNumber(text)).toEqual({ ok: true, value });
});

test.each([
  ['=1+1', 'number_formula'],
  ['@SUM(A1)', 'number_formula'],
  ['+A1', 'number_formula'],
  ['1 234', 'number_space', '1234'],
  ['12\u00a0', 'number_space', '12'],
  ['12\u200b', 'number_space', '12'],
  ['１２．５', 'number_fullwidth', '12.5'],
  ['十余', 'number_hedged'],
  ['近百', 'number_hedged'],
  ['两百', 'number_fullwidth', '0-9'],
  ['1,234,567.5', 'number_thousands', '1234567.5'],
  ['１，２３４', 'number_thousands', '1234'],
  ['98.5%', 'number_unit'],
  ['2.5亿元', 'number_unit'],
  ['8 项', 'number_unit'],
  ['-', 'number_placeholder'],
  ['……', 'number_placeholder'],
  ['n/a', 'number_placeholder'],
  ['1e3', 'number_format'],
  ['.5', 'number_format'],
  ['5.', 'number_format'],
  ['+5', 'number_format'],
  ['007', 'number_format'],
  ['1.2.3', 'number_format'],
  ['1234567890.1234567', 'number_precision'],
])('%s is refused as %s', (text, code, suggestion = '') => {
  expect(parseNumber(text)).toEqual({ ok: false, code, suggestion });
});

test('every plain decimal of up to 15 digits is read as the nearest double', () => {
  const decimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(99_999_999));
  fc.assert(
    fc.property(decimal, ([whole, fraction]) => {
      const text = `${whole}.${fraction}`;
      expect(parseNumber(text)).toEqual({ ok: true, value: Number(text) === 0 ? 0 : Number(text) });
    }),
  );
});

test('nothing but a plain decimal is accepted, whatever the characters', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'0123456789.-+, e%万余１５—/') });
  const isPlain = (text: string) => {
    const [, whole, fraction] = /^-?(\d+)(\.\d+)?$/.exec(text) ?? [];
    if (whole === undefined || (whole.length > 1 && whole.startsWith('0'))) return false;
    return (whole + (fraction ?? '.').slice(1)).replace(/^0+/, '').length <= 15;
  };
  fc.assert(
    fc.property(noise, (text) => {
      expect(parseNumber(text).ok).toBe(isPlain(text));
    }),
    { numRuns: 1000 },
  );
});
