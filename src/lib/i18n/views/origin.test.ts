import { expect, test } from 'vitest';
import { CONVERSIONS } from '#lib/intake/values/read-value.ts';
import { LOCALES, QUALIFIERS } from '#lib/model/index.ts';
import { originMessages } from './origin.ts';

test.each(LOCALES)('every rule and every hedge has words of its own in %s', (locale) => {
  const { conversions, qualifiers } = originMessages(locale);
  expect(Object.keys(conversions).sort()).toEqual([...CONVERSIONS].sort());
  expect(Object.keys(qualifiers).sort()).toEqual([...QUALIFIERS].sort());
  const words = [...Object.values(conversions), ...Object.values(qualifiers)];
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).not.toMatch(/^\s*$/);
});
