import { describe, expect, it } from 'vitest';
import { sampleKept } from '#lib/figure/tray/testing/sample-kept.ts';
import { withoutPaper } from './figure-ground.ts';

const PAPER = /<rect width="([\d.]+)" height="([\d.]+)" fill="[^"]*"\/>\n/u;

describe('withoutPaper', () => {
  const { a4 } = sampleKept().pictures;

  it('takes the ground of the whole picture away, and nothing else', () => {
    const bare = withoutPaper(a4);
    expect(bare.svg.length).toBeLessThan(a4.svg.length);
    expect(a4.svg.replace(PAPER, '')).toBe(bare.svg);
    expect({ ...bare, svg: '' }).toEqual({ ...a4, svg: '' });
    // What is invented says so on its own ground.
    expect(bare.svg).toMatch(/<rect width="[\d.]+" height="[\d.]+" fill="[^"]*"\/>/u);
    expect(bare.svg).toContain('data-role="mark"');
  });

  it('takes it once', () => {
    expect(withoutPaper(withoutPaper(a4))).toEqual(withoutPaper(a4));
  });
});
