import { expect, test } from 'vitest';
import { parsePeriod } from '../period.ts';
import { importFiles } from './import-files.ts';
import { IMPORT_STAGES, type HandedIn } from './outcome.ts';
import { importFolder } from './testing/folder.ts';

const folder = importFolder();
const file = (name: string, text: string): HandedIn => ({
  name,
  bytes: new TextEncoder().encode(text),
});
const TABLE = '机构,一级\n甲所,12\n';
const year = (period: string) => ({ period: parsePeriod(period) });

test('a table of text, with the year that was chosen', () => {
  const outcome = importFiles([file('表.csv', TABLE)], folder, year('2025'));
  expect(outcome.counts).toMatchObject({ rows: 2, imported: 1, values: 1 });
  expect(outcome.cells).toMatchObject([{ cell: 'B2', institution_id: 'syn-1', indicator: 'A' }]);
  expect(outcome.files).toMatchObject([
    { file: '表.csv', format: 'csv', encoding: 'utf-8', refusal: null, sheets: [{ sheet: '' }] },
  ]);
  expect(outcome.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('without a year nothing is taken', () => {
  const outcome = importFiles([file('表.csv', TABLE)], folder);
  expect(outcome.counts).toMatchObject({ imported: 0, refused: 1 });
  expect(outcome.findings.map(({ code, cell }) => [code, cell])).toEqual([['period_absent', 'B2']]);
});

test('two files of one name are told apart, the same way in either order', () => {
  const files = [file('表.csv', TABLE), file('表.csv', '机构,二级\n甲所,3\n')];
  const outcome = importFiles(files, folder, year('2025'));
  expect(outcome.files.map((report) => report.file)).toEqual(['表.csv', '表.csv (2)']);
  expect(outcome.cells.map((cell) => cell.file).sort()).toEqual(['表.csv', '表.csv (2)']);
  expect(importFiles([...files].reverse(), folder, year('2025'))).toEqual(outcome);
});

test('the same file under two names is read once and said to be the same', () => {
  const files = [file('a.csv', TABLE), file('b.csv', TABLE)];
  const outcome = importFiles(files, folder, year('2025'));
  expect(outcome.counts).toMatchObject({ imported: 1, duplicates: 1 });
  expect(outcome.findings.filter(({ code }) => code === 'file_twice')).toMatchObject([
    { file: 'b.csv', severity: 'information' },
  ]);
  const sources = outcome.tables.find(({ path }) => path === 'sources.csv');
  expect(new TextDecoder().decode(sources?.bytes).match(/import-synthetic-/g)).toHaveLength(1);
});

test('a file that cannot be opened does not keep the others from being read', () => {
  const files = [file('坏.xlsx', 'PK'), file('表.csv', TABLE), file('空.csv', '')];
  const outcome = importFiles(files, folder, year('2025'));
  expect(outcome.files.map(({ file: name, refusal }) => [name, refusal === null])).toEqual([
    ['坏.xlsx', false],
    ['空.csv', false],
    ['表.csv', true],
  ]);
  expect(outcome.counts.imported).toBe(1);
});

test('nothing handed in, nothing done', () => {
  const outcome = importFiles([], folder);
  expect(outcome).toMatchObject({ files: [], cells: [], findings: [], tables: [] });
});

test('progress goes through the stages in order', () => {
  const stages: string[] = [];
  importFiles([file('表.csv', TABLE)], folder, {
    ...year('2025'),
    onProgress: (done, total, what) => {
      expect(done).toBeGreaterThanOrEqual(0);
      expect(done).toBeLessThanOrEqual(total);
      if (stages[stages.length - 1] !== what) stages.push(what);
    },
  });
  expect(stages).toEqual(IMPORT_STAGES);
});

test('keys out of files are no keys of objects', () => {
  const text = '机构,__proto__,constructor\n甲所,1,2\ntoString,3,4\n';
  const outcome = importFiles([file('__proto__.csv', text)], folder, year('2025'));
  expect(outcome.counts).toMatchObject({ rows: 3, imported: 0, refused: 2 });
  expect(outcome.questions.map(({ key }) => key)).toContain('__proto__');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('quarters without a year are asked about once, and taken as those of the year that is given', () => {
  const text = '一级,,\n机构,一季度,二季度\n甲所,4,5\n乙所,3,4\n';
  const asked = importFiles([file('表.csv', text)], folder);
  expect(asked.counts).toMatchObject({ rows: 4, imported: 0, refused: 2 });
  expect(asked.questions).toMatchObject([{ kind: 'period', cell: 'B3', waiting: 2 }]);
  const outcome = importFiles([file('表.csv', text)], folder, year('2025'));
  expect(outcome.questions).toEqual([]);
  expect(outcome.cells.map(({ cell, period, value }) => [cell, period, value])).toEqual([
    ['B3', '2025-Q1', 4],
    ['C3', '2025-Q2', 5],
    ['B4', '2025-Q1', 3],
    ['C4', '2025-Q2', 4],
  ]);
});

test('a column of totals beside columns of institutions is named by its own heading', () => {
  const outcome = importFiles(
    [file('2025年.csv', '指标,甲所,乙所,合计\n一级,12,13,25\n人员,31,32,63\n')],
    folder,
  );
  const left = outcome.findings.filter(({ code }) => code === 'lane_ignored');
  expect(left.map(({ cell, rule }) => [cell, rule.zh.includes('“合计”')])).toEqual([['D2', true]]);
});

test('rows that leave their name blank are told with the name that they are read under', () => {
  const text = '机构,指标,数值\n甲所,一级,12\n,人员,31\n乙所,一级,13\n,人员,32\n';
  const outcome = importFiles([file('2025年.csv', text)], folder);
  const said = outcome.findings.filter(({ code }) => code === 'place_carried');
  expect(said.map(({ row, became }) => [row, became.zh])).toEqual([
    [3, '甲所'],
    [5, '乙所'],
  ]);
  expect(outcome.cells.map(({ institution_id }) => institution_id)).toEqual([
    'syn-1',
    'syn-1',
    'syn-2',
    'syn-2',
  ]);
});
