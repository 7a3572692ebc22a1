/** Hundreds of tables as offices write them: exactly right, or refused with the right cell and reason. */
import { describe, expect, test } from 'vitest';
import { EMPTY_MAPPING } from './mapping/mapping.ts';
import { parseMapping } from './mapping/parse-mapping.ts';
import { printMapping } from './mapping/print-mapping.ts';
import { withAnswer } from './mapping/with-answer.ts';
import { CLERK_CASES } from './testing/corpus/clerk-corpus.ts';
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
import { WRONG_BOOKS } from './testing/corpus/wrong-books.ts';
import {
  plainSheet,
  telling,
  textFile,
  typed,
  WRONG_CASES,
} from './testing/corpus/wrong-corpus.ts';

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
  test.each([...WRONG_CASES, ...WRONG_BOOKS].map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
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
      const isRefused = ({ name }: { readonly name: string }, row: number) =>
        refused === 'all' || refused.includes(row + 1) || refused.includes(`${name}!${row + 1}`);
      const want = files.flatMap((file) => expectedCells(file, isRefused));
      expect(importedCells(outcome)).toEqual(want.sort());
      expect(outcome.questions.map(({ kind, key }) => `${kind} ${key}`)).toEqual(questions);
      expect(outcome.conflicts).toHaveLength(conflicts);
      const sheets = outcome.files.flatMap((file) => file.sheets);
      const refusedRows = sheets.flatMap((sheet) =>
        sheet.rows.flatMap(({ row, fate }): (number | string)[] =>
          fate.fate !== 'refused'
            ? []
            : isRefused({ name: '' }, row - 1)
              ? [row]
              : [`${sheet.sheet}!${row}`],
        ),
      );
      if (refused !== 'all') expect([...new Set(refusedRows)].sort()).toEqual([...refused].sort());
      expect(unaccounted(outcome, files)).toEqual([]);
      expect(wrongTables(outcome)).toEqual([]);
    },
  );
});

describe('against what the data hold already', () => {
  const lastYear = () => plainSheet({ layout: 'by_period', place: 'region', extra: 'none' });
  /** The table of 2025 alone: its lines end after the third cell. */
  function of2025(change: (sheet: ReturnType<typeof plainSheet>) => ReturnType<typeof plainSheet>) {
    const sheet = change(lastYear());
    const rows = sheet.rows.map((row) => row.slice(0, 3));
    const expected = sheet.expected.filter(({ period }) => period === '2025');
    return { ...sheet, rows, expected };
  }

  test('the same numbers once more: every row is unchanged, and no table is to be kept', () => {
    const sheet = of2025((one) => one);
    const outcome = importCorpus([textFile(sheet)]);
    expect(ofSeverity(outcome, 'error')).toEqual([]);
    expect(importedCells(outcome)).toEqual(expectedCells(textFile(sheet)));
    expect(new Set(outcome.cells.map(({ change }) => change))).toEqual(new Set(['unchanged']));
    expect(outcome.counts).toMatchObject({ imported: 0, refused: 0, unchanged: 84 });
    expect(outcome.tables).toEqual([]);
  });

  test('another number revises, a dash over a number keeps it; both are said', () => {
    const row = (sheet: ReturnType<typeof plainSheet>, indicator: string) =>
      (sheet.expected.find((one) => one.indicator === indicator && one.period === '2025')?.row ??
        0) + 1;
    const sheet = of2025((one) => {
      const revised = telling(one, `C${row(one, 'TZ4A')}`, 600);
      return typed(revised, { [`C${row(one, 'TZ4B')}`]: '—' });
    });
    const outcome = importCorpus([textFile(sheet)]);
    expect(ofSeverity(outcome, 'error')).toEqual([]);
    const changed = outcome.cells.filter(({ change }) => change !== 'unchanged');
    expect(
      changed.map(({ indicator, change, value, before }) => [indicator, change, value, before]),
    ).toEqual([
      ['TZ4A', 'revises', 600, 536],
      ['TZ4B', 'kept', null, 103],
    ]);
    expect(outcome.counts).toMatchObject({ imported: 1, revised: 1, refused: 0 });
    const said = ofSeverity(outcome, 'warning');
    expect(said.some((one) => one.startsWith('revises'))).toBe(true);
    expect(said.some((one) => one.startsWith('gap_kept'))).toBe(true);
    expect(wrongTables(outcome)).toEqual([]);
  });

  test('one file twice, and one row twice: taken once', () => {
    const twice = importCorpus([textFile(plainSheet(), 'a.csv'), textFile(plainSheet(), 'b.csv')]);
    expect(ofSeverity(twice, 'error')).toEqual([]);
    expect(twice.counts).toMatchObject({ imported: 7, refused: 0, values: 79, gaps: 4 });
    expect(twice.findings.some(({ code }) => code === 'file_twice')).toBe(true);
    const sheet = plainSheet();
    const again = { ...sheet, rows: [...sheet.rows, sheet.rows[4] ?? []] };
    const row = importCorpus([textFile(again)]);
    expect(ofSeverity(row, 'error')).toEqual([]);
    expect(row.files[0]?.sheets[0]?.rows[9]?.fate).toEqual({
      fate: 'skipped',
      reason: 'duplicate',
    });
    expect(unaccounted(row, [textFile(again)])).toEqual([]);
  });

  test('the order in which files are handed in makes no difference', () => {
    const files = [
      textFile(plainSheet(), 'a.csv'),
      textFile(telling(plainSheet(), 'K4', 1), 'b.csv'),
    ];
    expect(importCorpus([...files].reverse())).toEqual(importCorpus(files));
  });
});

describe('layouts of everyday files', () => {
  test.each(CLERK_CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { file, options, information } = one;
    const outcome = importCorpus([file], options);
    expect(ofSeverity(outcome, 'error')).toEqual([]);
    expect(importedCells(outcome)).toEqual(expectedCells(file));
    expect(ofSeverity(outcome, 'warning').filter((said) => !SAID_RIGHTLY.test(said))).toEqual([]);
    expect(outcome.questions).toEqual([]);
    expect(unaccounted(outcome, [file])).toEqual([]);
    expect(outcome.counts.refused).toBe(0);
    expect(wrongTables(outcome)).toEqual([]);
    const said = outcome.findings.filter(({ severity }) => severity === 'information');
    const codes = new Set(said.map(({ code }) => code).filter((code) => code !== 'rows_filled'));
    expect([...codes].sort()).toEqual([...information].sort());
  });

  test('what is proposed for a column of the year before is taken once it is chosen', () => {
    const [{ file }] = CLERK_CASES as readonly [(typeof CLERK_CASES)[number]];
    const asked = importCorpus([file]);
    expect(asked.counts.imported).toBe(0);
    const [first] = asked.questions;
    expect([first?.key, first?.proposals[0]?.name]).toEqual([
      '强制检定项目数量/上年',
      '强制检定项目数量（上年）',
    ]);
    const answered = asked.questions.reduce(
      (mapping, question) =>
        question.kind === 'period'
          ? mapping
          : withAnswer(
              mapping,
              { kind: question.kind, key: question.key },
              { code: question.proposals[0]?.code ?? '' },
            ),
      EMPTY_MAPPING,
    );
    const read = parseMapping(JSON.parse(printMapping(answered)));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const outcome = importCorpus([file], { mapping: read.mapping });
    expect(importedCells(outcome)).toEqual(expectedCells(file));
    expect(outcome.conflicts).toEqual([]);
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
