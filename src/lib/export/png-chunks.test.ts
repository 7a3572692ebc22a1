import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readPngText, withPngText } from './png-chunks.ts';

function picture(): Uint8Array {
  const png = new PNG({ width: 5, height: 3 });
  png.data.fill(200);
  return new Uint8Array(PNG.sync.write(png));
}
const TEXT = '{"edition":"2025-1","scheme":"台州六维"}';

describe('withPngText', () => {
  const marked = withPngText(picture(), { keyword: 'Hengjian provenance', text: TEXT, dpi: 300 });

  it('writes a text that can be read again, Chinese too', () => {
    expect(readPngText(marked, 'Hengjian provenance')).toBe(TEXT);
    expect(readPngText(marked, 'Another')).toBeNull();
  });

  it('leaves a file that another reader accepts, checksums included, with the same pixels', () => {
    const read = PNG.sync.read(Buffer.from(marked), { checkCRC: true });
    expect([read.width, read.height]).toEqual([5, 3]);
    expect(read.data.equals(PNG.sync.read(Buffer.from(picture())).data)).toBe(true);
  });

  it('writes the resolution in pixels per metre', () => {
    const at = Buffer.from(marked).indexOf('pHYs');
    expect(Buffer.from(marked).readUInt32BE(at + 4)).toBe(11_811);
    const plain = withPngText(picture(), { keyword: 'x', text: 'y', dpi: null });
    expect(Buffer.from(plain).indexOf('pHYs')).toBe(-1);
  });

  it('replaces a resolution that was there', () => {
    const twice = Buffer.from(withPngText(marked, { keyword: 'x', text: 'y', dpi: 600 }));
    expect(twice.toString('latin1').split('pHYs')).toHaveLength(2);
  });

  it('refuses what is not a PNG', () => {
    const bytes = new TextEncoder().encode(
      '<!doctype html><html><body>404 not found</body></html>',
    );
    expect(() => withPngText(bytes, { keyword: 'x', text: 'y', dpi: null })).toThrow(
      'These bytes are not a PNG file.',
    );
    expect(() => readPngText(new Uint8Array(4), 'x')).toThrow(TypeError);
  });
});
