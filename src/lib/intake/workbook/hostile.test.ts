import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkbookRead } from './grid.ts';
import { readWorkbook } from './read-workbook.ts';
import { odsOf, sheetOf, xlsxOf, xlsxParts, zipOf } from './testing/parts.ts';
import { refusalOf, shownRows } from './testing/shown-cells.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** 10 s of processor and a heap of 500 MB, start of Node included; the system ends what takes more. */
function readInChild(name: string, bytes: Uint8Array): { refusal: string; megabytes: number } {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const module = new URL('./read-workbook.ts', import.meta.url).href;
  const source = `
    const { readWorkbook } = await import(${JSON.stringify(module)});
    const { readFileSync } = await import('node:fs');
    const read = readWorkbook(${JSON.stringify(name)}, readFileSync(${JSON.stringify(file)}));
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ refusal: read.ok ? 'read' : read.refusal, megabytes }));`;
  const node = '"$0" --import tsx --max-old-space-size=500 --input-type=module -e "$1"';
  const child = spawnSync('sh', ['-c', `ulimit -t 10; exec ${node}`, process.execPath, source], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${name}: ended by ${child.signal ?? child.stderr}`);
  return JSON.parse(child.stdout) as { refusal: string; megabytes: number };
}

/** Deflated zeros that the directory calls small: 1 GB would come out of them. */
function lyingBomb(): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(10 * 1024 * 1024) });
  const part = xlsxParts({ sheets: [] });
  const bytes = zipSync({
    ...Object.fromEntries([...part].map(([name, text]) => [name, strToU8(text)])),
    'xl/media/a.bin': zip,
    'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024),
  });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (
      view.getUint32(at, true) === 0x02014b50 &&
      view.getUint32(at + 24, true) === 64 * 1024 * 1024
    )
      view.setUint32(at + 24, 900_000, true);
  return bytes;
}

const manyParts = () =>
  zipSync(
    Object.fromEntries(
      Array.from({ length: 60_000 }, (_, index) => [`${index}`, new Uint8Array()]),
    ),
  );

const rowsOf = (rows: number, cells: string) =>
  Array.from({ length: rows }, () => `<row>${cells}</row>`).join('');

const entityBomb = () => {
  const parts = xlsxParts({ sheets: [{ name: 'a', xml: '' }] });
  const entities = Array.from(
    { length: 12 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  );
  parts.set(
    'xl/sharedStrings.xml',
    `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">${entities.join('')}]><sst><si><t>&l12;</t></si></sst>`,
  );
  return zipOf(parts);
};

const overlapping = () => {
  const merges = Array.from({ length: 50_000 }, () => '<mergeCell ref="A1:SF20000"/>').join('');
  const cells = '<row r="20000"><c r="SF20000"><v>1</v></c></row>';
  const xml = `<sheetData>${cells}</sheetData><mergeCells>${merges}</mergeCells>`;
  return xlsxOf({ sheets: [{ name: 'a', xml }] });
};

describe('within 10 s of processor and 500 MB', () => {
  test.each<[string, () => Uint8Array, string[]]>([
    [
      'honest-bomb.xlsx',
      () => zipSync({ 'xl/workbook.xml': new Uint8Array(150 * 1024 * 1024) }),
      ['zip_bomb'],
    ],
    ['lying-bomb.xlsx', lyingBomb, ['zip_bomb']],
    ['many-parts.xlsx', manyParts, ['too_many_parts']],
    ['entities.xlsx', entityBomb, ['damaged']],
    ['overlapping.xlsx', overlapping, ['zip_bomb', 'damaged']],
    [
      'long-rows.xlsx',
      () => sheetOf(rowsOf(40_000, '<c><v>1</v></c>')),
      ['too_many_cells', 'zip_bomb'],
    ],
    [
      'repeated.ods',
      () =>
        odsOf(
          `<table:table>${'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'.repeat(50)}</table:table>`,
        ),
      ['too_many_cells'],
    ],
    ['open-quotes.csv', () => strToU8('"'.repeat(19_000_000)), ['damaged', 'read']],
    ['commas.csv', () => strToU8(','.repeat(20_000_000)), ['read']],
    [
      'no-tags.xlsx',
      () =>
        sheetOf(
          `<row><c t="str"><v>${Array.from({ length: 400_000 }, (_, n) => n * 7919).join('')}</v></c></row>`,
        ),
      ['read'],
    ],
  ])(
    '%s',
    (name, make, expected) => {
      const { refusal, megabytes } = readInChild(name, make());
      expect(expected).toContain(refusal);
      expect(megabytes).toBeLessThan(500);
    },
    240_000,
  );
});

const samples = new URL('../testing/fixtures/', import.meta.url);
const book = {
  SheetNames: ['甲', '乙'],
  Sheets: {
    甲: utils.aoa_to_sheet([
      ['单位', '数量'],
      ['甲县', 45],
      ['乙县', 0.5],
    ]),
    乙: utils.aoa_to_sheet([[1, true]]),
  },
};
const written = (bookType: BookType) =>
  new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);

const CUT = ['damaged', 'unknown_format', 'encoding', 'not_this_format', 'zip_bomb'];
const cellsOf = (read: WorkbookRead) => (read.ok ? read.grids.map(shownRows) : []);

const FILES: [string, () => Uint8Array][] = [
  ['sample.xlsx', () => new Uint8Array(readFileSync(new URL('ok.xlsx', samples)))],
  ['sample.xls', () => new Uint8Array(readFileSync(new URL('ok.xls', samples)))],
  ['written.xlsx', () => written('xlsx')],
  ['written.xlsb', () => written('xlsb')],
  ['written.ods', () => written('ods')],
];

test.each(FILES)('%s cut off at 50 places is refused or read whole', (name, make) => {
  const bytes = make();
  const whole = readWorkbook(name, bytes);
  expect(refusalOf(whole)).toBe('read');
  for (let cut = 1; cut <= 50; cut++) {
    const length = Math.floor((bytes.length * cut) / 51);
    const read = readWorkbook(name, bytes.slice(0, length));
    // What is cut off may have been filling only.
    if (read.ok) expect(cellsOf(read), `${length}`).toEqual(cellsOf(whole));
    else expect(CUT, `${length}`).toContain(read.refusal);
  }
});

test.each(FILES)(
  '%s with any byte changed is read or refused, never thrown at anyone',
  (name, make) => {
    const bytes = make();
    for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 300))) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x5a;
      const read = readWorkbook(name, changed);
      if (!read.ok) expect(read.detail.length, `byte ${at}`).toBeLessThan(300);
      else expect(read.grids.length).toBeGreaterThanOrEqual(0);
    }
  },
);
