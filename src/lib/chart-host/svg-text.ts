/** What ECharts' SVG needs before it can be saved, embedded and opened by other programs. */
import { FONT_STACK, TOKENS } from '#lib/charts/index.ts';

const WHOLE = /^<svg [^>]*>([\s\S]*)<\/svg>\s*$/u;

/**
 * The content of ECharts' `<svg>`, made repeatable and portable. Ids count up over a process
 * (`zr3-p0`) and are numbered anew. Hover styles, notes for an interactive
 * client, unpainted paths that only catch the pointer, and
 * the font stack of every single label go; the last belongs on the root. `dominant-baseline` is
 * unknown to office programs, which would draw labels half a line too high; `dy` is not.
 */
export function portableContent(svg: string, idPrefix: string): string {
  const content = WHOLE.exec(svg)?.[1];
  if (content === undefined) throw new Error('ECharts returned something that is not an SVG.');
  return content
    .replace(/<style\s*>[\s\S]*?<\/style>/gu, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|xml:space|pointer-events|stroke-miterlimit)="[^"]*"/gu, '')
    .replace(/<(path|rect) ([^>]*)><\/\1>/gu, (whole, _name, attributes: string) =>
      isPainted(attributes) ? whole : '',
    )
    .replace(/\bzr\d+-/gu, `${idPrefix}-`)
    .replaceAll(`font-family:${FONT_STACK};`, '')
    .replace(/ dominant-baseline="central"/gu, ' dy="0.36em"')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

/** Whether a shape leaves any ink: a fill one can see, or a stroke. */
function isPainted(attributes: string): boolean {
  const filled = !/fill="none"|fill-opacity="0"/u.test(attributes);
  const stroked = attributes.includes('stroke="') && !attributes.includes('stroke-width="0"');
  return filled || stroked;
}

/** Names of the light colours in tokens.css, by colour. */
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
