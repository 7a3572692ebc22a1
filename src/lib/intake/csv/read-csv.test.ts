import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv('t.csv', bytes(text));
const codes = (text: string) => read(text).findings.map(({ code, row }) => `${code}@${row}`);

test('a byte order mark, CRLF and a missing last line end do not matter', () => {
  const plain = read('a,b\n1,2\n');
  for (const text of ['\ufeffa,b\r\n1,2\r\n', 'a,b\r1,2', 'a,b\n1,2'])
    expect(read(text)).toEqual(plain);
  expect(plain).toMatchObject({ header: ['a', 'b'], rows: [{ row: 2, cells: ['1', '2'] }] });
});

test('no value is interpreted: leading zeros, spaces and TRUE stay text', () => {
  expect(read('a,b,c\n007, x ,TRUE\n').rows[0]?.cells).toEqual(['007', ' x ', 'TRUE']);
});

test('a quoted cell holds commas, quotes and line breaks; rows count as in a spreadsheet', () => {
  const table = read('a,b\n"x, ""y""\nz",1\n2,3\n');
  expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
    [2, 'x, "y"\nz', '1'],
    [3, '2', '3'],
  ]);
  expect(table.findings).toEqual([]);
});

test('ragged and blank rows are reported and left out; the others keep their row', () => {
  const text = 'a,b\n1\n,\n\n1,2,3\n4,5\n';
  expect(codes(text)).toEqual(['row_ragged@2', 'row_blank@3', 'row_blank@4', 'row_ragged@5']);
  expect(read(text).rows).toEqual([{ row: 6, cells: ['4', '5'] }]);
  expect(read(text).rowsInFile).toBe(5);
});

test.each([
  ['full-width commas', 'a，b\n1，2\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['semicolons', 'a;b\n1;2\n'],
])('%s are no separators', (_what, text) => {
  expect(codes(text)).toEqual(['delimiter@1']);
  expect(read(text).readable).toBe(false);
});

test.each([[''], ['\n'], ['\ufeff'], [' , \n1,2\n']])('%j has no header', (text) => {
  expect(read(text).findings.map(({ code }) => code)).toEqual(['file_empty']);
});

test('an encoding fault names the first bad line and a likely encoding', () => {
  const gb = new Uint8Array([...bytes('a,b\n1,2\n'), 0xbc, 0xd7, 0x2c, 0x31, 0x0a]);
  expect(readCsv('t.csv', gb).findings).toMatchObject([
    { code: 'encoding', row: 3, found: 'GB18030' },
  ]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);
  expect(readCsv('t.csv', utf16).findings).toMatchObject([{ row: 1, found: 'UTF-16' }]);
  const broken = new Uint8Array([...bytes('a\n甲'), 0xff]);
  expect(readCsv('t.csv', broken).findings).toMatchObject([{ code: 'encoding', row: 2 }]);
});

test('an unclosed quote is named', () => {
  expect(codes('a,b\n1,"2\n3,4\n')).toContain('quotes@2');
});
