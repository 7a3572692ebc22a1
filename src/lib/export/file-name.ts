/** What Windows, macOS and Linux forbid in names, and what shells and URLs stumble over. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|#%&{}$!'`@+=\s]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const MOST_LETTERS = 100;
/** Common file systems end at 255 bytes of UTF-8, of which a Chinese letter takes three. */
const MOST_BYTES = 230;

const EDGES = /^[-._~]+|[-._~]+$/gu;
/** A remark in brackets at the end of a part: (fictional), （示例方案）. */
const REMARK = /[-\s]*[(（][^()（）]*[)）]$/u;
const LAST_WORD = /-[^-]+$/u;
const DANGLING = /-(?:and|of|the)$/iu;

const letters = (text: string): number => [...text].length;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Parts that together have room in a name: remarks in brackets go first, then the last words of the
 * longest part; so the size at the end stays, and no word is cut in the middle while there are
 * several.
 */
function fitting(parts: readonly string[]): string[] {
  const fitted = parts.map((part) => [...part].slice(0, MOST_LETTERS).join(''));
  const isTooLong = () => {
    const joined = fitted.join('_');
    return letters(joined) > MOST_LETTERS || bytes(joined) > MOST_BYTES;
  };
  const longest = (which: (part: string) => boolean): number =>
    fitted.reduce(
      (most, part, i) =>
        which(part) && (most < 0 || letters(part) >= letters(fitted[most] ?? '')) ? i : most,
      -1,
    );
  for (let at = longest((part) => REMARK.test(part)); at >= 0 && isTooLong();) {
    fitted[at] = (fitted[at] ?? '').replace(REMARK, '');
    at = longest((part) => REMARK.test(part));
  }
  while (isTooLong()) {
    const at = longest(() => true);
    const part = fitted[at] ?? '';
    const shorter = part.replace(LAST_WORD, '').replace(DANGLING, '');
    fitted[at] = (shorter === part ? [...part].slice(0, -1).join('') : shorter).replace(EDGES, '');
  }
  return fitted.filter((part) => part !== '');
}

/**
 * A file name from parts and the edition's cut-off (an ISO day; the clock has no say):
 * `示例数据_能力指数排名_2025_20251231.png` for ["示例数据", "能力指数排名", "2025"].
 */
export function fileName(parts: readonly string[], cutoff: string, extension: string): string {
  const clean = [...parts, cutoff.replaceAll('-', '')]
    .map((part) => part.normalize('NFC').replace(FORBIDDEN, '-').replace(EDGES, ''))
    .filter((part) => part !== '');
  const day = clean[clean.length - 1] ?? '';
  const stem = [...fitting(clean.slice(0, -1)), day].filter((part) => part !== '').join('_');
  const named = stem === '' ? 'hengjian' : RESERVED.test(stem) ? `${stem}_` : stem;
  return `${named}.${extension}`;
}
