/** Workbooks with one thing wrong in the way only workbooks have it. */
import { writeBook, type BookSheet } from '../../workbook/testing/write-book.ts';
import type { CorpusFile } from './judge.ts';
import type { Sheet } from './sheet.ts';
import { plainSheet, ROW, telling, typed, type WrongCase } from './wrong-corpus.ts';

const book = (
  sheets: readonly (Sheet & Pick<BookSheet, 'hidden'>)[],
  name = '统计表.xlsx',
  type: 'xlsx' | 'biff8' | 'ods' | 'xlsb' = 'xlsx',
): CorpusFile => ({ name, bytes: writeBook(sheets, type), sheets, named: true });

const one = (
  name: string,
  sheet: Sheet,
  errors: readonly string[],
  refused: WrongCase['refused'],
  more: Partial<WrongCase> = {},
): WrongCase => ({ name, files: [book([sheet])], errors, refused, ...more });

const named = (sheet: Sheet, name: string): Sheet => ({ ...sheet, name });

/** Only the rows of some places, the others taken out. */
function only(sheet: Sheet, rows: readonly number[]): Sheet {
  const keep = (at: number) => at < ROW.header || rows.includes(at + 1);
  const kept = sheet.rows.flatMap((_, at) => (keep(at) ? [at] : []));
  return {
    ...sheet,
    rows: kept.map((at) => sheet.rows[at] ?? []),
    expected: sheet.expected.flatMap((told) => {
      const row = kept.indexOf(told.row);
      return row < 0 ? [] : [{ ...told, row }];
    }),
  };
}

const K4 = (cell: { number: number; format: string; text: string }) =>
  typed(plainSheet(), { K4: cell });

export const WRONG_BOOKS: readonly WrongCase[] = [
  one(
    'a date where a number was typed',
    typed(plainSheet(), { K4: { text: '3月4日', day: '2026-03-04', format: 'm"月"d"日"' } }),
    ['unclear_date K4'],
    [ROW.乙],
  ),
  one(
    'a number that is shown as a percentage',
    K4({ text: '', number: 0.5, format: '0%' }),
    ['unit_incompatible K4'],
    [ROW.乙],
  ),
  one(
    'another unit in the number format',
    K4({ text: '', number: 500, format: '0"人次"' }),
    ['unit_incompatible K4'],
    [ROW.乙],
  ),
  one(
    'a formula with a fraction for a count',
    typed(plainSheet(), { K4: { text: '', number: 12.5, formula: '25/2' } }),
    ['value_not_integer K4'],
    [ROW.乙],
  ),
  one(
    'a text that looks like a formula',
    typed(plainSheet(), { K4: '=1+1' }),
    ['unclear_spreadsheet_error K4'],
    [ROW.乙],
  ),
  one('a sheet called __proto__', named(plainSheet(), '__proto__'), [], []),
  {
    name: 'a sheet that is hidden is read and said',
    files: [
      book([
        only(plainSheet(), [3, 4, 5]),
        { ...only(named(plainSheet(), '旧表'), [6, 7, 8, 9]), hidden: true },
      ]),
    ],
    errors: [],
    warnings: ['sheet_hidden'],
    refused: [],
  },
  {
    name: 'two sheets that contradict each other',
    files: [book([plainSheet(), only(named(telling(plainSheet(), 'K4', 1), '复核'), [4])])],
    errors: ['conflict K3', 'conflict K4'],
    refused: ['统计表!4', '复核!3'],
    conflicts: 1,
  },
  ...(['biff8', 'xlsb', 'ods'] as const).map((type): WrongCase => ({
    name: `an unclear number in .${type}`,
    files: [
      book(
        [typed(plainSheet(), { K4: '300～400' })],
        `统计表.${type === 'biff8' ? 'xls' : type}`,
        type,
      ),
    ],
    errors: ['unclear_range K4'],
    refused: [ROW.乙],
  })),
];
