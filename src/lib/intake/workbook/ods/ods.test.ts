import { expect, test } from 'vitest';
import { readWorkbook } from '../read-workbook.ts';
import { odsOf, zipOf } from '../testing/parts.ts';
import { onlyGrid, refusalOf, shownRows } from '../testing/shown-cells.ts';

const read = (tables: string, styles = '') => readWorkbook('t.ods', odsOf(tables, styles));
const table = (rows: string) => `<table:table table:name="表">${rows}</table:table>`;
const rows = (xml: string) => shownRows(onlyGrid(read(table(xml))));
const cell = (attributes: string, text?: string) =>
  `<table:table-cell ${attributes}>${text === undefined ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;
const row = (cells: string) => rows(`<table:table-row>${cells}</table:table-row>`)[0];

test('every kind of cell', () => {
  const cells = [
    cell('office:value-type="float" office:value="12345.5"', '12,345.50'),
    '<table:table-cell office:value-type="float" office:value="7"/>',
    cell('office:value-type="percentage" office:value="0.985"', '98.5%'),
    cell('office:value-type="currency" office:value="3"', '￥3.00'),
    cell('office:value-type="date" office:date-value="2023-12-31T10:00:00"', '2023年12月31日'),
    cell('office:value-type="boolean" office:boolean-value="true"', '真'),
    cell('office:value-type="time" office:time-value="PT10H30M00S"', '10:30'),
    cell('office:value-type="string" calcext:value-type="error"', '#DIV/0!'),
    cell('table:formula="of:=SUM([.A1])" office:value-type="float" office:value="6"', '6'),
    cell('table:formula="of:=1/3"'),
    cell('office:value-type="string" office:string-value="藏"'),
    cell(''),
    cell('office:value-type="string"', '尾'),
  ];
  expect(row(cells.join(''))).toEqual([
    '#12345.5 (12,345.50)',
    '#7',
    '#0.985 (98.5%)',
    '#3 (￥3.00)',
    '@2023-12-31',
    '?TRUE',
    '10:30',
    '!#DIV/0!',
    '#6',
    '!=1/3',
    '藏',
    '',
    '尾',
  ]);
});

test('text of a cell: paragraphs, spaces, runs; neither comments nor drawings', () => {
  const text = `<table:table-cell office:value-type="string"><office:annotation><dc:creator>某</dc:creator><text:p>批注</text:p></office:annotation><text:p>甲<text:span>乙<text:s text:c="2"/></text:span>丙<text:tab/><text:line-break/>丁</text:p><text:p>戊</text:p><draw:frame><text:p>图</text:p></draw:frame></table:table-cell>`;
  expect(row(text)).toEqual(['甲乙  丙\t\n丁\n戊']);
});

test('repeated rows and cells are all there; a million empty ones cost nothing', () => {
  const xml = `<table:table-row table:number-rows-repeated="2">${cell('table:number-columns-repeated="2" office:value-type="float" office:value="1"', '1')}</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row>${cell('table:number-columns-repeated="2"')}${cell('', '末')}</table:table-row><table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  const blank = ['', '', ''];
  expect(rows(xml)).toEqual([
    ['#1', '#1', ''],
    ['#1', '#1', ''],
    blank,
    blank,
    blank,
    ['', '', '末'],
  ]);
});

test('content repeated beyond all bounds is refused', () => {
  const wide = cell('table:number-columns-repeated="16384"', '满');
  expect(refusalOf(read(table(`<table:table-row>${wide}</table:table-row>`)))).toBe(
    'too_many_cells',
  );
  const long = `<table:table-row table:number-rows-repeated="1048576">${cell('', '满')}</table:table-row>`;
  expect(refusalOf(read(table(long)))).toBe('too_many_cells');
});

test('hidden sheets, rows and columns, merged places', () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const xml = `<table:table table:name="一" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row>${cell('table:number-columns-spanned="3" table:number-rows-spanned="2"', '头')}<table:covered-table-cell table:number-columns-repeated="2"><text:p>遮</text:p></table:covered-table-cell></table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell('table:number-columns-repeated="2"')}${cell('', '尾')}</table:table-row></table:table><table:table table:name="二" table:style-name="ta2"/>`;
  const result = read(xml, styles);
  const grids = result.ok ? result.grids : [];
  expect(grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
    ['一', false],
    ['二', true],
  ]);
  expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([1, 2]);
  expect([...(grids[0]?.hiddenColumns ?? [])]).toEqual([1, 2]);
  expect(grids[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
});

test('tables that are no sheets stay out', () => {
  const xml = `<table:tracked-changes><table:cell-content-change><table:table-row>${cell('', '旧')}</table:table-row></table:cell-content-change></table:tracked-changes>${table(`<table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes><table:table-row>${cell('', '新')}</table:table-row>`)}`;
  expect(shownRows(onlyGrid(read(xml)))).toEqual([['新']]);
});

test('an encrypted document and a text document are refused', () => {
  const parts = new Map([
    ['content.xml', '<a/>'],
    ['META-INF/manifest.xml', '<m><manifest:encryption-data/></m>'],
  ]);
  expect(refusalOf(readWorkbook('t.ods', zipOf(parts)))).toBe('encrypted');
  const letter = new Map([['content.xml', '<a><office:text><text:p>x</text:p></office:text></a>']]);
  expect(refusalOf(readWorkbook('t.ods', zipOf(letter)))).toBe('not_this_format');
});
