const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** What XML 1.0 forbids even when escaped; one such letter makes a whole SVG unreadable. */
function isForbidden(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  return isHigh(code) || isLow(code) || code === 0xfffe || code === 0xffff;
}

/**
 * A label as one line that any XML reader accepts: line breaks and tabs become spaces, forbidden
 * letters and halves of surrogate pairs the replacement character. Markup stays as typed; the
 * writers of SVG and HTML escape it.
 */
export function cleanText(text: string): string {
  const line = text.replace(/[\r\n\t\u2028\u2029]+/gu, ' ');
  return [...line].map((letter) => (isForbidden(letter) ? '\ufffd' : letter)).join('');
}

/** Text for element content and double-quoted attributes of SVG. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}

/**
 * A line of text that the chart library may look up in its caches. Those are plain objects: for a
 * label such as `constructor` or `__proto__` they find what every object inherits, and write to it.
 * An unseen joint makes such a word a different one.
 */
export function drawableLine(text: string): string {
  const clean = cleanText(text);
  return clean in Object.prototype ? `${clean.slice(0, 1)}\u2060${clean.slice(1)}` : clean;
}
