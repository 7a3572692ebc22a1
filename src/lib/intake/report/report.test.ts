import { expect, test } from 'vitest';
import { openFolder } from '../import/folder.ts';
import { importSheets } from '../import/import-sheets.ts';
import { importFolder } from '../import/testing/folder.ts';
import { handMade } from '../import/testing/hand-made.ts';
import { groupFindings, reportJson, reportOf, reportText } from './report.ts';

const folder = openFolder(importFolder());
const mixed = importSheets(
  [
    handMade({
      name: '甲.xlsx',
      sheet: '基本情况',
      region: '990101',
      indicators: ['A', 'D'],
      lines: [
        { place: 'syn-1', cells: ['１２人', '3或4'] },
        { place: 'tpl-331002', cells: ['12余', '—'] },
        { place: null, placeText: '无名所', cells: [5] },
        { place: 'syn-2', cells: ['备注'], role: 'note' },
      ],
    }),
  ],
  folder,
);

const flood = importSheets(
  [
    handMade({
      region: '990101',
      indicators: ['A'],
      lines: Array.from({ length: 120 }, () => ({ place: 'syn-1', cells: ['第3'] })),
    }),
  ],
  folder,
);

test('JSON: complete, in the order of the files, the same bytes each time', () => {
  const report = reportOf(mixed);
  expect(report).toMatchObject({
    format: 'hengjian-intake-report',
    version: 1,
    counts: { rows: 5, imported: 1, skipped: 2, refused: 2 },
    files: [
      {
        file: '甲.xlsx',
        refusal: null,
        sheets: [
          {
            sheet: '基本情况',
            rows: [
              { row: 1, fate: 'skipped', reason: 'header' },
              { row: 2, fate: 'refused', reason: 'unclear_two_numbers' },
              { row: 3, fate: 'imported', values: 1, gaps: 0 },
              { row: 4, fate: 'refused', reason: 'place_unknown' },
              { row: 5, fate: 'skipped', reason: 'note' },
            ],
          },
        ],
      },
    ],
    questions: [{ kind: 'institution', key: '无名所' }],
    conflicts: [],
    cells: [
      {
        cell: 'B3',
        raw: '12余',
        became: { value: 12, qualifier: 'more_than', value_text: '12余', unit: '人' },
        rule: ['qualifier'],
        change: 'fills_gap',
      },
      { cell: 'C3', became: { value: null, missing_reason: 'not_reported' }, change: 'unchanged' },
    ],
  });
  expect(JSON.parse(reportJson(mixed))).toEqual(JSON.parse(JSON.stringify(report)));
  expect(reportJson(mixed)).toBe(reportJson(mixed));
  expect(reportOf(flood).findings).toHaveLength(120);
});

test('text: what came of it first, then errors, questions, warnings, information', () => {
  const text = reportText(mixed, 'zh');
  expect(text.split('\n').slice(0, 10)).toEqual([
    '导入报告',
    '',
    '共 5 行：导入 1 行，略过 2 行，拒绝 2 行',
    '略过的行：注释 1，表头 1',
    '取得 1 个数、0 个缺数原因',
    '1 个与已有数据相同',
    '拒绝的行见下面的错误，改好后再导入一次即可；导入过的行不会重复',
    '要改动的数据文件：template/observations/2025.csv，sources.csv',
    '',
    '甲.xlsx（xlsx）',
  ]);
  expect(text).toContain('- 甲.xlsx 基本情况!C2  “3或4”\n  一格里有两个数，不能猜\n  怎么办：');
  const order = ['错误', '需要确认'].map((word) => text.indexOf(`${word}：`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const english = reportText(mixed, 'en');
  expect(english).toContain('5 rows: 1 imported, 2 skipped, 2 refused');
  expect(english).toContain('There are two numbers in one cell');
  expect(english).not.toMatch(/undefined|\{\w+\}/);
});

test('floods: fifty one by one, then how many more', () => {
  const [group] = groupFindings(flood.findings);
  expect(group).toMatchObject({ code: 'unclear_ordinal', more: 70 });
  expect(group?.listed).toHaveLength(50);
  const text = reportText(flood, 'zh');
  expect(text).toContain('错误：120 条');
  expect(text).toContain('同样的还有 70 条');
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(50);
});

test('nothing in a file reaches the terminal as a command', () => {
  const hostile = importSheets(
    [
      handMade({
        name: 'a\u001b[2J.xlsx',
        sheet: 'x\u0007\ny',
        region: '990101',
        indicators: ['A'],
        lines: [{ place: 'syn-1', cells: ['\u001b]0;x\u0007第3\n\u202e'] }],
      }),
    ],
    folder,
  );
  // eslint-disable-next-line no-control-regex
  expect(reportText(hostile, 'zh')).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u202e]/);
});
