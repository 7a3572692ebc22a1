/** A light repeated text over a finished figure: who gave it out, and when. A mark, no protection. */
import { escapeXml, textWidth } from '#lib/charts/index.ts';
import { wrapEvenly } from '#lib/charts/wrap-text.ts';
import type { Figure } from './figure-svg.ts';
import { watermarkText } from './watermark-text.ts';

/** Grey enough for white paper and dim enough to read the letters under it. */
const COLOUR = '#505050';
const OPACITY = 0.13;
const DEGREES = 24;
const SIN = Math.sin((DEGREES * Math.PI) / 180);
const COS = Math.cos((DEGREES * Math.PI) / 180);
const LEADING = 1.3;

/** Type in layout pixels: no smaller than can be read, no larger than a heading. */
const SMALLEST = 10;
const [LEAST, MOST] = [15, 32];

/** A text set in lines, and the box that it fills once it is turned. */
interface Stamp {
  readonly lines: readonly string[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

function stamp(lines: readonly string[], size: number): Stamp {
  const along = Math.max(...lines.map((line) => textWidth(line, size)));
  const across = lines.length * LEADING * size;
  return {
    lines,
    size,
    width: along * COS + across * SIN,
    height: along * SIN + across * COS,
  };
}

/** The largest setting that stands whole in the room; null where not even the smallest does. */
function setting(text: string, width: number, height: number): Stamp | null {
  const wanted = Math.min(MOST, Math.max(LEAST, Math.round(Math.min(width, height) / 26)));
  const along = (size: number) => textWidth(text, size);
  for (let size = wanted; size >= SMALLEST; size--)
    for (const count of [1, 2, 3]) {
      const lines = count === 1 ? [text] : wrapEvenly(text, along(size) / count + size, size);
      const set = stamp(lines, size);
      if (lines.length <= count && set.width <= width && set.height <= height) return set;
    }
  return null;
}

/** Letters are left out in the middle: the unit stands at the start, the date at the end. */
function fitted(text: string, width: number, height: number): Stamp | null {
  const letters = [...text];
  for (let kept = letters.length; kept >= 1; kept--) {
    const shown =
      kept === letters.length
        ? text
        : [
            ...letters.slice(0, Math.ceil(kept / 2)),
            '…',
            ...letters.slice(letters.length - Math.floor(kept / 2)),
          ].join('');
    const set = setting(shown, width, height);
    if (set) return set;
  }
  return null;
}

/** Middles of the stamps: whole ones only, every second row between those of the row above. */
function places(set: Stamp, width: number, height: number): [x: number, y: number][] {
  const count = (room: number, one: number, gap: number) =>
    Math.max(1, Math.floor((room + gap) / (one + gap)));
  const columns = count(width, set.width, set.size * 4);
  const rows = count(height, set.height, set.size * 3);
  const [across, down] = [width / columns, height / rows];
  return Array.from({ length: rows }, (_, row) => {
    const between = columns > 1 && row % 2 === 1;
    return Array.from(
      { length: between ? columns - 1 : columns },
      (_, column): [number, number] => [
        across * (column + (between ? 1 : 0.5)),
        down * (row + 0.5),
      ],
    );
  }).flat();
}

/** Two decimals, as everywhere in a figure. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

function stampSvg({ lines, size }: Stamp, [x, y]: [number, number]): string {
  return lines
    .map((line, i) => {
      // The middle of a letter is about a third of its size above its baseline.
      const below = (i - (lines.length - 1) / 2) * LEADING * size + size * 0.35;
      return (
        `<text x="0" y="${number(below)}" font-size="${size}" text-anchor="middle"` +
        ` transform="translate(${number(x)} ${number(y)}) rotate(-${DEGREES})">${escapeXml(line)}</text>`
      );
    })
    .join('\n');
}

const VIEW_BOX = /^<svg\b[^>]*\sviewBox="0 0 ([\d.]+) ([\d.]+)"/u;
const EARLIER = /<g data-role="watermark"[^>]*>[\s\S]*?<\/g>\n/u;

/**
 * The figure with a text repeated over it, in place of one it had; the same figure for an empty
 * text. Works on every figure's own SVG, also on one kept from earlier. Equal input gives equal
 * bytes. For readers of the page the text is no content.
 */
export function withWatermark(figure: Figure, text: string): Figure {
  const shown = watermarkText(text);
  if (shown === '') return figure;
  const plain = figure.svg.replace(EARLIER, '');
  const [, width = figure.width, height = figure.height] = (VIEW_BOX.exec(plain) ?? []).map(Number);
  const end = plain.lastIndexOf('</svg>');
  const set = fitted(shown, width * 0.96, height * 0.96);
  if (end < 0 || !set) return figure;
  const group =
    `<g data-role="watermark" role="presentation" aria-hidden="true" fill="${COLOUR}"` +
    // Office programs all but lose a group that is faint as a whole; stamps never overlap.
    ` fill-opacity="${OPACITY}" pointer-events="none">\n` +
    places(set, width, height)
      .map((place) => stampSvg(set, place))
      .join('\n') +
    '\n</g>\n';
  return { ...figure, svg: plain.slice(0, end) + group + plain.slice(end) };
}
