import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markVerbatim, verbatim } from './columns.ts';

const read = (text: string) => verbatim().parse(text);

test('a quoted text keeps its spaces and signs', () => {
  for (const text of [' 5 ', '-5', '＋3', '=1+2', '@x', "'5", '630余家', '\u3000', '-- ']) {
    expect(read(markVerbatim(text))).toEqual({ ok: true, value: text });
    expect(/^[=+\-@]/.test(markVerbatim(text))).toBe(false);
  }
});

test('a formula without its apostrophe is not taken', () => {
  for (const text of ['=1+2', '-5', ' =A1', '＝A1']) expect(read(text).ok).toBe(false);
});

test('any text without control characters is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const result = read(markVerbatim(text));
      expect(result).toEqual({ ok: true, value: text });
    }),
  );
});
