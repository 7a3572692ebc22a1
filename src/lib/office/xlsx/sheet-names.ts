/** Names of sheets as spreadsheets take them. */

const LONGEST = 31;

function clean(name: string): string {
  const text = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}[\]:*?/\\]+/gu, ' ')
    .replace(/^['\s]+|['\s]+$/gu, '')
    .replace(/\s+/gu, ' ');
  return shorten(text, LONGEST) || 'Sheet';
}

/** Counts as spreadsheets do, in UTF-16 units, and never halves a letter. */
function shorten(text: string, length: number): string {
  let short = '';
  for (const letter of text) {
    if (short.length + letter.length > length) break;
    short += letter;
  }
  return short.trimEnd();
}

/**
 * One name for each wish, in order: at most 31 letters, none of []:*?/\, no two alike whatever
 * their case. “History” is Excel's own.
 */
export function sheetNames(wishes: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return wishes.map((wish) => {
    const base = clean(wish);
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      const tail = ` (${count})`;
      name = shorten(base, LONGEST - tail.length) + tail;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
