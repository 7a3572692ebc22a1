import { expect, test } from 'vitest';
import { readWorkbook } from '../read-workbook.ts';
import { sheetOf, xlsxOf, xlsxParts, zipOf } from '../testing/parts.ts';
import { onlyGrid, refusalOf, shownRows } from '../testing/shown-cells.ts';

const read = (bytes: Uint8Array) => readWorkbook('t.xlsx', bytes);
const rows = (bytes: Uint8Array) => shownRows(onlyGrid(read(bytes)));
const row = (cells: string, rest = {}) => rows(sheetOf(`<row r="1">${cells}</row>`, rest))[0];

/** Styles 0, 1, 2, … with these format codes. */
function styles(...codes: (string | number)[]): { styles: string } {
  const own = codes.map((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>` : '',
  );
  const xfs = codes.map(
    (code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`,
  );
  // The styles that cells are based on come first and are not the ones that cells name.
  return {
    styles: `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs>`,
  };
}

test('numbers come with what their format shows', () => {
  const formats = styles(
    0,
    9,
    10,
    3,
    '000000',
    '0.0&quot;万&quot;',
    '#,##0.00_ ',
    '[Red]0;(0)',
    '@',
  );
  const cells = [1.5, 0.985, 0.985, 12345, 42, 1.234, 1234.5, -3, 7];
  const xml = cells.map((value, index) => `<c s="${index}"><v>${value}</v></c>`).join('');
  expect(row(xml, formats)).toEqual([
    '#1.5',
    '#0.985 (99%)',
    '#0.985 (98.50%)',
    '#12345 (12,345)',
    '#42 (000042)',
    '#1.234 (1.2万)',
    '#1234.5 (1,234.50)',
    '#-3 ((3))',
    '#7',
  ]);
});

test('the full double is kept, however it is written', () => {
  expect(row('<c><v>0.30000000000000004</v></c><c><v>1E-3</v></c><c><v>-0.5</v></c>')).toEqual([
    '#0.30000000000000004 (0.3)',
    '#0.001',
    '#-0.5',
  ]);
});

test('a day is a day, by its format and nothing else', () => {
  const codes = [14, 31, 57, 'yyyy-mm-dd hh:mm', 'yyyy&quot;年&quot;m&quot;月&quot;', 20, 46];
  const formats = styles(...codes, 'General', '0.00E+00', '[$-804]yyyy/m/d');
  const at = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  const days = [0, 1, 2, 3, 4, 9].map((style) => at(style, 45291.75)).join('');
  expect(row(days, formats)).toEqual(Array(6).fill('@2023-12-31'));
  const others = at(5, 0.5) + at(6, 1.5) + at(7, 45291) + at(8, 45291);
  expect(row(others, formats)).toEqual([
    '#0.5 (12:00)',
    '#1.5 (36:00:00)',
    '#45291',
    '#45291 (4.53E+04)',
  ]);
  const shown = onlyGrid(read(sheetOf(`<row>${at(1, 45291)}${at(0, 45291)}</row>`, formats)));
  expect([shown.cell(0, 0)?.text, shown.cell(0, 1)?.text]).toEqual([
    '2023年12月31日',
    '2023/12/31',
  ]);
});

test('both calendars, their edges, and the day that never was', () => {
  const formats = styles(14);
  const cells = (...serials: number[]) => serials.map((n) => `<c><v>${n}</v></c>`).join('');
  expect(row(cells(1, 59, 60, 61, 36526, 45291.9999999999, 2958465), formats)).toEqual([
    '@1900-01-01',
    '@1900-02-28',
    expect.stringMatching(/^#60/),
    '@1900-03-01',
    '@2000-01-01',
    '@2024-01-01',
    '@9999-12-31',
  ]);
  expect(row(cells(0, -1, 2958466), formats)).toEqual(
    ['#0', '#-1', '#2958466'].map((start) => expect.stringMatching(`^${start}\\b`) as string),
  );
  expect(row(cells(0, 1, 43829), { ...formats, date1904: true })).toEqual([
    '@1904-01-01',
    '@1904-01-02',
    '@2023-12-31',
  ]);
});

test('every kind of cell', () => {
  const texts =
    '<si><t xml:space="preserve"> 甲县 </t></si><si><r><t>社会</t></r><r><rPr/><t>公用</t></r><rPh sb="0" eb="1"><t>shehui</t></rPh></si><si><t>a_x000D_&#10;b_x005F_x</t></si><si/>';
  const xml = [
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>',
    '<c t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r></is></c><c t="str"><v>007</v></c>',
    '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c>',
    '<c t="d"><v>2023-12-31T08:00:00</v></c><c s="3"/><c><v></v></c><c t="str"><v>1 &lt; 2 &amp; &#x4E2D;</v></c>',
  ];
  expect(row(xml.join(''), { texts })).toEqual([
    ' 甲县 ',
    '社会公用',
    'a\r\nb_x',
    '',
    '分段',
    '007',
    '?TRUE',
    '?FALSE',
    '!#DIV/0!',
    '@2023-12-31',
    '',
    '',
    '1 < 2 & 中',
  ]);
});

test('a formula counts by its stored value; one never worked out says so', () => {
  const xml =
    '<c><f>SUM(B1:B3)</f><v>6</v></c><c t="str"><f>A1&amp;""</f><v></v></c><c><f>B1&lt;2</f></c><c><f t="shared" si="0"/></c>';
  expect(row(xml)).toEqual(['#6', '', '!=B1<2', '!=']);
});

test('cells are where their references say; without references they follow one another', () => {
  const xml =
    '<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="6"/><row><c r="AB7"><v>4</v></c></row>';
  const grid = onlyGrid(read(sheetOf(xml)));
  expect([grid.rows, grid.columns]).toEqual([7, 28]);
  expect(
    shownRows(grid).flatMap((cells, r) => cells.flatMap((c, k) => (c ? [[r, k, c]] : []))),
  ).toEqual([
    [1, 2, '#1'],
    [1, 3, '#2'],
    [2, 0, '#3'],
    [6, 27, '#4'],
  ]);
});

test('hidden sheets, rows and columns, merged places', () => {
  const xml =
    '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c><c r="D1"><v>2</v></c></row><row r="3" hidden="1"><c r="A3"><v>3</v></c></row><row r="900000" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:XFD1048576"/><mergeCell ref="H1:H2"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>';
  const result = read(
    xlsxOf({
      sheets: [
        { name: '__proto__', xml },
        { name: '藏', state: 'hidden', xml: '' },
        { name: '深藏', state: 'veryHidden', xml: '<sheetData/>' },
      ],
    }),
  );
  expect(result).toMatchObject({ ok: true, format: 'xlsx' });
  const grids = result.ok ? result.grids : [];
  expect(grids.map(({ sheet, hidden, rows, columns }) => [sheet, hidden, rows, columns])).toEqual([
    ['__proto__', false, 3, 4],
    ['藏', true, 0, 0],
    ['深藏', true, 0, 0],
  ]);
  const [grid] = grids;
  expect([...(grid?.hiddenRows ?? [])]).toEqual([2]);
  expect([...(grid?.hiddenColumns ?? [])]).toEqual([1, 2]);
  expect(grid?.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 2, left: 0, bottom: 2, right: 3 },
  ]);
  // What a merge hides is no cell.
  expect(grid?.cell(0, 1)).toBeNull();
  expect(({} as Record<string, unknown>)['sheet']).toBeUndefined();
});

test('prefixed elements, comments, CDATA and angle brackets in attributes', () => {
  const parts = xlsxParts({ sheets: [{ name: 'a', xml: '' }] });
  parts.set(
    'xl/worksheets/sheet1.xml',
    `<?xml version="1.0"?><x:worksheet xmlns:x="m"><!-- <x:c> --><x:sheetData><x:row r='1' x:note="a > b"><x:c r='A1' t="str"><x:v><![CDATA[甲 & <乙>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  );
  expect(rows(zipOf(parts))).toEqual([['甲 & <乙>']]);
});

test('names of sheets cannot forge attributes', () => {
  const name = 'x id="rId9" state=\'hidden\' & <y>';
  const result = read(xlsxOf({ sheets: [{ name, xml: '<sheetData/>' }] }));
  expect(result.ok && result.grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
    [name, false],
  ]);
});

test.each([
  ['a text that is not in the table', '<row><c t="s"><v>5</v></c></row>'],
  ['a number that is none', '<row><c><v>12a</v></c></row>'],
  ['a reference that is none', '<row><c r="1A"><v>1</v></c></row>'],
  ['a row that is none', '<row r="0"><c><v>1</v></c></row>'],
  ['an entity of its own', '<row><c t="str"><v>&lol;</v></c></row>'],
  ['an unclosed element', '<row><c><v>1</v></row>'],
])('%s refuses the file', (_what, xml) => {
  expect(refusalOf(read(sheetOf(xml)))).toBe('damaged');
});

test('one row or column too many is refused, however few cells there are', () => {
  const limits = {
    bytes: 1e6,
    parts: 50,
    unpackedBytes: 1e7,
    ratio: 100,
    rows: 10,
    textRows: 10,
    columns: 5,
    cells: 6,
  };
  const place = (reference: string) =>
    readWorkbook('t', sheetOf(`<row><c r="${reference}"><v>1</v></c></row>`), limits);
  expect(refusalOf(place('E10'))).toBe('read');
  expect(place('F1')).toMatchObject({ refusal: 'too_many_cells', detail: '表!F1' });
  expect(place('A11')).toMatchObject({ refusal: 'too_many_cells', detail: '表!A11' });
  const many = (count: number) =>
    readWorkbook('t', sheetOf('<row><c><v>1</v></c></row>'.repeat(count)), limits);
  expect([refusalOf(many(6)), refusalOf(many(7))]).toEqual(['read', 'too_many_cells']);
});

test('a missing part refuses the file; so does another kind of Office file', () => {
  for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml']) {
    const parts = xlsxParts({ sheets: [{ name: 'a', xml: '' }] });
    parts.delete(part);
    expect(refusalOf(read(zipOf(parts))), part).toBe('damaged');
  }
  const letter = xlsxParts({ sheets: [] });
  letter.set('xl/workbook.xml', '<w:document xmlns:w="w"><w:body/></w:document>');
  expect(refusalOf(read(zipOf(letter)))).toBe('not_this_format');
  expect(refusalOf(read(zipOf(new Map([['a.txt', 'x']]))))).toBe('unknown_format');
});
