/** The answers a reader gave, as the text of a mapping file, kept in this browser. */
const KEY = 'hengjian:mapping';

export function readKeptMapping(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing. */
export function keepMapping(text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}
