/** Names and headings in one spelling, so that they can be compared. */
import { thinSpaces, toHalfWidth, withoutMarks } from './characters.ts';

/** Radicals that PDF files give in place of the ideographs that look the same. */
const RADICALS = /[\u2e80-\u2fdf]/g;
const WORD = /[\p{Script=Latin}\p{N}.,&]/u;

/**
 * A name without the spaces inside it and in half width: “椒 江 区（本级）” is 椒江区(本级). One
 * space stays between Latin words. Names that differ otherwise stay different.
 */
export function tidyName(text: string): string {
  const plain = toHalfWidth(withoutMarks(text))
    .replace(RADICALS, (char) => char.normalize('NFKC'))
    .normalize('NFC');
  const kept = thinSpaces(plain, (before, after) => WORD.test(before) && WORD.test(after));
  return kept.replace(/\s+/g, ' ');
}
