import { describe, expect, it } from 'vitest';
import { fontFor } from './testing/font-files.ts';

describe('fontOf', () => {
  it('gives Chinese letters an em of room, and ink within it', () => {
    const glyph = fontFor('台')('台');
    expect(glyph?.advance).toBe(1);
    const points =
      glyph?.outline.flatMap((command) => (command.type === 'Z' ? [] : [command])) ?? [];
    expect(points.length).toBeGreaterThan(10);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThan(-0.9);
      expect(y).toBeLessThan(0.15);
    }
  });

  it('gives all digits the same room', () => {
    for (const weight of [400, 600]) {
      const font = fontFor('0123456789', weight);
      expect(new Set([...'0123456789'].map((digit) => font(digit)?.advance)).size).toBe(1);
    }
  });

  it('moves pairs of Latin letters closer, also of other slices by nothing', () => {
    const font = fontFor('ATaizhou台');
    const kern = (left: string, right: string) => font(left)!.kern(font(right)!);
    expect(kern('T', 'a')).toBeLessThan(-0.02);
    expect(kern('a', 'i')).toBe(0);
    expect(kern('T', '台')).toBe(0);
  });

  it('has marks that a slice claims without having them', () => {
    for (const mark of '‰※†') expect(fontFor(mark)(mark), mark).not.toBeNull();
  });

  it('knows what it lacks', () => {
    expect(fontFor('㑇𠮷')('㑇')).toBeNull();
    expect(fontFor('a')('台')).toBeNull();
  });
});
