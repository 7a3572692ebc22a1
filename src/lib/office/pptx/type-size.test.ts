import { describe, expect, it } from 'vitest';
import { typeSize } from './type-size.ts';

const box = { w: 10, h: 0.65 };

describe('typeSize', () => {
  it('is the largest for what stands in one line', () => {
    expect(typeSize('', box, 26, 12)).toBe(26);
    expect(typeSize('标题', box, 26, 12)).toBe(26);
    // 27 letters of 26 points take 702 of the 720 points; their face may be wider.
    expect(typeSize('标'.repeat(26), box, 26, 12)).toBe(26);
  });

  it('is smaller for a text of more lines, down to the smallest', () => {
    const two = typeSize('标'.repeat(40), box, 26, 12);
    expect(two).toBeLessThan(26);
    expect(two * 2 * 1.22).toBeLessThanOrEqual(box.h * 72);
    expect(typeSize('标'.repeat(900), box, 26, 12)).toBe(12);
  });

  it('takes Latin letters as half as wide', () => {
    expect(typeSize('a'.repeat(50), box, 26, 12)).toBe(26);
    expect(typeSize('标'.repeat(50), box, 26, 12)).toBeLessThan(26);
  });
});
