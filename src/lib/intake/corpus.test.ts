/** Hundreds of tables as offices write them: exactly right, or refused with the right cell and reason. */
import { describe, expect, test } from 'vitest';
import { bookCase, BOOK_FILES, NUMBER_CELLS, SHEET_TRICKS } from './testing/corpus/book-corpus.ts';
import {
  expectedCells,
  importCorpus,
  importedCells,
  ofSeverity,
  unaccounted,
  wrongTables,
} from './testing/corpus/judge.ts';
import { DIMENSIONS, type Dimension } from './testing/corpus/options.ts';
import { textCase, TEXT_FILES, type CorpusCase } from './testing/corpus/text-corpus.ts';
import { TEXT_FORMS } from './testing/corpus/text-file.ts';
import { WRONG_CASES } from './testing/corpus/wrong-corpus.ts';

const range = (length: number) => Array.from({ length }, (_, n) => n);

/** A new year moves the cut-off; what is hidden is read and said. */
const SAID_RIGHTLY = /^(cutoff_moved|rows_hidden)\b/;

function judge({ file, period }: CorpusCase): void {
  const outcome = importCorpus([file], { period });
  expect(ofSeverity(outcome, 'error')).toEqual([]);
  expect(importedCells(outcome)).toEqual(expectedCells(file));
  expect(ofSeverity(outcome, 'warning').filter((one) => !SAID_RIGHTLY.test(one))).toEqual([]);
  expect(outcome.questions).toEqual([]);
  expect(unaccounted(outcome, [file])).toEqual([]);
  expect(outcome.counts.refused).toBe(0);
  expect(wrongTables(outcome)).toEqual([]);
}

describe('text tables that tell the clean table', () => {
  test.each(range(TEXT_FILES).map((n) => [textCase(n).name, n] as const))('%s', (_, n) => {
    judge(textCase(n));
  });

  test('every choice is met at least three times', () => {
    const cases = range(TEXT_FILES).map(textCase);
    const count = (of: (one: (typeof cases)[number]) => string) => (choice: string) =>
      cases.filter((one) => of(one) === choice).length;
    for (const [name, list] of Object.entries(DIMENSIONS))
      for (const choice of new Set<string>(list))
        expect(
          count(({ options }) => options[name as Dimension])(choice),
          choice,
        ).toBeGreaterThanOrEqual(3);
    for (const [name, list] of Object.entries(TEXT_FORMS))
      for (const choice of list)
        expect(
          count(({ form }) => form[name as keyof typeof form])(choice),
          choice,
        ).toBeGreaterThanOrEqual(3);
    expect(cases.length).toBeGreaterThanOrEqual(130);
  });
});

describe('tables with something wrong', () => {
  test.each(WRONG_CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { files, options, errors, warnings = [], refused, questions = [], conflicts = 0 } = one;
    const outcome = importCorpus(files, options);
    const prefix = (file: string) => (files.length > 1 ? `${file} ` : '');
    const said = (severity: string) =>
      outcome.findings
        .filter((finding) => finding.severity === severity && finding.code !== 'cutoff_moved')
        .map(({ file, code, cell }) => `${prefix(file)}${code} ${cell ?? ''}`.trim())
        .sort();
    expect(said('error')).toEqual([...errors].sort());
    expect(said('warning')).toEqual([...warnings].sort());
    const isRefused = (row: number) => refused === 'all' || refused.includes(row + 1);
    const want = files.flatMap((file) => expectedCells(file, (_sheet, row) => isRefused(row)));
    expect(importedCells(outcome)).toEqual(want.sort());
    expect(outcome.questions.map(({ kind, key }) => `${kind} ${key}`)).toEqual(questions);
    expect(outcome.conflicts).toHaveLength(conflicts);
    const rows = outcome.files.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.rows));
    const refusedRows = rows.flatMap(({ row, fate }) => (fate.fate === 'refused' ? [row] : []));
    if (refused !== 'all') expect([...new Set(refusedRows)].sort()).toEqual([...refused].sort());
    expect(unaccounted(outcome, files)).toEqual([]);
    expect(wrongTables(outcome)).toEqual([]);
  });
});

describe('workbooks that tell the clean table', () => {
  test.each(range(BOOK_FILES).map((n) => [bookCase(n).name, n] as const))('%s', (_, n) => {
    judge(bookCase(n));
  });

  test('every way to keep a number and every trick is met', () => {
    const cases = range(BOOK_FILES).map(bookCase);
    for (const how of NUMBER_CELLS)
      expect(
        cases.some(({ numbers }) => numbers === how),
        how,
      ).toBe(true);
    for (const trick of SHEET_TRICKS)
      expect(cases.filter((one) => one.trick === trick).length, trick).toBeGreaterThanOrEqual(6);
    expect(cases.length).toBeGreaterThanOrEqual(45);
  });
});
