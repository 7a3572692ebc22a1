/** Bytes of a text file to text: byte order mark, else UTF-8, else GB18030; nothing is guessed. */
import { firstBadLine } from '../../csv/decode.ts';
import { Refused } from '../refused.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Encodings without a mark, in the order they are tried. */
const PLAIN = ['utf-8', 'gb18030'] as const;

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Decodes a text file; refused with the first line that fits no encoding. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const mark = markOf(bytes);
  for (const encoding of mark === null ? PLAIN : [mark]) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  if (mark !== null && mark !== 'utf-8')
    throw new Refused('encoding', `${mark}: broken characters`);
  // The encoding that gets further is the one that was meant.
  const meant = mark === null ? PLAIN : [mark];
  const line = Math.max(...meant.map((encoding) => firstBadLine(bytes, encoding)));
  throw new Refused('encoding', `line ${line}: not ${meant.join(', not ')}`);
}
