import { describe, expect, it } from 'vitest';
import { textTable, widthOf } from './text-table.ts';

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['名次', 4],
    ['a名，', 5],
    ['—·', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('textTable', () => {
  it('lines columns up on their side', () => {
    expect(
      textTable([
        { head: '名', cells: ['甲县', 'b'], align: 'left' },
        { head: 'n', cells: ['1', '10'], align: 'right' },
      ]),
    ).toEqual(['名     n', '────  ──', '甲县   1', 'b     10']);
  });
});
