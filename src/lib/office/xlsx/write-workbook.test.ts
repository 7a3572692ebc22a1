import * as XLSX from '@e965/xlsx';
import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { readWorkbook } from '#lib/intake/workbook/read-workbook.ts';
import { FORMULA_PAYLOADS } from '../testing/formulas.ts';
import type { SheetModel, WorkbookModel } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

function workbook(sheets: readonly SheetModel[], more: Partial<WorkbookModel> = {}): WorkbookModel {
  return {
    title: '表',
    creator: '衡鉴',
    day: '2025-12-31',
    font: { name: '宋体', size: 11 },
    styles: {},
    sheets,
    ...more,
  };
}

const FULL = workbook(
  [
    {
      name: '填报',
      columns: [{ width: 12 }, { width: 30, style: 'text' }],
      rows: [
        { cells: [{ value: '标题', style: 'title', comment: '第一行\n第二行' }] },
        { cells: ['机构', '数量'], style: 'head', height: 24 },
        { cells: ['甲县', { value: -5.2, style: 'number' }] },
        { cells: ['合计', { value: -5.2, formula: 'SUM(B3:B3)', style: 'number' }] },
        { cells: [null, { value: null, style: 'open' }] },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      frozen: { rows: 2, columns: 1 },
      filter: { top: 1, left: 0, bottom: 3, right: 1 },
      validations: [
        {
          kind: 'custom',
          formula: 'ISNUMBER(B3)',
          range: { top: 2, left: 1, bottom: 4, right: 1 },
          prompt: { title: '数量', text: '填数字' },
          refusal: { title: '不对', text: '请填数字' },
        },
        {
          kind: 'whole',
          min: 0,
          max: 9,
          range: { top: 4, left: 0, bottom: 4, right: 0 },
        },
        {
          kind: 'list',
          formula: "'选项'!$A$1:$A$2",
          range: { top: 3, left: 0, bottom: 3, right: 0 },
        },
      ],
      locked: true,
      print: {
        landscape: true,
        titleRows: [0, 1],
        titleColumns: [0, 0],
        header: '水印：甲 & 乙 {page}',
        footer: '第 {page} 页 & 完',
      },
    },
    { name: '选项', rows: [{ cells: ['未报送'] }, { cells: ['迟报'] }] },
  ],
  {
    styles: {
      title: { font: { name: '黑体', size: 16, bold: true, colour: '112233' } },
      head: {
        font: { bold: true },
        fill: 'EEEEEE',
        border: 'thin',
        horizontal: 'center',
        wrap: true,
      },
      number: { numberFormat: '0.0' },
      text: { font: { name: '仿宋', italic: true }, indent: 1 },
      open: { unlocked: true, border: 'medium' },
    },
    names: [{ name: 'Reasons', refersTo: "'选项'!$A$1:$A$2" }],
    description: '说明',
  },
);

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));

/** Each part is read by the platform-free scanner of the intake; here only the tags are counted. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const outside = xml
    .replace(/<\?[^?]*\?>/g, '')
    .replace(
      /<([^\s/>]+)((?:\s[^<>"]*"[^<"]*")*)\s*(\/?)>|<\/([^\s>]+)>/g,
      (
        _tag,
        name: string | undefined,
        _attributes,
        self: string | undefined,
        end: string | undefined,
      ) => {
        if (end !== undefined) return open.pop() === end ? '' : '<';
        if (self !== '/') open.push(name ?? '');
        return '';
      },
    );
  return open.length === 0 && !/[<>]/.test(outside.replace(/&gt;/g, ''));
}

function read(bytes: Uint8Array) {
  const ours = readWorkbook('a.xlsx', bytes);
  if (!ours.ok) throw new Error(ours.detail);
  const theirs = XLSX.read(bytes, { dense: true, cellStyles: true, cellFormula: true });
  return { grids: ours.grids, theirs };
}

describe('writeWorkbook', () => {
  it('is read back by two other readers with the same names, values, types and merges', () => {
    const { grids, theirs } = read(writeWorkbook(FULL));
    expect(grids.map(({ sheet }) => sheet)).toEqual(['填报', '选项']);
    expect(theirs.SheetNames).toEqual(['填报', '选项']);
    const [grid] = grids;
    expect(grid?.cell(0, 0)).toEqual({ kind: 'text', text: '标题' });
    expect(grid?.cell(2, 1)).toEqual({ kind: 'number', value: -5.2, text: '-5.2' });
    expect(grid?.cell(3, 1)).toEqual({ kind: 'number', value: -5.2, text: '-5.2' });
    expect(grid?.cell(4, 1)).toBeNull();
    expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    const sheet = theirs.Sheets['填报'] as unknown as { '!data': XLSX.CellObject[][] };
    expect(sheet['!data'][2]?.[1]).toMatchObject({ t: 'n', v: -5.2 });
    expect(sheet['!data'][3]?.[1]).toMatchObject({ t: 'n', v: -5.2, f: 'SUM(B3:B3)' });
    expect(sheet['!data'][0]?.[0]?.c?.[0]).toMatchObject({ t: '第一行\n第二行' });
    expect(theirs.Props).toMatchObject({ Title: '表', Author: '衡鉴', Comments: '说明' });
    expect(theirs.Workbook?.Names).toContainEqual(
      expect.objectContaining({ Name: 'Reasons', Ref: "'选项'!$A$1:$A$2" }),
    );
  });

  it('writes what the model asks for, part by part', () => {
    const parts = partsOf(writeWorkbook(FULL));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    for (const piece of [
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
      '<sheetProtection sheet="1" objects="1" scenarios="1"',
      '<autoFilter ref="A2:B4"/>',
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      '<dataValidations count="3">',
      'type="custom"',
      '<formula1>ISNUMBER(B3)</formula1>',
      'orientation="landscape"',
      '<pageSetUpPr fitToPage="1"/>',
      '<oddHeader>&amp;C水印：甲 &amp;&amp; 乙 {page}</oddHeader>' +
        '<oddFooter>&amp;C第 &amp;P 页 &amp;&amp; 完</oddFooter>',
      '<legacyDrawing r:id="rId1"/>',
    ])
      expect(sheet).toContain(piece);
    const book = parts.get('xl/workbook.xml') ?? '';
    expect(book).toContain("'填报'!$A:$A,'填报'!$1:$2");
    expect(book).toContain('<calcPr fullCalcOnLoad="1"/>');
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain('<name val="黑体"/><charset val="134"/>');
    expect(styles).toContain('<protection locked="0"/>');
    expect(parts.get('docProps/core.xml')).toContain('2025-12-31T00:00:00Z');
  });

  it('orders the elements of a sheet as the schema does', () => {
    const sheet = partsOf(writeWorkbook(FULL)).get('xl/worksheets/sheet1.xml') ?? '';
    const order = [
      ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
      ...['sheetProtection', 'autoFilter', 'mergeCells', 'dataValidations', 'pageMargins'],
      ...['pageSetup', 'headerFooter', 'legacyDrawing'],
    ].map((name) => sheet.search(new RegExp(`<${name}[ />]`)));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is made of well-formed parts, each with its type and none without one that leads to it', () => {
    const parts = partsOf(writeWorkbook(FULL));
    for (const [path, xml] of parts) expect([path, wellFormed(xml)]).toEqual([path, true]);
    expect(wellFormed('<a><b></a>')).toBe(false);
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const path of parts.keys())
      if (!/rels$|vml$|Types/.test(path)) expect(types).toContain(`PartName="/${path}"`);
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue;
      const base = path.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g)) {
        const url = new URL(target, `file:///${base}`);
        expect(parts.has(url.pathname.slice(1))).toBe(true);
      }
    }
  });

  it('gives the same bytes again, in any time zone', () => {
    const zone = process.env['TZ'];
    const first = writeWorkbook(FULL);
    for (const other of ['Asia/Shanghai', 'America/Los_Angeles']) {
      process.env['TZ'] = other;
      expect(writeWorkbook(FULL)).toEqual(first);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('keeps every finite number to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (numbers) => {
          const { grids } = read(
            writeWorkbook(workbook([{ name: 'a', rows: [{ cells: numbers }] }])),
          );
          numbers.forEach((number, x) => {
            const cell = grids[0]?.cell(0, x);
            expect(cell?.kind === 'number' && cell.value).toBe(number === 0 ? 0 : number);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses numbers that are none, and styles that are not there', () => {
    const one = (cell: SheetModel['rows'][number]['cells'][number]) =>
      writeWorkbook(workbook([{ name: 'a', rows: [{ cells: [cell] }] }]));
    expect(() => one(NaN)).toThrow(RangeError);
    expect(() => one(Infinity)).toThrow('A1');
    expect(() => one({ value: 1, style: 'none' })).toThrow('no style none');
    expect(() => writeWorkbook(workbook([]))).toThrow();
  });
});

/** A workbook with the text in every field that can hold one. */
function withText(text: string): WorkbookModel {
  const validation = {
    range: { top: 0, left: 0, bottom: 0, right: 0 },
    prompt: { title: text, text },
    refusal: { title: text, text },
  };
  return {
    title: text,
    description: text,
    creator: text,
    day: '2025-12-31',
    font: { name: '宋体', size: 11 },
    styles: {},
    sheets: [
      {
        name: 'a',
        rows: [{ cells: [text, -5.2, { value: text, comment: text }] }],
        validations: [{ kind: 'whole', min: 0, max: 1, ...validation }],
        print: { header: text, footer: text },
      },
      { name: text, rows: [] },
    ],
  };
}

/** As a cell holds it. */
const lines = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (letter) =>
      letter.length === 2 ? letter : '\ufffd',
    );

describe('a text', () => {
  it('is tried with enough payloads', () => {
    expect(new Set(FORMULA_PAYLOADS).size).toBeGreaterThanOrEqual(40);
    expect(new Set(MARKUP_PAYLOADS).size).toBeGreaterThanOrEqual(30);
  });

  it.each([...FORMULA_PAYLOADS, ...MARKUP_PAYLOADS])('stays text in every field: %j', (text) => {
    const bytes = writeWorkbook(withText(text));
    const { grids, theirs } = read(bytes);
    const cells = theirs.Sheets['a'] as unknown as { '!data': XLSX.CellObject[][] };
    const [first, number, third] = cells['!data'][0] ?? [];
    expect(first).toMatchObject({ t: 's' });
    expect(first?.f).toBeUndefined();
    expect(third?.c?.[0]?.t).toBe(lines(text));
    expect(number).toMatchObject({ t: 'n', v: -5.2 });
    expect(grids[0]?.cell(0, 0)).toEqual({ kind: 'text', text: lines(text) });
    for (const [path, xml] of partsOf(bytes)) expect([path, wellFormed(xml)]).toEqual([path, true]);
  });

  it.each(FORMULA_PAYLOADS.filter((text) => !/^[\t\r]甲/.test(text)))(
    'stays text when the cell is edited: %j',
    (text) => {
      const parts = partsOf(writeWorkbook(withText(text)));
      const style = /<c r="A1" s="(\d+)"/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
      const formats = /<cellXfs.*<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[0] ?? '';
      expect(formats.match(/<xf .*?(?:<\/xf>|\/>)/g)?.[Number(style)]).toContain('quotePrefix="1"');
    },
  );

  it('of any letters reads back whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1 }),
        (texts) => {
          const { grids } = read(
            writeWorkbook(workbook([{ name: 'a', rows: [{ cells: texts }] }])),
          );
          texts.forEach((text, x) => {
            const cell = grids[0]?.cell(0, x);
            expect(cell?.kind === 'text' ? cell.text : '').toBe(lines(text));
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('with half a letter shows the sign for it; a very long one ends in an ellipsis', () => {
    const cells = ['a\ud800b', 'x'.repeat(40_000), '_x0041_'];
    const { grids } = read(writeWorkbook(workbook([{ name: 'a', rows: [{ cells }] }])));
    expect(grids[0]?.cell(0, 0)).toEqual({ kind: 'text', text: 'a\ufffdb' });
    const long = grids[0]?.cell(0, 1);
    expect(long?.kind === 'text' && long.text).toBe('x'.repeat(32_766) + '…');
    expect(grids[0]?.cell(0, 2)).toEqual({ kind: 'text', text: '_x0041_' });
  });
});
