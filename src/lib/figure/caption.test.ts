import { describe, expect, it } from 'vitest';
import { captionOf, unnumbered } from './caption.ts';

describe('captionOf', () => {
  it.each([
    [
      '图 1 县级机构排名',
      '甲县居首；乙县上升 3 位，升幅最大。',
      '县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
    ],
    ['图2　历年得分', '', '历年得分'],
    ['图 12 历年得分。', '甲县居首。乙县居末。', '历年得分：甲县居首；乙县居末。'],
    ['2025 年度排名', '共 28 家', '2025 年度排名：共 28 家。'],
  ])('%s | %s', (title, subtitle, caption) => {
    expect(captionOf({ title, subtitle }, 'zh')).toBe(caption);
  });

  it.each([
    ['Figure 1 Ranking', 'Jia leads. Yi rose 3 places.', 'Ranking: Jia leads; Yi rose 3 places.'],
    ['Figure 3. Scheme v1.2.0', '', 'Scheme v1.2.0'],
  ])('%s | %s', (title, subtitle, caption) => {
    expect(captionOf({ title, subtitle }, 'en')).toBe(caption);
  });
});

describe('unnumbered', () => {
  it('takes numbers of figures off, and no others', () => {
    expect(unnumbered('图 1 排名')).toBe('排名');
    expect(unnumbered('2025 年排名')).toBe('2025 年排名');
    expect(unnumbered('图书馆 1')).toBe('图书馆 1');
  });
});
