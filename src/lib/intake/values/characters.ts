/** Characters that look alike: full-width forms, the many spaces, and what cannot be seen at all. */

/** Marks without width that come along when text is copied; they never change what is read. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a\u202c\u202d\u2060\u2066\u2069\ufeff]/g;
const SPACES = /\s+/g;
const MINUS = /[\u2212\ufe63\u207b]/g;

/** Digits, letters and signs of full width as their ASCII forms; the ideographic space is no sign. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(MINUS, '-')
    .replace(/\uffe5/g, '¥');

/** The text without invisible marks; the apostrophe by which spreadsheets mark text goes as well. */
export const withoutMarks = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/^\s*['＇]/, '');

/** The text without any space, line break or tab. */
export const withoutSpaces = (text: string): string => text.replace(SPACES, '');

/** Outer spaces go, inner ones stay only where `keep` says so of the characters on either side. */
export const thinSpaces = (
  text: string,
  keep: (before: string, after: string) => boolean,
): string =>
  text.trim().replace(SPACES, (space, at: number, whole: string) => {
    const before = whole.charAt(at - 1);
    return keep(before, whole.charAt(at + space.length)) ? space : '';
  });
