import { describe, expect, it } from 'vitest';
import { furniture, markText, type FigureFrame, type FigureText } from './furniture.ts';
import { textWidth } from './text-width.ts';
import { TOKENS } from './tokens.ts';

const TEXT: FigureText = {
  title: '甲县居首，丙县上升 4 位，为升幅最大',
  subtitle: '2025 年度 · 示例省 · 县级机构 · 综合指数',
  unit: '分',
  source: '示例数据生成程序',
  cutoff: '2025-12-31',
  scheme: '台州六维 v1',
  edition: '2025-1',
  note: '得分相同者名次并列。',
};
const FRAME: FigureFrame = {
  width: 1280,
  locale: 'zh',
  tokens: TOKENS.light,
  layer: 'synthetic',
  trial: false,
};
const ofRole = (lines: readonly { role: string; text: string }[], role: string) =>
  lines
    .filter((line) => line.role === role)
    .map(({ text }) => text)
    .join('');

describe('furniture', () => {
  it('has title, subtitle, unit, source with cut-off, scheme with edition, and note', () => {
    const { header, footer } = furniture(TEXT, FRAME);
    expect(ofRole(header, 'title')).toBe(TEXT.title);
    expect(ofRole(header, 'subtitle')).toBe(TEXT.subtitle);
    expect(ofRole(header, 'unit')).toBe('单位：分');
    expect(ofRole(footer, 'source')).toMatch(/数据来源.示例数据生成程序.*截至日期.2025年12月31日/u);
    expect(ofRole(footer, 'edition')).toMatch(/方案：台州六维 v1.*版次：2025-1/u);
    expect(ofRole(footer, 'note')).toBe('注：得分相同者名次并列。');
  });

  it.each([320, 640, 960, 1280])(
    'keeps every line inside %i pixels, one under the other',
    (width) => {
      const long = { ...TEXT, title: TEXT.title.repeat(4), note: TEXT.note.repeat(20) };
      const { header, footer, headerHeight, footerHeight, margin } = furniture(long, {
        ...FRAME,
        width,
      });
      for (const [lines, height] of [
        [header, headerHeight],
        [footer, footerHeight],
      ] as const) {
        const ys = lines.map(({ y }) => y);
        expect(ys).toEqual([...ys].sort((a, b) => a - b));
        expect(Math.max(...ys)).toBeLessThan(height);
        for (const { text, size, x } of lines)
          expect(x + textWidth(text, size)).toBeLessThanOrEqual(width - margin + 1);
      }
      expect(ofRole(footer, 'note')).toBe(`注：${long.note}`);
    },
  );

  it('names no scheme where the numbers are of none', () => {
    const { footer } = furniture({ ...TEXT, scheme: '' }, FRAME);
    expect(ofRole(footer, 'edition')).toBe('版次：2025-1');
  });

  it('leaves out an empty note', () => {
    expect(ofRole(furniture({ ...TEXT, note: '' }, FRAME).footer, 'note')).toBe('');
  });

  it('keeps markup in texts as text', () => {
    const { header } = furniture({ ...TEXT, title: '<b>甲\u0000</b>' }, FRAME);
    expect(ofRole(header, 'title')).toBe('<b>甲\ufffd</b>');
  });
});

describe('the strip at the top edge', () => {
  it('marks invented data, empty forms and trials', () => {
    expect(markText(FRAME)).toContain('示例数据');
    expect(markText({ ...FRAME, layer: 'template' })).toContain('空白模板');
    const filled = markText({ ...FRAME, layer: 'template', filled: true });
    expect(filled).toContain('台州市');
    expect(filled).not.toMatch(/空白|尚未/u);
    expect(markText({ ...FRAME, layer: 'reported', trial: true })).toBe('试算，非公布结果');
    expect(markText({ ...FRAME, trial: true })).toMatch(/示例数据.*试算/u);
  });

  it('is first, and in English says it in both languages', () => {
    const { header, strip } = furniture(TEXT, { ...FRAME, locale: 'en' });
    expect(header[0]?.role).toBe('mark');
    expect(header[0]?.text).toContain('Sample data (示例数据)');
    expect(strip).toBeGreaterThanOrEqual(24);
  });

  it('is absent from published facts', () => {
    const { header, strip } = furniture(TEXT, { ...FRAME, layer: 'reported' });
    expect(strip).toBe(0);
    expect(ofRole(header, 'mark')).toBe('');
  });
});
