/** The font's slices as Node finds them, for tests. */
import { readFileSync } from 'node:fs';
import { fontOf, type GlyphOf } from '../font.ts';
import { slicesFor } from '../slices.ts';

export const sliceBytes = (slice: string, weight = 400): Uint8Array =>
  readFileSync(
    `node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-${slice}-${weight}-normal.woff`,
  );

export const fontFor = (text: string, weight = 400): GlyphOf =>
  fontOf(slicesFor(text).map((slice) => sliceBytes(slice, weight)));
