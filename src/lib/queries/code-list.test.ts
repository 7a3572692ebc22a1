import { describe, expect, it } from 'vitest';
import { codeList } from './code-list.ts';

describe('codeList(codes)', () => {
  it('joins codes', () => {
    expect(codeList(['M01', 'M02'])).toBe('M01,M02');
    expect(codeList([])).toBe('');
  });

  it.each(['a,b', ',', ''])('refuses %j, which would ask for something else', (code) => {
    expect(() => codeList(['M01', code])).toThrow(
      expect.objectContaining({ code: 'query_failed', subject: code }),
    );
  });
});
