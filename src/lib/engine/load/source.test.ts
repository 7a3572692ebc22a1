import { describe, expect, it } from 'vitest';
import { isSafePath } from './source.ts';

describe('isSafePath(path)', () => {
  it.each(['manifest.json', 'reported/observation-0123456789ab.parquet', '数据/表.parquet'])(
    'lets %s pass',
    (path) => expect(isSafePath(path)).toBe(true),
  );

  it.each([
    '',
    '/etc/passwd',
    '../secret',
    'a/../../b',
    './a',
    'a//b',
    '//other.host/a',
    'https://other.host/a',
    'file:a',
    'data:text/plain,x',
    'a?b',
    'a#b',
    '%2e%2e/a',
    '..\\a',
  ])('refuses %j', (path) => expect(isSafePath(path)).toBe(false));
});
