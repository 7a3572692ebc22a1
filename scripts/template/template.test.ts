import { importFiles } from '#lib/intake/import/import-files.ts';
import { readWorkbook } from '#lib/intake/workbook/read-workbook.ts';
import type { InputFile } from '#lib/intake/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../data/read-folder.ts';
import { InputError } from '../score/problem.ts';
import { makeTemplate } from './make-template.ts';
import { parseOptions } from './options.ts';

let files: InputFile[] = [];
beforeAll(async () => {
  files = await readFolder('data');
});

function make(...flags: string[]): Uint8Array {
  const options = parseOptions(flags);
  if (!options) throw new Error('help');
  return makeTemplate(files, options);
}

test.each([
  [['--period', '2025'], 9],
  [['--period', '2026', '--layer', 'synthetic'], 30],
  [['--period', '2026', '--layer', 'synthetic', '--level', 'city', '--scheme', 'core3'], 3],
])('%j: a form that, untouched, imports nothing and raises no error', (flags, institutions) => {
  const bytes = make(...flags);
  const read = readWorkbook('form.xlsx', bytes);
  if (!read.ok) throw new Error(read.detail);
  const ids = new Set<string>();
  const [form] = read.grids;
  for (let row = 0; row < (form?.rows ?? 0); row++) {
    const text = form?.cell(row, 0)?.text ?? '';
    if (/^(tpl|syn)-/.test(text)) ids.add(text);
  }
  expect(ids.size).toBe(institutions);
  const outcome = importFiles([{ name: 'form.xlsx', bytes }], files);
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(outcome.counts).toMatchObject({ imported: 0, refused: 0, values: 0, gaps: 0 });
  expect(outcome.questions).toEqual([]);
});

test('the same form is the same bytes', () => {
  const flags = ['--period', '2025', '--lang', 'en'];
  expect(make(...flags)).toEqual(make(...flags));
});

describe('what is refused', () => {
  test.each([
    [['--period', '2025-Q1'], /--period|年份/],
    [['--level', 'county'], /年份/],
    [['--period', '2025', '--layer', 'reported'], /可选 template、synthetic/],
    [['--period', '2025', '--level', 'city'], /没有这一级的机构/],
    [['--period', '2025', '--scheme', 'nosuch'], /可选/],
    [['--period', '2025', '--out', 'form.csv'], /\.xlsx/],
    [['--wrong'], /--wrong/],
  ] as const)('%j', (flags, words) => {
    const problems = () => {
      try {
        make(...flags);
        return '';
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return error.problems.map(({ text }) => text.zh).join('\n');
      }
    };
    expect(problems()).toMatch(words);
  });
});
