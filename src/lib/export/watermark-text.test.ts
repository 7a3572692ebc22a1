import { describe, expect, it } from 'vitest';
import { WATERMARK_LETTERS, watermarkText, withDay } from './watermark-text.ts';

describe('watermarkText', () => {
  it('is one line of at most forty letters, each one whole', () => {
    expect(watermarkText('  甲\n乙\t丙 ')).toBe('甲 乙 丙');
    const letters = '𠀀'.repeat(60);
    expect([...watermarkText(letters)]).toHaveLength(WATERMARK_LETTERS);
    expect(watermarkText(letters)).toBe('𠀀'.repeat(WATERMARK_LETTERS));
  });
});

describe('withDay', () => {
  it.each([
    ['台州市计量院', '2026年11月22日', '台州市计量院 2026年11月22日'],
    ['台州市计量院 2025年1月2日', '2026年11月22日', '台州市计量院 2026年11月22日'],
    ['台州市计量院 2025-01-02', '2026年11月22日', '台州市计量院 2026年11月22日'],
    ['Institute 2 March 2025', '22 November 2026', 'Institute 22 November 2026'],
    ['', '2026年11月22日', '2026年11月22日'],
    ['第 3 期', '2026年11月22日', '第 3 期 2026年11月22日'],
  ])('%j and %j', (text, day, whole) => {
    expect(withDay(text, day)).toBe(whole);
    expect(withDay(whole, day)).toBe(whole);
  });

  it('keeps the day whole where the text is as long as it may be', () => {
    const whole = withDay('甲'.repeat(60), '2026年11月22日');
    expect([...whole]).toHaveLength(WATERMARK_LETTERS);
    expect(whole.endsWith('2026年11月22日')).toBe(true);
  });
});
