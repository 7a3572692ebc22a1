import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { tagsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeXml } from '#lib/charts/index.ts';
import { lettersNeeded, outlineSvg } from './outline-svg.ts';
import { fontFor } from './testing/font-files.ts';
import { squareFont } from './testing/square-font.ts';

const SQUARES = { regular: squareFont, bold: squareFont };
const outlined = (svg: string, locale: 'zh' | 'en' = 'en') => outlineSvg(svg, SQUARES, locale);

describe('outlineSvg', () => {
  it('puts an outline where the text stood, with all that it had', () => {
    const { svg, kept } = outlined(
      '<g><text x="10" y="20" font-size="10" fill="#123456" data-role="note">ab</text></g>',
    );
    expect(svg).toBe(
      '<g><path fill="#123456" data-role="note" aria-label="ab"' +
        ' d="m10 20l5 0l0-10l-5 0zm5 0l5 0l0-10l-5 0z"/></g>',
    );
    expect(kept).toEqual([]);
  });

  it.each([
    ['start', 'm0 0'],
    ['middle', 'm-5 0'],
    ['end', 'm-10 0'],
  ])('starts a line of 10 pixels at its anchor: %s', (anchor, start) => {
    const { svg } = outlined(`<text text-anchor="${anchor}" font-size="10">ab</text>`);
    expect(svg).toContain(` d="${start}l`);
  });

  it('draws pairs closer, and measures them so', () => {
    const { svg } = outlined('<text text-anchor="end" font-size="10">AV</text>');
    expect(svg).toContain('d="m-9 0l5 0l0-10l-5 0zm4 0l');
  });

  it('keeps what the font lacks as text, at its place and in its weight', () => {
    const { svg, kept } = outlined(
      '<text x="3" y="4" font-size="10" style="font-weight:600" fill="red">a㑇b𠮷&lt;e\u0301</text>',
    );
    expect(svg).toBe(
      '<g fill="red" aria-label="a㑇b𠮷&lt;e\u0301">' +
        '<path d="m3 4l5 0l0-10l-5 0zm15 0l5 0l0-10l-5 0zm15 0l5 0l0-10l-5 0z"/>' +
        '<text x="8" y="4" font-size="10" font-weight="600">㑇</text>' +
        '<text x="23" y="4" font-size="10" font-weight="600">𠮷</text>' +
        '<text x="38" y="4" font-size="10" font-weight="600">e\u0301</text></g>',
    );
    expect(kept).toEqual(['e\u0301', '㑇', '𠮷']);
  });

  it('needs no glyph for blanks and for letters without ink', () => {
    const { svg, kept } = outlined('<text font-size="10">1\u2009\u20602</text>');
    expect(svg).toContain(' d="m0 0l5 0l0-10l-5 0zm7 0l');
    expect(kept).toEqual([]);
  });

  it('writes nothing but the label for an empty text', () => {
    expect(outlined('<text font-size="10"></text>').svg).toBe('<path aria-label="" d=""/>');
  });

  it.each(MARKUP_PAYLOADS)('leaves a hostile label inert: %s', (payload) => {
    const { svg } = outlined(`<svg><text font-size="10">${escapeXml(payload)}</text></svg>`);
    const [, path, ...more] = tagsOf(svg);
    expect([...(path?.attributes.keys() ?? [])].filter((name) => name !== 'd')).toEqual([
      'aria-label',
    ]);
    expect(path?.attributes.get('aria-label')).toBe(cleanText(payload).replace(/ +/gu, ' ').trim());
    expect(more.filter(({ name }) => !['path', 'text', 'g', 'svg'].includes(name))).toEqual([]);
  });

  it('is the same each time', () => {
    const svg = '<text font-size="12" x="1.234">台州 Taizhou 86.8</text>';
    const fonts = () => ({ regular: fontFor('台州 Taizhou 86.8'), bold: squareFont });
    expect(outlineSvg(svg, fonts(), 'zh')).toEqual(outlineSvg(svg, fonts(), 'zh'));
  });

  it('gives quotes the room of a Chinese letter in Chinese, that of their ink in English', () => {
    const fonts = { regular: fontFor('a”'), bold: squareFont };
    const width = (locale: 'zh' | 'en') => {
      const { svg } = outlineSvg(
        '<text font-size="100" text-anchor="end">a”a</text>',
        fonts,
        locale,
      );
      return -Number(/ d="m(-?[\d.]+)/u.exec(svg)?.[1]);
    };
    // The mark's ink is 33.9 wide.
    expect(width('zh') - width('en')).toBeCloseTo(100 - (33.9 + 2 * 6));
  });
});

describe('lettersNeeded', () => {
  it('names the letters of each weight once', () => {
    const svg =
      '<text>abba</text><text font-weight="600">bé</text><text font-weight="600">e\u0301</text>';
    expect(lettersNeeded(svg)).toEqual({ regular: 'ab', bold: 'bée\u0301' });
  });
});
