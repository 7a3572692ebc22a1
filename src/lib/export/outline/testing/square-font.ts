import type { Glyph, GlyphOf } from '../font.ts';

/** A made-up font: ASCII letters are squares of half an em, 1 em high; A and V stand closer. */
export const squareFont: GlyphOf = (character) =>
  /^[!-~]$/u.test(character) ? letter(character) : null;

const known = new Map<string, Glyph>();

function letter(character: string): Glyph {
  let glyph = known.get(character);
  if (!glyph) {
    glyph = {
      advance: 0.5,
      outline: [
        { type: 'M', x: 0, y: 0 },
        { type: 'L', x: 0.5, y: 0 },
        { type: 'L', x: 0.5, y: -1 },
        { type: 'L', x: 0, y: -1 },
        { type: 'Z' },
      ],
      kern: (next) => (character === 'A' && next === letter('V') ? -0.1 : 0),
    };
    known.set(character, glyph);
  }
  return glyph;
}
