import { describe, expect, it } from 'vitest';
import { cleanText, escapeXml } from './clean-text.ts';

describe('cleanText', () => {
  it('keeps letters of every script and markup as typed', () => {
    expect(cleanText('甲县 <b>& 𠮷 é')).toBe('甲县 <b>& 𠮷 é');
  });

  it('makes one line of several', () => {
    expect(cleanText('甲\r\n乙\t丙\u2028丁')).toBe('甲 乙 丙 丁');
  });

  it.each(['\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\ud800', '\udfff', '\ufffe'])(
    'replaces what XML forbids (case %#)',
    (letter) => {
      expect(cleanText(`a${letter}b`)).toBe('a\ufffdb');
    },
  );
});

describe('escapeXml', () => {
  it('leaves no letter that could be markup', () => {
    expect(escapeXml(`<a href="x" on='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; on=&#39;y&#39;&gt;&amp;',
    );
  });
});
