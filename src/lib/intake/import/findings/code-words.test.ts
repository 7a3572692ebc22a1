import { expect, test } from 'vitest';
import { corpusFolder } from '../../testing/corpus/folder.ts';
import { openFolder } from '../folder.ts';
import type { ImportFinding } from '../outcome.ts';
import { inWords } from './code-words.ts';

const folder = openFolder(corpusFolder());
const finding = (rule: string, todo = ''): ImportFinding => ({
  ...{ severity: 'error', code: 'x', file: 'a.csv', sheet: '', row: 1, cell: 'B2', raw: '' },
  became: { zh: '', en: '' },
  rule: { zh: rule, en: rule },
  todo: { zh: todo, en: todo },
});
const said = (text: string) => inWords([finding(text)], folder)[0]?.rule;

test('codes of indicators are words, and stand in brackets at the end', () => {
  expect(said('期末数 = 上期末数 + 增 - 减（60 + TZ2N = 61），须写明 TZ2N')?.zh).toMatch(
    /^期末数 = 上期末数 \+ 增 - 减（60 \+ [^A-Z]+ = 61），须写明 [^A-Z]+（TZ2N）$/u,
  );
  expect(said('TZ1 is at most TZ1N')?.en).toMatch(/^[^()]+ is at most [^()]+ \(TZ1, TZ1N\)$/);
});

test('cells, paths and words that are no codes stay', () => {
  for (const text of ['synthetic/observations/2025.csv!H17', '表.xlsx 表一!TZ1', 'CSV 与 XLSX', ''])
    expect(said(text)?.zh).toBe(text);
});
