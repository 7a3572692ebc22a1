/** Widths as spreadsheets count them: a Chinese letter is as wide as two others. */

const WIDE =
  /[\u1100-\u115f\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u;
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Letters that one line of text takes. */
export function printedWidth(line: string): number {
  let width = 0;
  for (const letter of line) width += WIDE.test(letter) ? 2 : INVISIBLE.test(letter) ? 0 : 1;
  return width;
}

/** Letters that the longest line of any of the texts takes, within bounds. */
export function columnWidth(texts: Iterable<string>, least = 8, most = 60): number {
  let width = least;
  for (const text of texts)
    for (const line of text.split('\n')) width = Math.max(width, printedWidth(line) + 1);
  return Math.min(width, most);
}
