import { parse, type Font, type PathCommand } from 'opentype.js';
import { bareFont } from './woff.ts';

/** One character's outline; lengths in em, y downwards from the baseline. */
export interface Glyph {
  readonly advance: number;
  readonly outline: readonly PathCommand[];
  /** What a following glyph is moved by; most pairs by nothing. */
  readonly kern: (next: Glyph) => number;
}

/** The glyph of a character; null for one that the font does not have. */
export type GlyphOf = (character: string) => Glyph | null;

/** A font made of slices, each a WOFF file; the first that has a character gives its glyph. */
export function fontOf(woffs: readonly Uint8Array[]): GlyphOf {
  const slices = woffs.map((woff) => parse(bareFont(woff)));
  const known = new Map<string, Glyph | null>();
  return (character) => {
    let glyph = known.get(character);
    if (glyph === undefined) {
      const slice = slices.find((one) => one.charToGlyphIndex(character) > 0);
      known.set(character, (glyph = slice ? new SliceGlyph(slice, character) : null));
    }
    return glyph;
  };
}

class SliceGlyph implements Glyph {
  readonly advance: number;
  readonly outline: readonly PathCommand[];
  readonly #slice: Font;
  readonly #index: number;

  constructor(slice: Font, character: string) {
    const glyph = slice.charToGlyph(character);
    this.#slice = slice;
    this.#index = glyph.index;
    this.advance = (glyph.advanceWidth ?? 0) / slice.unitsPerEm;
    this.outline = glyph.getPath(0, 0, 1).commands;
  }

  /** Pairs are kerned within a slice: all Latin letters and digits are in one. */
  kern(next: Glyph): number {
    if (!(next instanceof SliceGlyph) || next.#slice !== this.#slice) return 0;
    return this.#slice.getKerningValue(this.#index, next.#index) / this.#slice.unitsPerEm;
  }
}
