/** Cell references of a file: B7, A1:D3. */

/** Zero-based row and column of a reference like B7; null when it is none. */
export function parseReference(text: string): { row: number; column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < text.length && at < 4; at++) {
    const code = text.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const digits = text.slice(at);
  if (column === 0 || !/^\d{1,7}$/.test(digits) || Number(digits) === 0) return null;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Corners of a range like A1:D3; null when it is none. */
export function parseRange(text: string) {
  const [first = '', last = first] = text.split(':');
  const from = parseReference(first);
  const to = parseReference(last);
  if (!from || !to || to.row < from.row || to.column < from.column) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
