/** Text that any XML reader accepts. */

function isForbidden(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

/**
 * One line: breaks and tabs become spaces; letters that XML 1.0 forbids even when escaped, and
 * halves of surrogate pairs, become the replacement character. Markup stays as typed; whoever
 * writes the XML escapes it.
 */
export function xmlText(text: string): string {
  const line = text.replace(/[\r\n\t\u2028\u2029]+/gu, ' ');
  return [...line].map((letter) => (isForbidden(letter) ? '\ufffd' : letter)).join('');
}

/** For element content and double-quoted attributes. */
export const escapeXml = (text: string): string =>
  xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
