import { describe, expect, it } from 'vitest';
import { sliceBytes } from './testing/font-files.ts';
import { bareFont } from './woff.ts';

const tags = (font: ArrayBuffer): string[] => {
  const view = new DataView(font);
  return Array.from({ length: view.getUint16(4) }, (_, i) =>
    String.fromCharCode(...new Uint8Array(font, 12 + 16 * i, 4)),
  );
};

/** The sum that a TrueType file gives for each of its tables. */
function checksum(font: ArrayBuffer, offset: number, length: number): number {
  const bytes = new Uint8Array((length + 3) & ~3);
  bytes.set(new Uint8Array(font, offset, length));
  const view = new DataView(bytes.buffer);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

describe('bareFont', () => {
  it('unpacks every table to the bytes that its checksum was made of', () => {
    const font = bareFont(sliceBytes('101'));
    const view = new DataView(font);
    expect(tags(font)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']));
    tags(font).forEach((tag, i) => {
      const [sum, offset, length] = [4, 8, 12].map((at) => view.getUint32(12 + 16 * i + at));
      if (tag !== 'head') expect(checksum(font, offset!, length!), tag).toBe(sum);
    });
  });

  it.each([
    ['a page instead of a file', new TextEncoder().encode(`<!doctype html>${' '.repeat(80)}`)],
    ['nothing', new Uint8Array()],
    ['the start of a file', sliceBytes('101').slice(0, 43)],
  ])('refuses %s', (_, bytes) => {
    expect(() => bareFont(bytes)).toThrow('A font file is not a WOFF file.');
  });

  it('refuses half a file', () => {
    expect(() => bareFont(sliceBytes('101').slice(0, 20_000))).toThrow();
  });
});
