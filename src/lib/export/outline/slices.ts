import ranges from '@fontsource/noto-sans-sc/unicode.json';

/** Slices by code point, in the order of the font's style sheet. */
let claims: Map<number, string[]> | undefined;

function allClaims(): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const [key, range] of Object.entries(ranges)) {
    const slice = key.replace(/[[\]]/gu, '');
    for (const part of range.split(',')) {
      const [first = 0, last = first] = part
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16));
      for (let code = first; code <= last; code++)
        found.set(code, [...(found.get(code) ?? []), slice]);
    }
  }
  return found;
}

/**
 * The slices of the font (`latin`, `119`, …) that may hold one of these characters, those first
 * that a browser would take first: of two that name a character, the later in the style sheet.
 * Some name characters they do not have, so that the next must be asked.
 */
export function slicesFor(text: string): string[] {
  claims ??= allClaims();
  const wanted = new Set<string>();
  for (const letter of text)
    for (const slice of claims.get(letter.codePointAt(0) ?? 0) ?? []) wanted.add(slice);
  return Object.keys(ranges)
    .map((key) => key.replace(/[[\]]/gu, ''))
    .filter((slice) => wanted.has(slice))
    .reverse();
}
