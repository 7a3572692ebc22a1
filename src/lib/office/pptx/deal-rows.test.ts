import { describe, expect, it } from 'vitest';
import { dealRows, SLIDE_ROWS } from './index.ts';

const columns = [
  { title: '名次', width: 1, align: 'right' as const },
  { title: '说明', width: 3, align: 'left' as const },
];
const rows = (count: number, text = '甲县') =>
  Array.from({ length: count }, (_, i) => [
    { kind: 'number' as const, text: String(i + 1) },
    { kind: 'text' as const, text },
  ]);
const counts = (count: number, text?: string) =>
  dealRows({ columns, rows: rows(count, text) }).map(({ length }) => length);

describe('dealRows', () => {
  it('fills slides evenly, and no more of them than are needed', () => {
    expect(counts(0)).toEqual([0]);
    expect(counts(1)).toEqual([1]);
    expect(counts(SLIDE_ROWS)).toEqual([SLIDE_ROWS]);
    expect(counts(SLIDE_ROWS + 2)).toEqual([8, 8]);
    for (const count of [15, 29, 30, 43, 500]) {
      const dealt = counts(count);
      expect(dealt).toHaveLength(Math.ceil(count / SLIDE_ROWS));
      expect(dealt.reduce((sum, one) => sum + one, 0)).toBe(count);
      expect(Math.max(...dealt)).toBeLessThanOrEqual(SLIDE_ROWS);
    }
  });

  it('puts fewer rows on a slide where texts take several lines, and none twice', () => {
    const long = '说明'.repeat(120);
    const dealt = dealRows({ columns, rows: rows(20, long) });
    expect(dealt.length).toBeGreaterThan(2);
    expect(dealt.flat().map(([first]) => first!.text)).toEqual(
      Array.from({ length: 20 }, (_, i) => String(i + 1)),
    );
  });

  it('gives a row that is higher than a slide one of its own', () => {
    const endless = '说明'.repeat(3000);
    expect(counts(3, endless)).toEqual([1, 1, 1]);
  });
});
