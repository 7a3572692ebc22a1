import { expect, test } from 'vitest';
import type { ImportFinding } from '../import/outcome.ts';
import { byCell } from './by-cell.ts';

const finding = (code: string, cell: string | null, more: Partial<ImportFinding> = {}) => ({
  ...{ severity: 'error' as const, code, file: 'a.csv', sheet: '', row: 2, cell, raw: '45' },
  became: { zh: '', en: '' },
  rule: { zh: `${code}不成立`, en: `${code} fails` },
  todo: { zh: '核对', en: 'check' },
  ...more,
});

test('what is wrong with one cell is one finding, its reasons counted, the cure said once', () => {
  const found = byCell([
    finding('jump', 'B2'),
    finding('other', 'C2'),
    finding('stock_flow', 'B2'),
    finding('jump', 'B2', { rule: { zh: '与下年不符', en: 'against next year' } }),
  ]);
  expect(found.map(({ code, cell, rule, todo }) => [code, cell, rule.zh, todo.zh])).toEqual([
    ['jump+stock_flow', 'B2', '①jump不成立；②stock_flow不成立；③与下年不符', '核对'],
    ['other', 'C2', 'other不成立', '核对'],
  ]);
});

test('rows, other severities, other sheets and other files keep their own', () => {
  const all = [
    finding('a', null),
    finding('b', null),
    finding('a', 'B2'),
    finding('b', 'B2', { severity: 'warning' }),
    finding('b', 'B2', { sheet: '表二' }),
    finding('b', 'B2', { file: 'b.csv' }),
  ];
  expect(byCell(all)).toEqual(all);
});
