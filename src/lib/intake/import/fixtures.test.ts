import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFaults } from '../check-data.ts';
import { withAnswer } from '../mapping/with-answer.ts';
import { EMPTY_MAPPING, type Mapping } from '../mapping/mapping.ts';
import { parsePeriod } from '../period.ts';
import { importFiles } from './import-files.ts';
import { blankData } from './testing/blank-data.ts';
import { withTables } from './testing/folder.ts';

const folder = blankData();

function take(name: string, mapping?: Mapping, year?: string) {
  const url = new URL(`../testing/fixtures/${name}`, import.meta.url);
  const handedIn = { name, bytes: new Uint8Array(readFileSync(url)) };
  const options = {
    ...(mapping ? { mapping } : {}),
    period: year === undefined ? null : parsePeriod(year),
  };
  const outcome = importFiles([handedIn], folder, options);
  const merged = withTables(folder, outcome.tables);
  const faults = outcome.tables.length > 0 ? findFaults(merged) : [];
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return {
    refusal: outcome.files[0]?.refusal,
    fates: outcome.files.flatMap(({ sheets }) =>
      sheets.flatMap(({ rows }) =>
        rows.map(({ fate }) => (fate.fate === 'imported' ? fate.values : fate.reason)),
      ),
    ),
    cells: outcome.cells.map(
      ({ cell, institution_id, indicator, period, value }) =>
        `${cell} ${institution_id} ${indicator} ${period} ${value}`,
    ),
    errors: outcome.findings.flatMap(({ severity, code, cell }) =>
      severity === 'error' ? [`${cell} ${code}`] : [],
    ),
    warnings: outcome.findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ code }) => code),
    questions: outcome.questions.map(
      ({ kind, key, cell, waiting }) => `${kind} ${key} ${cell} ${waiting}`,
    ),
  };
}

const THREE = (row: number) => [
  `C${row} syn-990121 TZ1 2023 45`,
  `D${row} syn-990121 TZ2 2023 60`,
  `C${row + 1} syn-990123 TZ1 2023 38`,
  `D${row + 1} syn-990123 TZ2 2023 52`,
  `C${row + 2} syn-990124 TZ1 2023 30`,
  `D${row + 2} syn-990124 TZ2 2023 41`,
];
const CLEAN = { refusal: null, errors: [], warnings: [], questions: [] };

test('a plain table, in UTF-8, in GB18030, with CRLF and blank rows at the end', () => {
  for (const name of ['01_utf8.csv', '03_gb18030.csv', '18_crlf_blank.csv'])
    expect(take(name)).toEqual({ ...CLEAN, fates: ['header', 2, 2, 2], cells: THREE(2) });
});

test('title, units, a total and notes around the table', () => {
  expect(take('04_title_notes.csv')).toEqual({
    ...CLEAN,
    fates: ['title', 'unit', 'header', 2, 2, 2, 'total', 'note', 'note'],
    cells: THREE(4),
  });
});

test('two header rows: what is not known is asked once, and then known', () => {
  const asked = take('05_merged_header.csv', undefined, '2023');
  expect(asked).toMatchObject({
    fates: ['header', 'header', 'heading_unknown', 'heading_unknown'],
    cells: [],
    errors: ['C3 heading_unknown', 'C4 heading_unknown'],
    questions: ['heading 强制检定/完成率 C2 2'],
  });
  const question = { kind: 'heading', key: '强制检定/完成率' } as const;
  const mapping = withAnswer(EMPTY_MAPPING, question, 'ignore');
  const answered = take('05_merged_header.csv', mapping, '2023');
  expect(answered).toMatchObject({ errors: [], questions: [], fates: ['header', 'header', 3, 3] });
  expect(answered.cells).toContain('E4 syn-990123 TZ2H 2023 9');
  expect(take('05_merged_header.csv', mapping).errors).toEqual([
    'B3 period_absent',
    'B4 period_absent',
  ]);
});

test('headings that nobody knows refuse the rows; nothing of them is taken', () => {
  for (const [name, keys] of [
    ['07_wan.csv', ['检定台件数(万台件)', '产值']],
    ['08_missing.csv', ['A', 'B', 'C']],
    ['12_tab.tsv', ['项目数']],
    ['14_ragged.csv', ['A', 'B']],
    ['16_fullwidth_comma.csv', ['项目数']],
    ['19_dup_header.csv', ['数量']],
  ] as const) {
    const { cells, fates, questions } = take(name);
    expect(cells).toEqual([]);
    expect(new Set(fates)).toEqual(new Set(['header', 'heading_unknown']));
    expect(questions.map((question) => question.split(' ')[1])).toEqual(keys);
  }
  expect(take('14_ragged.csv').errors).toContain('E4 heading_absent');
});

test('answers given once: tabs, full-width commas', () => {
  const mapping = withAnswer(EMPTY_MAPPING, { kind: 'heading', key: '项目数' }, { code: 'TZ1' });
  expect(take('12_tab.tsv', mapping).cells).toEqual(['C2 syn-990121 TZ1 2023 45']);
  expect(take('16_fullwidth_comma.csv', mapping).cells).toEqual([
    'C2 syn-990121 TZ1 2023 45',
    'C3 syn-990123 TZ1 2023 38',
  ]);
});

test('tables without an indicator are no tables of statistics', () => {
  for (const name of ['10_dates.csv', '13_leading_zero_code.csv'])
    expect(take(name)).toMatchObject({ cells: [], errors: ['null no_table'] });
});

test('workbooks: refused rows name the cell in each of them', () => {
  for (const name of ['ok.xlsx', 'ok.xls', 'ok.et'])
    expect(take(name)).toMatchObject({
      fates: ['title', 'header', 'header', 'heading_unknown', 'heading_unknown', 'total'],
      errors: [
        'A4 place_not_valid',
        'C4 heading_unknown',
        'A5 place_not_valid',
        'C5 heading_unknown',
      ],
      cells: [],
    });
});

test('files that are not what they are called, empty, cut off or far too large', () => {
  for (const [name, refusal] of [
    ['empty.xlsx', 'empty'],
    ['html_as.xlsx', 'not_this_format'],
    ['sparse.xlsx', 'too_many_cells'],
    ['trunc.xlsx', 'damaged'],
  ] as const)
    expect(take(name)).toMatchObject({
      refusal,
      fates: [],
      cells: [],
      errors: [`null refused_${refusal}`],
    });
});
