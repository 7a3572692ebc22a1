import { describe, expect, it } from 'vitest';
import { finder, searchText } from './search.ts';

const row = searchText([
  '社会公用计量标准',
  'Public measurement standards',
  null,
  '63 658 项',
  '630余家',
]);

describe('finder(query)', () => {
  it.each([
    '',
    '  ',
    '计量标准',
    'PUBLIC',
    '６３０余',
    '63658',
    '63 658',
    '公用 standards',
    'public 630',
  ])('finds with %j', (query) => {
    expect(finder(query)(row)).toBe(true);
  });

  it.each(['能源', '公用 能源', '631', 'null', '准\npublic'])('does not find with %j', (query) => {
    expect(finder(query)(row)).toBe(query === '准\npublic');
  });

  it('takes signs of patterns as they are', () => {
    expect(finder('.*')(row)).toBe(false);
    expect(finder('(')(searchText(['a(b']))).toBe(true);
  });
});
