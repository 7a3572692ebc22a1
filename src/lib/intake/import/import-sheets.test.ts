import { expect, test } from 'vitest';
import { checkData } from '../check-data.ts';
import { smallData, type SmallRow } from '../testing/small-data.ts';
import { openFolder } from './folder.ts';
import { importSheets, type FileInput } from './import-sheets.ts';
import { handMade, type HandMade } from './testing/hand-made.ts';

const ROWS: readonly SmallRow[] = [
  { indicator: 'A', value: '4' },
  { indicator: 'B', value: '', reason: 'late' },
  { indicator: 'D', value: '19' },
];

const folder = smallData({ years: { 2025: ROWS } });
const run = (...files: FileInput[]) => importSheets(files, openFolder(folder));
const one = (made: HandMade) => run(handMade(made));
const text = (files: readonly { path: string; bytes: Uint8Array }[], path: string) =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
const said = (outcome: ReturnType<typeof run>, code: string) =>
  outcome.findings.filter((finding) => finding.code === code);
const fates = (outcome: ReturnType<typeof run>) =>
  outcome.files[0]?.sheets[0]?.rows.map(({ fate }) =>
    fate.fate === 'imported'
      ? `imported ${fate.values}/${fate.gaps}`
      : `${fate.fate} ${fate.reason}`,
  );

test('new, filled, unchanged and revised values', () => {
  const outcome = one({
    indicators: ['A', 'B', 'D', 'N'],
    lines: [{ place: 'syn-1', cells: ['5', '3', '19', '１ 项'] }],
  });
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(fates(outcome)).toEqual(['skipped header', 'imported 3/0']);
  expect(
    outcome.cells.map(({ indicator, change, before, value }) => [indicator, change, before, value]),
  ).toEqual([
    ['A', 'revises', 4, 5],
    ['B', 'fills_gap', null, 3],
    ['D', 'unchanged', 19, 19],
    ['N', 'new', null, 1],
  ]);
  const table = text(outcome.tables, 'synthetic/observations/2025.csv').split('\n');
  expect(table.slice(1, 4).map((line) => line.replace(/,,,,,$/, ''))).toEqual(
    text(folder, 'synthetic/observations/2025.csv').split('\n').slice(1, 4),
  );
  expect(table.slice(4)).toMatchInlineSnapshot(`
    [
      "syn-1,甲所,990181,,,A,2025,5,,,人,exact,,import-synthetic-000000000000,,1,更正：原为4,表.xlsx,Sheet1,B2,5,",
      "syn-1,甲所,990181,,,B,2025,3,,,人,exact,,import-synthetic-000000000000,,1,,表.xlsx,Sheet1,C2,3,",
      "syn-1,甲所,990181,,,N,2025,1,,,项,exact,,import-synthetic-000000000000,,0,,表.xlsx,Sheet1,E2,１ 项,full_width spaces unit",
      "",
    ]
  `);
  const merged = folder.map(
    (file) => outcome.tables.find(({ path }) => path === file.path) ?? file,
  );
  expect(checkData(merged).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(said(outcome, 'revises')).toHaveLength(1);
});
