import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapEvenly, wrapText } from './wrap-text.ts';

const letters = fc.stringMatching(/^[甲乙丙丁计量检定所A-Za-z0-9 ，。、（）“”%]{0,60}$/u);
const bare = (text: string) => text.replace(/\s/gu, '');

describe('textWidth', () => {
  it('is one em for an East Asian letter, wherever it lies in Unicode', () => {
    expect(textWidth('衡鉴', 12)).toBe(24);
    expect(textWidth('𠮷', 12)).toBe(12);
    expect(textWidth('，（“', 10)).toBe(30);
  });

  it('is narrower for Latin letters and nothing for marks that add no width', () => {
    expect(textWidth('87.3', 100)).toBeCloseTo(200, 5);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
  });
});

describe('wrapText', () => {
  it('breaks between Chinese letters and keeps Latin words whole', () => {
    expect(wrapText('甲县计量检定所 Hengjian 甲县', 72, 12)).toEqual([
      '甲县计量检定',
      '所 Hengjian',
      '甲县',
    ]);
  });

  it('breaks a compound after its hyphen, and nothing else that has one', () => {
    expect(wrapText('Mandatory-verification items', 84, 12)).toEqual([
      'Mandatory-',
      'verification',
      'items',
    ]);
    expect(wrapText('class-A 2021-2025', 60, 12)).toEqual(['class-A', '2021-2025']);
  });

  it('never begins a line with closing punctuation', () => {
    expect(wrapText('甲乙丙，丁戊', 36, 12)).toEqual(['甲乙', '丙，丁', '戊']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrapText('abcdefgh', 30, 12).join('')).toBe('abcdefgh');
    expect(wrapText('abcdefgh', 30, 12).length).toBeGreaterThan(1);
  });

  it('ends the last line it may have with an ellipsis', () => {
    expect(wrapText('甲乙丙丁戊己庚辛', 36, 12, 2)).toEqual(['甲乙丙', '丁戊…']);
  });

  it('has no lines for an empty text', () => {
    expect(wrapText('', 100, 12)).toEqual([]);
    expect(wrapText('  ', 100, 12)).toEqual([]);
  });

  it('loses no letter and keeps to the width', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 48, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, 12);
        expect(bare(lines.join(''))).toBe(bare(text));
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 300 },
    );
  });
});

describe('wrapEvenly', () => {
  it('takes as few lines as wrapText and evens them out', () => {
    expect(wrapText('示例省乙县质量技术监督检测中心', 156, 12)).toEqual([
      '示例省乙县质量技术监督检测',
      '中心',
    ]);
    expect(wrapEvenly('示例省乙县质量技术监督检测中心', 156, 12)).toEqual([
      '示例省乙县质量技',
      '术监督检测中心',
    ]);
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 48, max: 400 }), (text, width) => {
        const lines = wrapEvenly(text, width, 12);
        expect(bare(lines.join(''))).toBe(bare(text));
        expect(lines.length).toBe(wrapText(text, width, 12).length);
      }),
      { numRuns: 200 },
    );
  });
});
