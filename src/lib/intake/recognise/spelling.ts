/** Headings and names in the one spelling by which they are looked up. */
import { tidyName } from '../values/tidy-name.ts';

/** Words that office usage shortens, always to the same thing. */
const SHORT_FOR: readonly (readonly [RegExp, string])[] = [
  [/强检/g, '强制检定'],
  [/的/g, ''],
];

/**
 * One spelling for texts that differ in width, spaces, case or a 的; 强检 is 强制检定. A slash inside
 * becomes ／, since / stands between the rows of a header. Other texts stay different.
 */
export function spell(text: string): string {
  const tidy = tidyName(text).toLowerCase().replace(/\//g, '／');
  return SHORT_FOR.reduce((spelled, [word, full]) => spelled.replace(word, full), tidy);
}
