/** What ECharts' SVG needs before it can be saved, embedded and read aloud. */
import { escapeXml, TOKENS } from '#lib/charts/index.ts';

/**
 * Ids count up over a process (`zr3-p0`) and hover styles are of no use in a picture; both go, so
 * that equal charts are equal bytes. Unpainted paths only catch the pointer. `dominant-baseline` is unknown to office programs, which
 * would draw every label half a line too high; the shift is written as `dy` instead.
 */
export function portable(svg: string, idPrefix: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/gu, '')
    .replace(/ class="[^"]*"/gu, '')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/gu, '')
    .replace(/\bzr\d+-/gu, `${idPrefix}-`)
    .replace(/ dominant-baseline="central"/gu, ' dy="0.36em"')
    .replace(/<path (?![^>]*stroke=)[^>]*fill="none"[^>]*><\/path>/gu, '')
    .replace(/\n{2,}/gu, '\n');
}

/** Gives the picture a role, a name and a description. */
export function accessible(
  svg: string,
  { title, description }: { readonly title: string; readonly description: string },
  idPrefix: string,
): string {
  const ids = `${idPrefix}-title ${idPrefix}-desc`;
  return svg.replace(
    /<svg ([^>]*)>/u,
    (_, attributes: string) =>
      `<svg ${attributes} role="img" aria-labelledby="${ids}">` +
      `<title id="${idPrefix}-title">${escapeXml(title)}</title>` +
      `<desc id="${idPrefix}-desc">${escapeXml(description)}</desc>`,
  );
}

const VARIABLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(TOKENS.light)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, hex]): [string, string] => [
      hex,
      name.replace(/[A-Z]|\d/gu, (letter) => `-${letter.toLowerCase()}`),
    ]),
  ...TOKENS.light.dims.map((hex, i): [string, string] => [hex, `dim-${i + 1}`]),
]);

/** Writes token colours as the style sheet's variables, the literal colour as fallback. */
export function cssColours(svg: string): string {
  return svg.replace(/(fill|stroke)="(#[0-9a-f]{6})"/gu, (whole, paint: string, hex: string) => {
    const name = VARIABLES.get(hex);
    return name === undefined ? whole : `${paint}="var(--${name},${hex})"`;
  });
}
