import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { onlyGrid } from './testing/shown-cells.ts';

type Value = string | number | boolean | null;
type Table = Value[][];

const characters = fc.constantFrom(
  ..."衡鉴计量院台件县一二三〇，。、；：（）％０１２ａ—…～　abcXYZ 0123456789.,%+-=@'&<>_x000D_/".split(
    '',
  ),
  '🏛',
  '𠮷',
  '\u00a0',
);
/** XML and BIFF drop spaces around texts nowhere, and neither do we. */
const text = fc.string({ unit: characters, minLength: 1, maxLength: 12 });
const number = fc.oneof(
  fc.integer(),
  // The largest and smallest doubles of all are no measurements; the binary reader loses them.
  fc
    .double({ noNaN: true, min: -1e300, max: 1e300 })
    .filter((n) => n === 0 || Math.abs(n) > 1e-200),
  fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 3, arbitrary: number.map((n) => (Object.is(n, -0) ? 0 : n)) },
  fc.boolean(),
  fc.constant(null),
);
const tables = <T>(cell: fc.Arbitrary<T>) =>
  fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** What must come back: rows and columns end with the last cell that has content. */
function expected(table: Table): Value[][] {
  const width = Math.max(
    0,
    ...table.map((row) => row.map((v) => v !== null).lastIndexOf(true) + 1),
  );
  const height = table.map((row) => row.some((v) => v !== null)).lastIndexOf(true) + 1;
  return table
    .slice(0, height)
    .map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
}

function valuesOf(name: string, bytes: Uint8Array): Value[][] {
  const grid = onlyGrid(readWorkbook(name, bytes));
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => {
      const cell = grid.cell(row, column);
      if (cell === null) return null;
      return cell.kind === 'number' || cell.kind === 'boolean' ? cell.value : cell.text;
    }),
  );
}

function book(table: Table): WorkBook {
  const sheet = utils.aoa_to_sheet(table.map((row) => row.map((v) => v ?? undefined)));
  return { SheetNames: ['表'], Sheets: { 表: sheet } };
}

test.each(['xlsx', 'xlsb', 'xls'] as BookType[])('%s gives every cell back', (bookType) => {
  fc.assert(
    fc.property(tables(value), fc.boolean(), (table, bookSST) => {
      const bytes = new Uint8Array(
        write(book(table), { type: 'array', bookType, bookSST, compression: true }) as ArrayBuffer,
      );
      expect(valuesOf(`t.${bookType}`, bytes)).toEqual(expected(table));
    }),
    { numRuns: 150 },
  );
});

test('ods gives every cell back', () => {
  // The writer of the library drops single spaces at the edges, which is its own affair.
  const cell = value.filter((v) => typeof v !== 'string' || v === v.trim());
  fc.assert(
    fc.property(tables(cell), (table) => {
      const bytes = write(book(table), { type: 'array', bookType: 'ods' }) as ArrayBuffer;
      expect(valuesOf('t.ods', new Uint8Array(bytes))).toEqual(expected(table));
    }),
    { numRuns: 150 },
  );
});

const cells = fc.oneof(
  text,
  fc.constant(''),
  fc.constantFrom('a,b', '"', 'x\ny', 'a;b', 'a\tb', '1，2', '=1+1', '007', '|'),
);
/** A head that can only be split by the delimiter, as every table has one. */
const withHead = fc
  .tuple(fc.integer({ min: 2, max: 6 }), tables(cells))
  .map(([width, rows]) => [
    Array.from({ length: width }, (_, index) => `列${index + 1}`),
    ...rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? '')),
  ]);

const ENCODERS = {
  'utf-8': (source: string) => Buffer.from(source, 'utf8'),
  'utf-8 with a mark': (source: string) => Buffer.from(`\ufeff${source}`, 'utf8'),
  'utf-16le': (source: string) => Buffer.from(`\ufeff${source}`, 'utf16le'),
  'utf-16be': (source: string) => Buffer.from(`\ufeff${source}`, 'utf16le').swap16(),
  gb18030: (source: string) => iconv.encode(`${source}`, 'gb18030'),
};

test.each(Object.entries(ENCODERS))('text in %s gives every cell back', (encoding, encode) => {
  const layouts = fc.record({
    delimiter: fc.constantFrom(',', '\t', ';', '|', '，'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.boolean(),
  });
  fc.assert(
    fc.property(withHead, layouts, (table, { delimiter, newline, quotes }) => {
      const source = Papa.unparse(table, { delimiter, newline, quotes });
      const bytes = Uint8Array.from(encode(source));
      const read = readWorkbook('t.csv', bytes);
      expect(read).toMatchObject({ ok: true, encoding: encoding.split(' ')[0] });
      const blank = table.map((row) => row.map((cell) => (cell === '' ? null : cell)));
      expect(valuesOf('t.csv', bytes)).toEqual(expected(blank));
    }),
    { numRuns: 200 },
  );
});
