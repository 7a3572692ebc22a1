import { escapeXml, textWidth } from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Glyph, GlyphOf } from './font.ts';
import { PathData } from './path-data.ts';
import { svgTexts, type SvgText, type Weight } from './svg-texts.ts';

export interface OutlinedSvg {
  readonly svg: string;
  /** What the font does not have, once each, in the order of its characters' codes. */
  readonly kept: readonly string[];
}

/** A character with its marks, as it is set; lengths in em. */
interface Letter {
  readonly text: string;
  /** null where the font has none. */
  readonly glyph: Glyph | null;
  readonly advance: number;
  /** How far to the left of its place the glyph is drawn. */
  readonly inset: number;
}

/** Letters that leave no ink and take no room. */
const UNSEEN = /(?!\p{M})\p{Default_Ignorable_Code_Point}/gu;

/** Blanks need no glyph. The font has no thin one, which stands between the digits of a number. */
const isBlank = (text: string): boolean => /^\p{Zs}$/u.test(text);
const THIN = /[\u2009\u202f]/u;
const THIN_WIDTH = 0.2;

/** As wide as Chinese letters in this font; among Latin ones they take the room of their ink. */
const SHARED_MARK = /[‘’“”·]/u;
const MARK_SIDE = 0.06;

/** The letters of a text; marks belong to the letter before them. */
function lettersOf(text: string, glyphOf: GlyphOf, locale: Locale): Letter[] {
  const clusters = text.replace(UNSEEN, '').match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return clusters.map((cluster) => {
    const composed = cluster.length === 1 ? cluster : cluster.normalize('NFC');
    const glyph = [...composed].length === 1 ? glyphOf(composed) : null;
    return { text: cluster, glyph, ...roomOf(cluster, glyph, locale) };
  });
}

/** Room in em; what stays text is as wide as the layout takes it for. */
function roomOf(text: string, glyph: Glyph | null, locale: Locale) {
  if (!glyph) return { advance: THIN.test(text) ? THIN_WIDTH : textWidth(text, 1), inset: 0 };
  if (locale === 'zh' || !SHARED_MARK.test(text)) return { advance: glyph.advance, inset: 0 };
  const xs = glyph.outline.flatMap((command) => (command.type === 'Z' ? [] : [command.x]));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return { advance: right - left + 2 * MARK_SIDE, inset: left - MARK_SIDE };
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
export function outlineSvg(
  svg: string,
  fonts: Readonly<Record<Weight, GlyphOf>>,
  locale: Locale,
): OutlinedSvg {
  const kept = new Set<string>();
  let written = '';
  let last = 0;
  for (const line of svgTexts(svg)) {
    const letters = lettersOf(line.text, fonts[line.weight], locale);
    for (const { text, glyph } of letters) if (!glyph && !isBlank(text)) kept.add(text);
    written += svg.slice(last, line.start) + outlined(line, letters);
    last = line.end;
  }
  return { svg: written + svg.slice(last), kept: [...kept].sort() };
}

function outlined(text: SvgText, letters: readonly Letter[]): string {
  const { size, y, weight, rest } = text;
  const steps = letters.map((letter, i) => stepOf(letter, letters[i + 1]) * size);
  let x = text.x - steps.reduce((sum, step) => sum + step, 0) * SHIFTS[text.anchor];
  const path = new PathData();
  let asText = '';
  letters.forEach(({ text: letter, glyph, inset }, i) => {
    if (glyph) path.add(glyph.outline, x - inset * size, y, size);
    else if (!isBlank(letter))
      asText +=
        `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"` +
        `${weight === 'bold' ? ' font-weight="600"' : ''}>${escapeXml(letter)}</text>`;
    x += steps[i] ?? 0;
  });
  const label = `${rest} aria-label="${escapeXml(text.text)}"`;
  const outline = path.toString();
  if (asText === '') return `<path${label} d="${outline}"/>`;
  return `<g${label}>${outline === '' ? '' : `<path d="${outline}"/>`}${asText}</g>`;
}

const SHIFTS = { start: 0, middle: 0.5, end: 1 } as const;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** Em from a letter's place to that of the next. */
const stepOf = ({ glyph, advance }: Letter, next: Letter | undefined): number =>
  advance + (glyph && next?.glyph ? glyph.kern(next.glyph) : 0);
