import ranges from '@fontsource/noto-sans-sc/unicode.json';
import { parse } from 'opentype.js';
import { describe, expect, it } from 'vitest';
import { slicesFor } from './slices.ts';
import { sliceBytes } from './testing/font-files.ts';
import { bareFont } from './woff.ts';

const names = Object.keys(ranges).map((key) => key.replace(/[[\]]/gu, ''));

describe('slicesFor', () => {
  it('names few slices for a label, the Latin one first', () => {
    const slices = slicesFor('台州市 2025 年');
    expect(slices[0]).toBe('latin');
    expect(slices.length).toBeLessThan(8);
  });

  it('names none for nothing, and none for what no slice claims', () => {
    expect(slicesFor('')).toEqual([]);
    expect(slicesFor('㑇𠮷')).toEqual([]);
  });

  it.each([400, 600])('of weight %i finds every character that any slice has', (weight) => {
    const characters = new Map(
      names.map((name) => {
        const { cmap } = parse(bareFont(sliceBytes(name, weight))).tables as unknown as {
          cmap: { glyphIndexMap: Record<string, number> };
        };
        return [name, cmap.glyphIndexMap];
      }),
    );
    const all = new Set([...characters.values()].flatMap((map) => Object.keys(map).map(Number)));
    expect(all.size).toBeGreaterThan(13_000);
    const lost = [...all].filter(
      (code) => !slicesFor(String.fromCodePoint(code)).some((name) => characters.get(name)?.[code]),
    );
    // Two signs of set theory that the ranges of the package leave out.
    expect(lost.map((code) => String.fromCodePoint(code))).toEqual(['∋', '≅']);
  });
});
