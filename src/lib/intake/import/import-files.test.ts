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
