import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';

const read = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('encodeGb18030', () => {
  it('writes what another library writes', () => {
    for (const text of ['椒江区,-5.2\r\n', '㐀䶵龥〇', '€“”—…·', 'Ａ１', '🀄𠀀', 'ﾊﾛｰ', 'é'])
      expect([...encodeGb18030(text)]).toEqual([...iconv.encode(text, 'gb18030')]);
  });

  it('writes every letter of the basic plane so that it reads back', () => {
    let all = '';
    for (let point = 1; point < 0x10000; point++)
      if (point < 0xd800 || (point > 0xdfff && point !== 0xe5e5)) all += String.fromCharCode(point);
    const back = read(encodeGb18030(all));
    const wrong = [...all].filter((letter, i) => back[i] !== letter);
    // U+FFFD is written for what has no code; some private letters have none in newer editions.
    expect(wrong.filter((letter) => !/[\ue000-\uf8ff]/.test(letter))).toEqual([]);
  });

  it('reads back whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const plain = text.replace(/[\ue000-\uf8ff]/g, '');
        expect(read(encodeGb18030(plain))).toBe(plain);
      }),
      { numRuns: 300 },
    );
    expect(read(encodeGb18030('a\ud800b'))).toBe('a\ufffdb');
  });
});
