import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readWorkbook } from '../read-workbook.ts';
import { onlyGrid, refusalOf, shownRows } from '../testing/shown-cells.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 't.csv') => readWorkbook(name, bytesOf(text));
const rows = (text: string) => shownRows(onlyGrid(read(text)));

test('blank and ragged rows keep their places', () => {
  expect(rows('a,b\n\n1\n,\n1,2,3\n\n,,\n')).toEqual([
    ['a', 'b', ''],
    ['', '', ''],
    ['1', '', ''],
    ['', '', ''],
    ['1', '2', '3'],
  ]);
});

test('nothing is interpreted: zeros, spaces, dates and numbers stay text', () => {
  expect(rows('007, x ,TRUE,2023-1-2,1e5\n1,2,3,4,5')[0]).toEqual([
    '007',
    ' x ',
    'TRUE',
    '2023-1-2',
    '1e5',
  ]);
});

test.each([
  ['commas in sentences', '地区\t说明\n甲县\t一，二，三\n乙县\t四,五\n', '\t'],
  ['decimal commas', '地区;比例\n甲县;1,5\n乙县;2,5\n', ';'],
  ['full-width semicolons', '地区；数\n甲县；1\n', '；'],
  ['a title without any', '某市统计表\n地区|数|注\n甲县|1|\n乙县|2|a,b\n', '|'],
  ['the hint of a spreadsheet', 'sep=;\n地,区;数\n甲,县;1\n', ';'],
  ['one column', '地区\n甲县\n', ','],
])('delimiter: %s', (_what, text, delimiter) => {
  const last = text.trimEnd().split('\n').pop() ?? '';
  expect(rows(text).pop()).toEqual(last.split(delimiter));
});

test('a tab makes it a tsv, whatever the name', () => {
  expect(read('a\tb\n1\t2\n')).toMatchObject({ ok: true, format: 'tsv' });
  expect(read('a,b\n1,2\n', 't.tsv')).toMatchObject({ ok: true, format: 'csv' });
});

test('quotes: commas, line ends and doubled quotes inside; a lone one refuses the file', () => {
  expect(rows('a,b\r\n"x, ""y""\r\nz",1\r\n')).toEqual([
    ['a', 'b'],
    ['x, "y"\nz', '1'],
  ]);
  expect(rows('a,b\n=HYPERLINK("x"),5"\n')[1]).toEqual(['=HYPERLINK("x")', '5"']);
  expect(read('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({
    refusal: 'damaged',
    detail: expect.stringMatching(/^row 3/) as string,
  });
});

test('an encoding is found or the first bad line named', () => {
  const gb = iconv.encode('地区,数\n甲县,1\n', 'gb18030');
  expect(readWorkbook('t.csv', gb)).toMatchObject({ ok: true, encoding: 'gb18030' });
  const bad = Uint8Array.from([...gb, ...bytesOf('x,1\n'), 0x81, 0xff, 0x0a]);
  expect(readWorkbook('t.csv', bad)).toMatchObject({
    refusal: 'encoding',
    detail: expect.stringMatching(/^line 4/) as string,
  });
  const utf8 = Uint8Array.from([...bytesOf('地区,数\n甲县,1\n乙县,'), 0xff, 0x0a]);
  expect(readWorkbook('t.csv', utf8)).toMatchObject({
    refusal: 'encoding',
    detail: expect.stringMatching(/^line 3/) as string,
  });
  const marked = Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62]);
  expect(refusalOf(readWorkbook('t.csv', marked))).toBe('encoding');
});

test.each([
  ['HTML', '<html><table><tr><td>1</td></tr></table>', 't.csv', 'not_this_format'],
  ['HTML behind spaces', ' \n<!DOCTYPE html><html>', 't.xls', 'not_this_format'],
  ['XML', '<?xml version="1.0"?><Workbook/>', 't.xls', 'not_this_format'],
  ['text called a workbook', 'a,b\n1,2\n', 't.XLSX', 'not_this_format'],
  ['bytes that are no text', 'a\0b', 't.csv', 'unknown_format'],
  ['a PDF', '%PDF-1.7', 't.csv', 'unknown_format'],
  ['Parquet that nobody could read', 'PAR1....PAR1', 't.parquet', 'damaged'],
  ['nothing', '', 't.csv', 'empty'],
  ['white space', ' \r\n\t\n', 't.csv', 'empty'],
  ['a byte order mark', '\ufeff', 't.csv', 'empty'],
])('%s is refused', (_what, text, name, refusal) => {
  expect(refusalOf(read(text, name))).toBe(refusal);
});

test('the last rows may be a million empty ones; as many lines with content are refused', () => {
  expect(rows(`a,b\n1,2\n${',\n'.repeat(1_000_000)}`)).toHaveLength(2);
  expect(onlyGrid(read(`a,b\n${'1,2\n'.repeat(50_000)}`)).rows).toBe(50_001);
  expect(refusalOf(read('1\n'.repeat(300_000)))).toBe('too_many_cells');
  expect(refusalOf(read(`a${',a'.repeat(500)}`))).toBe('too_many_cells');
});
