import { makeFinding } from '#lib/intake/index.ts';
import { expect, test } from 'vitest';
import { formatAccounts, formatFindings, formatOutcome } from './report.ts';

const place = { file: 'synthetic/observations/2025.csv', row: 17, column: 'value', cell: 'H17' };
const error = makeFinding('number_thousands', place, {
  found: '1,234',
  params: { suggestion: '1234' },
});
const warning = makeFinding('row_blank', { file: 'sources.csv', row: 9, cell: 'A9' });

test('a finding says where, what, by which rule, and what to do', () => {
  expect(formatFindings([error], 'zh')).toEqual([
    '错误 · synthetic/observations/2025.csv (1)',
    '  ✗ H17 · 第 17 行 · value [number_thousands]',
    '      值  "1,234"',
    '      规则  数值不带千分位逗号',
    '      处理  改为 1234',
  ]);
  expect(formatFindings([error], 'en')).toContain('      to do  Write 1234');
});

test('errors come before warnings, each file named once', () => {
  const text = formatFindings([warning, error, error], 'zh').join('\n');
  expect(text.indexOf('错误')).toBeLessThan(text.indexOf('提示'));
  expect(text.match(/2025\.csv \(2\)/g)).toHaveLength(1);
});

test('a long cell is cut on screen only', () => {
  const long = makeFinding('formula', place, { found: '='.repeat(500) });
  expect(Math.max(...formatFindings([long], 'zh').map((line) => line.length))).toBeLessThan(140);
  expect(long.found).toHaveLength(500);
});

test('the outcome counts errors and warnings apart', () => {
  expect(formatOutcome([error, warning], 'en')).toMatch(/^1 errors, 1 notes: nothing was written/);
  expect(formatOutcome([warning], 'en')).toBe('all checks passed, 1 notes');
});

test('accounts show rows = kept + superseded + left out', () => {
  const account = { file: 'a.csv', table: 'source', layer: null, rows: 6 } as const;
  const [, line] = formatAccounts([{ ...account, kept: 3, superseded: 2, left_out: 1 }], 'zh');
  expect(line).toBe('  a.csv      6 = 3 + 2 + 1');
});
