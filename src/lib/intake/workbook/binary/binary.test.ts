import { CFB, utils, write, type BookType, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { WORKBOOK_LIMITS } from '../limits.ts';
import { readWorkbook } from '../read-workbook.ts';
import { onlyGrid, refusalOf, shownRows } from '../testing/shown-cells.ts';

const BINARY = ['xls', 'xlsb'] as const;

function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const bookOf = (...sheets: (readonly [string, WorkSheet])[]): WorkBook => ({
  SheetNames: sheets.map(([name]) => name),
  Sheets: Object.fromEntries(sheets),
});

test.each(BINARY)('%s: formats, days, errors, formulas by their stored value', (bookType) => {
  const sheet: WorkSheet = {
    '!ref': 'A1:I1',
    A1: { t: 'n', v: 0.985, z: '0.0%' },
    B1: { t: 'n', v: 42, z: '000000' },
    C1: { t: 'n', v: 45291, z: 'm/d/yy' },
    D1: { t: 'n', v: 45291.75, z: 'yyyy"年"m"月"' },
    E1: { t: 'e', v: 7 },
    F1: { t: 'n', v: 6, f: 'SUM(A1:B1)' },
    G1: { t: 's', v: '甲', f: '"甲"' },
    H1: { t: 'b', v: true },
    I1: { t: 'n', v: 0.5, z: 'h:mm' },
  };
  const grid = onlyGrid(readWorkbook('t', bytesOf(bookOf(['表', sheet]), bookType)));
  expect(shownRows(grid)[0]).toEqual([
    '#0.985 (98.5%)',
    '#42 (000042)',
    '@2023-12-31',
    '@2023-12-31',
    '!#DIV/0!',
    '#6',
    '甲',
    '?TRUE',
    '#0.5 (12:00)',
  ]);
  expect(grid.cell(0, 2)?.text).toBe('2023/12/31');
});

test.each(BINARY)('%s: both calendars', (bookType) => {
  const book = bookOf(['表', { '!ref': 'A1', A1: { t: 'n', v: 43829, z: 'yyyy-mm-dd' } }]);
  book.Workbook = { WBProps: { date1904: true } };
  expect(shownRows(onlyGrid(readWorkbook('t', bytesOf(book, bookType))))).toEqual([
    ['@2023-12-31'],
  ]);
});

test.each(BINARY)('%s: hidden sheets, rows, columns; merged places', (bookType) => {
  const sheet = utils.aoa_to_sheet([
    ['题', '', ''],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true, wch: 5 }];
  const book = bookOf(
    ['甲', sheet],
    ['乙', utils.aoa_to_sheet([[1]])],
    ['丙', utils.aoa_to_sheet([])],
  );
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  const result = readWorkbook('t', bytesOf(book, bookType));
  const grids = result.ok ? result.grids : [];
  expect(grids.map((grid) => [grid.sheet, grid.hidden, grid.rows])).toEqual([
    ['甲', false, 3],
    ['乙', true, 1],
    ['丙', true, 0],
  ]);
  expect(grids[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect([...(grids[0]?.hiddenColumns ?? [])]).toEqual([1]);
  // The writer of the library forgets hidden rows in .xls: see below.
  if (bookType === 'xlsb') expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([1]);
});

test.each(BINARY)(
  '%s: a stray cell far away refuses the file, a far claim does not',
  (bookType) => {
    const few = { ...WORKBOOK_LIMITS, rows: 200 };
    const far: WorkSheet = { '!ref': 'A1:B300', A1: { t: 'n', v: 1 }, B300: { t: 'n', v: 2 } };
    expect(readWorkbook('t', bytesOf(bookOf(['表', far]), bookType), few)).toMatchObject({
      refusal: 'too_many_cells',
      detail: expect.stringContaining('B300') as string,
    });
    const claim: WorkSheet = { '!ref': 'A1:IV100', A1: { t: 'n', v: 1 } };
    const grid = onlyGrid(readWorkbook('t', bytesOf(bookOf(['表', claim]), bookType)));
    expect([grid.rows, grid.columns]).toEqual([1, 1]);
  },
);

test.each(BINARY)('%s: a link over a whole sheet costs nothing', (bookType) => {
  const sheet: WorkSheet = {
    '!ref': 'A1',
    A1: { t: 'n', v: 1, l: { Target: 'https://example.invalid/' } },
  };
  const bytes = bytesOf(bookOf(['表', sheet]), bookType);
  expect(shownRows(onlyGrid(readWorkbook('t', bytes)))).toEqual([['#1']]);
});

test('sheets named like parts of objects are sheets', () => {
  const named = (name: string) => [name, utils.aoa_to_sheet([['constructor', name]])] as const;
  for (const bookType of BINARY) {
    const book = bookOf(named('甲'), named('constructor'));
    const result = readWorkbook('t', bytesOf(book, bookType));
    expect(result.ok && result.grids.map(({ sheet }) => sheet)).toEqual(['甲', 'constructor']);
    expect(result.ok && result.grids[1]?.cell(0, 1)?.text).toBe('constructor');
  }
});

test('older workbooks, encrypted ones, and other compound files are refused by name', () => {
  const old = bytesOf(bookOf(['a', utils.aoa_to_sheet([[1]])]), 'biff5');
  expect(readWorkbook('t.xls', old)).toMatchObject({
    refusal: 'unknown_format',
    detail: expect.stringContaining('save as .xlsx') as string,
  });
  const compound = (...paths: string[]) => {
    const files = CFB as {
      utils: {
        cfb_new(): unknown;
        cfb_add(file: unknown, path: string, content: Uint8Array): void;
      };
      write(file: unknown, options: { type: 'array' }): number[];
    };
    const file = files.utils.cfb_new();
    for (const path of paths) files.utils.cfb_add(file, path, new Uint8Array(5_000));
    return Uint8Array.from(files.write(file, { type: 'array' }));
  };
  expect(refusalOf(readWorkbook('t.xlsx', compound('/EncryptionInfo', '/EncryptedPackage')))).toBe(
    'encrypted',
  );
  expect(refusalOf(readWorkbook('t.doc', compound('/WordDocument')))).toBe('not_this_format');
  expect(refusalOf(readWorkbook('t.et', compound('/Something')))).toBe('unknown_format');
  expect(refusalOf(readWorkbook('t.xls', compound('/Workbook')))).toBe('damaged');
});

test('xls: hidden rows', () => {
  const bytes = bytesOf(bookOf(['a', utils.aoa_to_sheet([[1], [2], [3]])]), 'xls');
  const files = CFB as {
    read(bytes: Uint8Array, options: { type: 'buffer' }): unknown;
    find(file: unknown, path: string): { content: Uint8Array };
    utils: { cfb_new(): unknown; cfb_add(file: unknown, path: string, content: Uint8Array): void };
    write(file: unknown, options: { type: 'array' }): number[];
  };
  const stream = Uint8Array.from(
    files.find(files.read(bytes, { type: 'buffer' }), '/Workbook').content,
  );
  // A record of row 1, hidden, before the end of the last sheet.
  const hidden = [0x08, 0x02, 16, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0];
  let end = stream.length - 4;
  while (stream[end] !== 0x0a || stream[end + 1] !== 0 || stream[end + 2] !== 0) end--;
  const file = files.utils.cfb_new();
  const content = Uint8Array.from([...stream.subarray(0, end), ...hidden, ...stream.subarray(end)]);
  files.utils.cfb_add(file, '/Workbook', content);
  const grid = onlyGrid(readWorkbook('t', Uint8Array.from(files.write(file, { type: 'array' }))));
  expect([...grid.hiddenRows]).toEqual([1]);
  expect(shownRows(grid)).toEqual([['#1'], ['#2'], ['#3']]);
});

test('an .xls with a password is refused', () => {
  const bytes = bytesOf(bookOf(['a', utils.aoa_to_sheet([[1]])]), 'xls');
  // The record of the code page becomes the one that announces encryption.
  const at = bytes.findIndex(
    (byte, i) => byte === 0x42 && bytes[i + 1] === 0 && bytes[i + 2] === 2 && bytes[i + 3] === 0,
  );
  expect(at).toBeGreaterThan(0);
  bytes[at] = 0x2f;
  expect(refusalOf(readWorkbook('t.xls', bytes))).toBe('encrypted');
});

test('an .xlsb that lost a sheet is refused, not read without it', () => {
  const bytes = bytesOf(
    bookOf(['a', utils.aoa_to_sheet([[1]])], ['b', utils.aoa_to_sheet([[2]])]),
    'xlsb',
  );
  const parts = unzipSync(bytes);
  delete parts['xl/worksheets/sheet2.bin'];
  expect(refusalOf(readWorkbook('t.xlsb', zipSync(parts)))).toBe('damaged');
});
