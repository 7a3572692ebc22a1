/** Tables with one thing wrong, and what must be said of it: cell, reason, and what stays good. */
import type { ImportOptions } from '../../import/import-files.ts';
import { EMPTY_MAPPING, type Mapping } from '../../mapping/mapping.ts';
import { parsePeriod } from '../../period.ts';
import { buildSheet, PERIOD } from './build-sheet.ts';
import type { CorpusFile } from './judge.ts';
import { choices } from './random.ts';
import type { Options } from './options.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { encoded, textOf, type TextForm } from './text-file.ts';

const PLAIN: Options = {
  layout: 'wide',
  place: 'code_and_name',
  heading: 'catalogue',
  period: 'title',
  style: 'plain',
  unitRow: 'none',
  extra: 'note',
  below: 'none',
  gaps: 'none',
};
const FORM: TextForm = { encoding: 'utf-8', separator: ',', lineEnd: '\n', quotes: 'where_needed' };

/** Rows of the sheet as the spreadsheet counts them. */
export const ROW = {
  title: 1,
  header: 2,
  甲: 3,
  乙: 4,
  丁: 5,
  戊: 6,
  己: 7,
  辛: 8,
  壬: 9,
} as const;
/** Columns by what stands in them. */
export const COLUMN = {
  code: 'A',
  name: 'B',
  TZ1: 'C',
  TZ1N: 'D',
  TZ_ALL: 'E',
  TZ2: 'F',
  TZ2N: 'G',
  TZ3A: 'H',
  TZ3B: 'I',
  TZ3D: 'J',
  TZ4A: 'K',
  TZ4B: 'L',
  TZ4C: 'M',
  TZ6A: 'N',
  note: 'O',
} as const;

const plainSheet = (options: Partial<Options> = {}): Sheet =>
  buildSheet({ options: { ...PLAIN, ...options }, choose: choices(1) });

const column = (address: string) => address.charCodeAt(0) - 65;
const row = (address: string) => Number(address.slice(1)) - 1;

/** The sheet with other texts in some cells; a row beyond the end is added. */
function typed(sheet: Sheet, cells: Readonly<Record<string, string | SheetCell>>): Sheet {
  const rows = sheet.rows.map((one) => [...one]);
  for (const [address, cell] of Object.entries(cells)) {
    while (rows.length <= row(address)) rows.push([]);
    const line = rows[row(address)] ?? [];
    while (line.length <= column(address)) line.push(null);
    line[column(address)] = typeof cell === 'string' ? { text: cell } : cell;
  }
  return { ...sheet, rows };
}

/** The sheet without what the cells named told. */
const forgetting = (sheet: Sheet, ...addresses: readonly string[]): Sheet => ({
  ...sheet,
  expected: sheet.expected.filter(
    (one) =>
      !addresses.some((address) => one.row === row(address) && one.column === column(address)),
  ),
});

/** The sheet with one value told otherwise. */
const telling = (
  sheet: Sheet,
  address: string,
  value: number,
  qualifier: 'exact' = 'exact',
): Sheet => ({
  ...typed(sheet, { [address]: String(value) }),
  expected: sheet.expected.map((one) =>
    one.row === row(address) && one.column === column(address)
      ? { ...one, value, missing_reason: null, qualifier }
      : one,
  ),
});

export const textFile = (sheet: Sheet, name = '统计表.csv'): CorpusFile => ({
  name,
  bytes: encoded(textOf(sheet, FORM), 'utf-8'),
  sheets: [sheet],
  named: false,
});

export interface WrongCase {
  readonly name: string;
  readonly files: readonly CorpusFile[];
  readonly options?: ImportOptions;
  /** Errors by code and cell (`heading_unknown P2`); with several files the file's name before. */
  readonly errors: readonly string[];
  /** Warnings, the moved cut-off apart. */
  readonly warnings?: readonly string[];
  /** Rows that are refused, as the spreadsheet counts them: of every sheet, or of one (复核!3). */
  readonly refused: readonly (number | string)[] | 'all';
  /** Kinds and keys of what is asked. */
  readonly questions?: readonly string[];
  readonly conflicts?: number;
}

const CASES: WrongCase[] = [];
const add = (
  name: string,
  sheet: Sheet,
  errors: readonly string[],
  refused: WrongCase['refused'],
  more: Partial<WrongCase> = {},
) => CASES.push({ name, files: [textFile(sheet)], errors, refused, ...more });

/** One cell that cannot be read: its row is refused, the others stand. */
const unclear: readonly (readonly [text: string, code: string, address?: string])[] = [
  ['12,34', 'unclear_ambiguous_separator'],
  ['1.234.567', 'unclear_ambiguous_separator'],
  ['300-400', 'unclear_range'],
  ['300～400', 'unclear_range'],
  ['3/4', 'unclear_fraction'],
  ['第3', 'unclear_ordinal'],
  ['2026-03-01', 'unclear_date'],
  ['2026年3月', 'unclear_date'],
  ['300（含120）', 'unclear_two_numbers'],
  ['300 12', 'unclear_two_numbers'],
  ['若干', 'unclear_words'],
  ['三百来', 'unclear_words'],
  ['12O', 'unclear_words'],
  ['5l', 'unclear_words'],
  ['见附表', 'unclear_words'],
  ['123456789012345678', 'unclear_too_many_digits'],
  ['#DIV/0!', 'unclear_spreadsheet_error'],
  ['#REF!', 'unclear_spreadsheet_error'],
  ['500人次', 'unit_incompatible'],
  ['50%', 'unit_incompatible'],
  ['3.5万元', 'unit_incompatible'],
  ['12.5', 'value_not_integer'],
  ['-5', 'value_range'],
];
for (const [text, code] of unclear)
  add(`“${text}” as number of firms`, typed(plainSheet(), { K4: text }), [`${code} K4`], [ROW.乙]);
add('人 for 人次', typed(plainSheet(), { M4: '500人' }), ['unit_incompatible M4'], [ROW.乙]);
add('a score above its range', typed(plainSheet(), { N4: '101' }), ['value_range N4'], [ROW.乙]);
add('more trained than can be', typed(plainSheet(), { M4: '20000' }), ['value_range M4'], [ROW.乙]);

// Rules of the data folder: the cells of the row that does not fit.
add(
  'part larger than whole',
  telling(plainSheet(), 'C4', 30),
  ['at_most C4', 'ratio_range C4'],
  [ROW.乙],
);
add(
  'more engineers than staff',
  telling(telling(plainSheet(), 'I4', 13), 'J4', 12),
  ['at_most H4', 'ratio_range H4'],
  [ROW.乙],
);
const retired = (sheet: Sheet): Sheet => {
  const withLane = typed(sheet, { P2: '本期注销的社会公用计量标准', P4: '0' });
  const told = { institution_id: 'syn-990123', indicator: 'TZ2X', period: PERIOD, value: 0 };
  const at = { row: ROW.乙 - 1, column: column('P4') };
  const rest = { missing_reason: null, qualifier: 'exact' } as const;
  return { ...withLane, expected: [...withLane.expected, { ...told, ...at, ...rest }] };
};
add('a stock that adds up', retired(plainSheet()), [], []);
add(
  'a stock that does not add up',
  telling(retired(plainSheet()), 'F4', 49),
  ['stock_flow F4'],
  [ROW.乙],
);
add('a stock that doubles without a word', telling(plainSheet(), 'E4', 150), ['jump E4'], [ROW.乙]);

// Whose values.
const anon = (name: string) => typed(plainSheet(), { A4: '', B4: name });
add('a name of no list', anon('某某县'), ['place_unknown B4'], [ROW.乙], {
  questions: ['institution 某某县'],
});
add('a misspelt name', anon('乙具'), ['place_unknown B4'], [ROW.乙], {
  questions: ['institution 乙具'],
});
add('a name of two counties', anon('子县'), ['place_several B4'], [ROW.乙], {
  questions: ['institution 子县'],
});
add('no name at all', anon(''), ['place_absent C4'], [ROW.乙]);
add(
  'a code of no list',
  typed(plainSheet({ place: 'code' }), { A4: '990199' }),
  ['place_unknown A4'],
  [ROW.乙],
  {
    questions: ['institution 990199'],
  },
);
add(
  'code and name of two counties',
  typed(plainSheet(), { A4: '990125' }),
  ['place_contradiction B4'],
  [ROW.乙],
);
add(
  'another layer than asked for',
  plainSheet(),
  [
    'layer_other B3',
    'layer_other B4',
    'layer_other B5',
    'layer_other B6',
    'layer_other B7',
    'layer_other B8',
    'layer_other B9',
  ],
  'all',
  {
    options: { layer: 'template' },
  },
);

// Of when.
const noYear = plainSheet({ period: 'option' });
add(
  'no year anywhere',
  noYear,
  [1, 2, 3, 4, 5, 6, 7].map((at) => `period_absent C${at + 1}`),
  'all',
  { questions: ['period '] },
);
const years = plainSheet({ period: 'column' });
add('a year that is none', typed(years, { C3: '明年' }), ['period_absent D3'], [3]);

// What they are about.
add(
  'an unknown heading over one value',
  typed(plainSheet(), { P2: '服务小微企业次数', P5: '12' }),
  ['heading_unknown P5'],
  [ROW.丁],
  { questions: ['heading 服务小微企业次数'] },
);
add('an unknown heading over nothing', typed(plainSheet(), { P2: '服务小微企业次数' }), [], []);
add(
  'a heading left empty over a value',
  typed(plainSheet(), { P5: '12' }),
  ['heading_absent P5'],
  [ROW.丁],
);
for (const name of ['__proto__', 'constructor', 'toString'])
  add(
    `a heading called ${name}`,
    typed(plainSheet(), { P2: name, P5: '12' }),
    ['heading_unknown P5'],
    [ROW.丁],
    {
      questions: [`heading ${name}`],
    },
  );
add(
  'a heading twice, one value different',
  typed(plainSheet(), { P2: '服务企业数', ...Object.fromEntries([['P3', '1']]) }),
  ['conflict K3', 'conflict P3'],
  [ROW.甲],
  { warnings: ['heading_twice P2'], conflicts: 1 },
);
add(
  'another unit in the heading',
  typed(plainSheet(), { M2: '培训企业人员（人）' }),
  ROWS('unit_incompatible M', [3, 4, 6, 7, 8, 9]),
  [3, 4, 6, 7, 8, 9],
  {
    questions: ['unit 培训企业人员(人)'],
  },
);

// The same twice.
const again = (
  sheet: Sheet,
  from: number,
  at: number,
  cells: Readonly<Record<string, string>> = {},
) =>
  typed(
    {
      ...sheet,
      rows: [
        ...sheet.rows.slice(0, at - 1),
        ...(sheet.rows[from - 1] ? [sheet.rows[from - 1] ?? []] : []),
      ],
    },
    cells,
  );
add(
  'a row that contradicts another',
  again(plainSheet(), 4, 10, { K10: '1' }),
  ['conflict K10', 'conflict K4'],
  [ROW.乙, 10],
  {
    conflicts: 1,
  },
);
CASES.push({
  name: 'two files that contradict each other',
  files: [textFile(plainSheet(), '甲.csv'), textFile(telling(plainSheet(), 'K4', 1), '乙.csv')],
  errors: ['乙.csv conflict K4', '甲.csv conflict K4'],
  refused: [ROW.乙],
  conflicts: 1,
});

// Sums and ratios beside the values: said, and nothing is lost by it.
add('a total that does not add up', typed(plainSheet({ below: 'total' }), { C10: '999' }), [], [], {
  warnings: ['total_differs C10'],
});
add(
  'a ratio that is not the one computed',
  typed(plainSheet({ extra: 'computed' }), { O4: '12.3%' }),
  [],
  [],
  { warnings: ['ratio_differs O4'] },
);
add('a ratio above a hundred', typed(plainSheet({ extra: 'computed' }), { O4: '130%' }), [], [], {
  warnings: ['ratio_differs O4'],
});

function ROWS(prefix: string, rows: readonly number[]): string[] {
  return rows.map((one) => `${prefix}${one}`);
}

/** Answers that make a refused table good. */
export const ANSWERED: Mapping = {
  ...EMPTY_MAPPING,
  headings: new Map([['服务小微企业次数', 'ignore']]),
  institutions: new Map([
    ['某某县', { institution_id: 'syn-990123' }],
    ['乙具', { institution_id: 'syn-990123' }],
  ]),
};
add('an unknown name, answered', anon('某某县'), [], [], { options: { mapping: ANSWERED } });
add(
  'an unknown heading, left out by answer',
  typed(plainSheet(), { P2: '服务小微企业次数', P5: '12' }),
  [],
  [],
  { options: { mapping: ANSWERED } },
);
add('a year given by a person', noYear, [], [], { options: { period: parsePeriod(PERIOD) } });
add(
  'a stock that doubles, with a word',
  typed(telling(plainSheet(), 'E4', 150), { O4: '口径变化：改按分项计数' }),
  [],
  [],
  { warnings: ['jump E4'] },
);

export const WRONG_CASES: readonly WrongCase[] = CASES;
export { forgetting, plainSheet, telling, typed };
