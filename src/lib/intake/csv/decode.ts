/** Bytes to text. UTF-8 only: guessing an encoding would turn wrong characters into data. */

export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** `line` is the first line (from 1) whose bytes are not UTF-8; `looksLike` a likely encoding. */
  | { readonly ok: false; readonly line: number; readonly looksLike: string };

const startsWith = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/** Line (from 1) of the first byte sequence that is not of the encoding (a line end is one byte). */
export function firstBadLine(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030' = 'utf-8'): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function guessEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GB18030';
  } catch {
    return '?';
  }
}

/**
 * Decodes a table file. A UTF-8 byte order mark (Excel's “CSV UTF-8”) is dropped; UTF-16 and every
 * other encoding is refused with the line where it shows.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return { ok: false, line: 1, looksLike: 'UTF-16' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, line: firstBadLine(bytes), looksLike: guessEncoding(bytes) };
  }
}
