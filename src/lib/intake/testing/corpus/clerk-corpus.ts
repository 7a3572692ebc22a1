/** Layouts of everyday files that are told otherwise than by the options of the corpus. */
import type { ImportOptions } from '../../import/import-files.ts';
import { EMPTY_MAPPING } from '../../mapping/mapping.ts';
import { writeBook } from '../../workbook/testing/write-book.ts';
import type { CorpusFile } from './judge.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { INDICATORS } from './truth.ts';
import { plainSheet, textFile } from './wrong-corpus.ts';

export interface ClerkCase {
  readonly name: string;
  readonly file: CorpusFile;
  readonly options: ImportOptions;
  /** Codes of what is said as information, beside totals that hold. */
  readonly information: readonly string[];
}

const cell = (text: string): SheetCell => ({ text });
const text = (one: SheetCell | null | undefined) => one?.text ?? '';

/** The sheet without its first rows. */
const withoutTop = (sheet: Sheet, rows: number): Sheet => ({
  ...sheet,
  rows: sheet.rows.slice(rows),
  merges: [],
  expected: sheet.expected.map((one) => ({ ...one, row: one.row - rows })),
});

/** 强检项目数/上年 beside 强检项目数, in one row of headings. */
function previousYear(): Sheet {
  const sheet = plainSheet({ layout: 'by_period_group', place: 'region', extra: 'none' });
  const [, names = []] = sheet.rows;
  const first = names.findIndex((one) => text(one) !== '');
  const groups = (names.length - first) / 2;
  const header = names.map((one, column) =>
    column < first
      ? (sheet.rows[0]?.[column] ?? null)
      : cell(column - first < groups ? `${text(one)}/上年` : text(one)),
  );
  return withoutTop({ ...sheet, rows: [[], header, ...sheet.rows.slice(2)] }, 1);
}

/** The answer to each of its headings, as a person would choose what is proposed. */
const previousAnswers = new Map(
  INDICATORS.map(({ code, names }) => [
    `${names[0]}/上年`,
    { indicator: code, previous: true } as const,
  ]),
);

/** The total of a city in a row that has the city and no county. */
function citySubtotal(): Sheet {
  const sheet = plainSheet({ place: 'city_and_region', below: 'total', extra: 'none' });
  const city = text(sheet.rows[sheet.expected[0]?.row ?? 0]?.[0]);
  const rows = sheet.rows.map((row) =>
    text(row[0]) === '合计' ? [cell(city), ...row.slice(1)] : row,
  );
  return { ...sheet, rows };
}

/** Names in the first row of each institution alone, as merged cells are saved to text. */
function blankNames(): Sheet {
  const sheet = plainSheet({ layout: 'long', place: 'institution', extra: 'none' });
  let before = '';
  const rows = sheet.rows.map((row) => {
    const name = text(row[0]);
    const again = name !== '' && name === before;
    before = name;
    return again ? [cell(''), ...row.slice(1)] : row;
  });
  return { ...sheet, rows };
}

/** A first column of groups that are no places. */
function grouped(): Sheet {
  const sheet = plainSheet({ place: 'region', extra: 'none' });
  const rows = sheet.rows.map((row, at) =>
    at === 0 ? row : [cell(at === 1 ? '片区' : at % 2 === 0 ? '东片' : '西片'), ...row],
  );
  const expected = sheet.expected.map((one) => ({ ...one, column: one.column + 1 }));
  return { ...sheet, rows, merges: [], expected };
}

/** A cover that tells the year, and a table that does not. */
function covered(): CorpusFile {
  const table = plainSheet({ period: 'option', below: 'none' });
  const cover: Sheet = {
    name: '封面',
    rows: [
      [cell('县级计量技术机构')],
      [cell('2026年度统计表')],
      [],
      [cell('填报日期：2027年1月10日')],
    ],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    expected: [],
  };
  const sheets = [cover, table];
  return { name: '统计表.xlsx', bytes: writeBook(sheets, 'xlsx'), sheets, named: true };
}

export const CLERK_CASES: readonly ClerkCase[] = [
  {
    name: 'a column of the year before beside each, once that is confirmed',
    file: textFile(previousYear(), '2026年统计表.csv'),
    options: { mapping: { ...EMPTY_MAPPING, headings: previousAnswers } },
    information: [],
  },
  {
    name: 'the total of a city beside an empty county',
    file: textFile(citySubtotal()),
    options: {},
    // Two numbers are hedged, so that their sum is not held against them.
    information: ['total_holds', 'total_unchecked'],
  },
  {
    name: 'names in the first row of each institution alone',
    file: textFile(blankNames()),
    options: {},
    information: ['place_carried'],
  },
  {
    name: 'a column of groups of counties',
    file: textFile(grouped()),
    options: {},
    information: ['lane_ignored'],
  },
  {
    name: 'a year on the cover alone',
    file: covered(),
    options: {},
    information: ['cover_year', 'sheet_without_table'],
  },
];
