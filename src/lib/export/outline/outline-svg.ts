import { escapeXml, textWidth } from '#lib/charts/index.ts';
import type { Glyph, GlyphOf } from './font.ts';
import { PathData } from './path-data.ts';
import { svgTexts, type SvgText, type Weight } from './svg-texts.ts';

export interface OutlinedSvg {
  readonly svg: string;
  /** What the font does not have, once each, in the order of its characters' codes. */
  readonly kept: readonly string[];
}

/** A character with its marks, and its glyph; null where the font has none. */
interface Letter {
  readonly text: string;
  readonly glyph: Glyph | null;
}

/** Letters that leave no ink and take no room. */
const UNSEEN = /(?!\p{M})\p{Default_Ignorable_Code_Point}/gu;

/** Blanks need no glyph. The font has no thin one, which stands between the digits of a number. */
const isBlank = (text: string): boolean => /^\p{Zs}$/u.test(text);
const THIN = /[\u2009\u202f]/u;
const THIN_WIDTH = 0.2;

/** The letters of a text; marks belong to the letter before them. */
function lettersOf(text: string, glyphOf: GlyphOf): Letter[] {
  const clusters = text.replace(UNSEEN, '').match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return clusters.map((cluster) => {
    const composed = cluster.length === 1 ? cluster : cluster.normalize('NFC');
    return { text: cluster, glyph: [...composed].length === 1 ? glyphOf(composed) : null };
  });
}

/** The characters that outlining a figure needs, by weight. */
export function lettersNeeded(svg: string): Readonly<Record<Weight, string>> {
  const of = (weight: Weight) => {
    const texts = svgTexts(svg).filter((text) => text.weight === weight);
    return [...new Set(texts.map(({ text }) => text.normalize('NFC') + text).join(''))].join('');
  };
  return { regular: of('regular'), bold: of('bold') };
}

/**
 * Replaces every text of a figure's SVG by the outlines of its letters, at the same place, in the
 * same colour. The words stay readable for machines and screen readers as the outline's label.
 */
export function outlineSvg(svg: string, fonts: Readonly<Record<Weight, GlyphOf>>): OutlinedSvg {
  const kept = new Set<string>();
  let written = '';
  let last = 0;
  for (const line of svgTexts(svg)) {
    const letters = lettersOf(line.text, fonts[line.weight]);
    for (const { text, glyph } of letters) if (!glyph && !isBlank(text)) kept.add(text);
    written += svg.slice(last, line.start) + outlined(line, letters);
    last = line.end;
  }
  return { svg: written + svg.slice(last), kept: [...kept].sort() };
}

function outlined(text: SvgText, letters: readonly Letter[]): string {
  const { size, y, weight, rest } = text;
  const advances = letters.map((letter, i) => advanceOf(letter, letters[i + 1], size));
  let x = text.x - advances.reduce((sum, advance) => sum + advance, 0) * SHIFTS[text.anchor];
  const path = new PathData();
  let asText = '';
  letters.forEach(({ text: letter, glyph }, i) => {
    if (glyph) path.add(glyph.outline, x, y, size);
    else if (!isBlank(letter))
      asText +=
        `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"` +
        `${weight === 'bold' ? ' font-weight="600"' : ''}>${escapeXml(letter)}</text>`;
    x += advances[i] ?? 0;
  });
  const label = `${rest} aria-label="${escapeXml(text.text)}"`;
  const outline = path.toString();
  if (asText === '') return `<path${label} d="${outline}"/>`;
  return `<g${label}>${outline === '' ? '' : `<path d="${outline}"/>`}${asText}</g>`;
}

const SHIFTS = { start: 0, middle: 0.5, end: 1 } as const;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** Pixels from a letter to the next; what stays text is as wide as the layout takes it for. */
function advanceOf({ text, glyph }: Letter, next: Letter | undefined, size: number): number {
  if (!glyph) return THIN.test(text) ? THIN_WIDTH * size : textWidth(text, size);
  return (glyph.advance + (next?.glyph ? glyph.kern(next.glyph) : 0)) * size;
}
