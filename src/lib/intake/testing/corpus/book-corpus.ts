/** Workbooks that tell the clean table: number cells and formats, dates, formulas, merges, sheets. */
import { writeBook } from '../../workbook/testing/write-book.ts';
import { parsePeriod } from '../../period.ts';
import { buildSheet, fileStem, PERIOD } from './build-sheet.ts';
import { described, optionsOf } from './options.ts';
import type { Choices } from './random.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import type { CorpusCase } from './text-corpus.ts';

export const BOOK_FILES = 60;

/** What the file is called, and what it is. */
const KINDS = [
  ['xlsx', 'xlsx'],
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
  ['et', 'biff8'],
  ['xlsm', 'xlsx'],
] as const;

/** How numbers are kept in the cells. */
export const NUMBER_CELLS = [
  'text',
  'number',
  'separators',
  'wan',
  'unit',
  'formula',
  'decimals',
] as const;
type NumberCells = (typeof NUMBER_CELLS)[number];

/** What is done to the sheet as a whole. */
export const SHEET_TRICKS = ['none', 'notes_sheet', 'split', 'hidden_rows', 'date_period'] as const;
type Trick = (typeof SHEET_TRICKS)[number];

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** A cell of plain digits as a number in some format; everything else stays text. */
function asNumber(cell: SheetCell, how: NumberCells, unit: string): SheetCell {
  if (how === 'text' || !PLAIN.test(cell.text)) return cell;
  const number = Number(cell.text);
  switch (how) {
    case 'number':
      return { ...cell, number };
    case 'separators':
      return { ...cell, number, format: '#,##0.##' };
    case 'decimals':
      return { ...cell, number, format: '0.00' };
    case 'unit':
      return { ...cell, number, format: `0.##"${unit}"` };
    case 'wan':
      // The number is whole; only what is shown is in 万.
      return Number.isInteger(number) && number >= 1000
        ? { ...cell, number, format: '0!.0,"万"' }
        : { ...cell, number };
    case 'formula':
      return { ...cell, number, formula: `${number - 1}+1` };
  }
}

/** Cells with a value as numbers; a year in its lane is a number, too. */
function numbered(
  sheet: Sheet,
  how: NumberCells,
  choose: Choices,
  units: ReadonlyMap<string, string>,
): Sheet {
  const rows = sheet.rows.map((row) => [...row]);
  for (const { row, column, indicator } of sheet.expected) {
    const cell = rows[row]?.[column];
    if (cell) rows[row]![column] = asNumber(cell, how, units.get(indicator) ?? '');
  }
  if (how !== 'text')
    for (const row of rows)
      row.forEach((cell, column) => {
        if (cell?.text === PERIOD && choose.chance(0.5))
          row[column] = { ...cell, number: Number(PERIOD) };
      });
  return { ...sheet, rows };
}

/** The year of a row as a date cell that shows 2026年. */
function dated(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) =>
    row.map((cell) =>
      cell?.text === PERIOD || cell?.text === `${PERIOD}年`
        ? { text: cell.text, day: `${PERIOD}-01-01`, format: 'yyyy"年"' }
        : cell,
    ),
  );
  return { ...sheet, rows };
}

/** The rows of the first institutions in one sheet, those of the others in a second. */
function split(sheet: Sheet): Sheet[] {
  const dataRows = [...new Set(sheet.expected.map(({ row }) => row))].sort((a, b) => a - b);
  const cut = dataRows[Math.floor(dataRows.length / 2)] ?? 0;
  const part = (name: string, keep: (row: number) => boolean): Sheet => {
    const isData = new Set(dataRows);
    const kept = sheet.rows.flatMap((_, row) => (!isData.has(row) || keep(row) ? [row] : []));
    const placeOf = new Map(kept.map((row, at) => [row, at]));
    return {
      ...sheet,
      name,
      rows: kept.map((row) => sheet.rows[row] ?? []),
      expected: sheet.expected.flatMap((one) => {
        const row = placeOf.get(one.row);
        return row === undefined ? [] : [{ ...one, row }];
      }),
    };
  };
  return [part('前半', (row) => row < cut), part('后半', (row) => row >= cut)];
}

const notesSheet: Sheet = {
  name: '填报说明',
  rows: [
    [{ text: '填报说明' }],
    [{ text: '一、本表由各县（市、区）计量技术机构填报。' }],
    [{ text: '二、没有数据的填“—”。' }],
  ],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  expected: [],
};

function withTrick(sheet: Sheet, trick: Trick): Sheet[] {
  switch (trick) {
    case 'none':
      return [sheet];
    case 'notes_sheet':
      return [notesSheet, sheet];
    case 'split':
      return split(sheet);
    case 'hidden_rows':
      return [
        { ...sheet, hiddenRows: [...new Set(sheet.expected.map(({ row }) => row))].slice(1, 3) },
      ];
    case 'date_period':
      return [dated(sheet)];
  }
}

const UNITS: readonly (readonly [string, string])[] = [
  ['TZ1', '项'],
  ['TZ1N', '项'],
  ['TZ_ALL', '项'],
  ['TZ2', '项'],
  ['TZ2N', '项'],
  ['TZ3A', '人'],
  ['TZ3B', '人'],
  ['TZ3D', '人'],
  ['TZ4A', '家'],
  ['TZ4B', '个'],
  ['TZ4C', '人次'],
  ['TZ6A', '分'],
];

export interface BookCase extends CorpusCase {
  readonly numbers: NumberCells;
  readonly trick: Trick;
  readonly ending: string;
}

export function bookCase(n: number): BookCase {
  const [ending, bookType] = KINDS[n % KINDS.length] ?? KINDS[0];
  const drawn = SHEET_TRICKS[Math.floor(n / KINDS.length) % SHEET_TRICKS.length] ?? 'none';
  // The library writes no date formats into .ods.
  const trick = ending === 'ods' && drawn === 'date_period' ? 'none' : drawn;
  const wideOnly = trick === 'split' || trick === 'hidden_rows' || trick === 'date_period';
  const { options, choose } = optionsOf(1000 + n, {
    ...(wideOnly ? { layout: 'wide' } : {}),
    ...(trick === 'date_period' ? { period: 'column' } : {}),
    // A total or a group in half a table is that of the whole.
    ...(trick === 'split' ? { below: 'note', gaps: 'none' } : {}),
  });
  const numbers = choose.of(NUMBER_CELLS);
  const plain = { ...options, style: numbers === 'text' ? options.style : ('plain' as const) };
  const sheet = numbered(buildSheet({ options: plain, choose }), numbers, choose, new Map(UNITS));
  const sheets = withTrick(sheet, trick);
  return {
    name: `${n} .${ending} ${numbers} ${trick} ${described(plain)}`,
    options: plain,
    numbers,
    trick,
    ending,
    file: {
      name: `${fileStem(plain)}.${ending}`,
      bytes: writeBook(sheets, bookType),
      sheets,
      named: true,
    },
    period: plain.period === 'option' ? parsePeriod(PERIOD) : null,
  };
}
