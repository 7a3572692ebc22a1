import { describe, expect, it } from 'vitest';
import { inPages } from './native.ts';

describe('inPages', () => {
  it.each([
    [0, []],
    [1, [1]],
    [16, [16]],
    [17, [9, 8]],
    [40, [14, 14, 12]],
  ])('%i bars are on slides of %j', (count, sizes) => {
    const items = Array.from({ length: count }, (_, i) => i);
    const pages = inPages(items);
    expect(pages.map(({ length }) => length)).toEqual(sizes);
    expect(pages.flat()).toEqual(items);
  });
});
