/** What Windows, macOS and Linux forbid in names, and what shells and URLs stumble over. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|#%&{}$!'`@+=\s]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const MOST_LETTERS = 100;

/**
 * A file name from parts and the edition's cut-off (an ISO day; the clock has no say):
 * `示例数据_能力指数排名_2025_20251231.png` for ["示例数据", "能力指数排名", "2025"].
 */
export function fileName(parts: readonly string[], cutoff: string, extension: string): string {
  const clean = [...parts, cutoff.replaceAll('-', '')]
    .map((part) =>
      part
        .normalize('NFC')
        .replace(FORBIDDEN, '-')
        .replace(/^[-._~]+|[-._~]+$/gu, ''),
    )
    .filter((part) => part !== '');
  const day = clean[clean.length - 1] ?? '';
  const head = [...clean.slice(0, -1).join('_')].slice(0, MOST_LETTERS).join('');
  const stem = [head, day].filter((part) => part !== '').join('_');
  const named = stem === '' ? 'hengjian' : RESERVED.test(stem) ? `${stem}_` : stem;
  return `${named}.${extension}`;
}
