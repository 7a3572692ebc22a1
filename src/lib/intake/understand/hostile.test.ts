import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Recogniser } from '../recognise/recogniser.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { onlyGrid } from '../workbook/testing/shown-cells.ts';
import { readSheet } from './read-sheet.ts';
import { gridOf, type Written } from './testing/grid.ts';
import { dataRecogniser, read } from './testing/told.ts';

const rows = (count: number, row: (index: number) => Written[]): Written[][] =>
  Array.from({ length: count }, (_, index) => row(index));
const across = (count: number, cell: (index: number) => Written): Written[] =>
  Array.from({ length: count }, (_, index) => cell(index));

test('an empty sheet has no rows and no table', () => {
  expect(read(gridOf([]))).toMatchObject({ roles: [], cells: [], faults: [], layouts: [] });
});

test.each<[string, Written[][]]>([
  ['one cell', [['甲县']]],
  ['one number', [[5]]],
  ['one heading', [['强检项目数']]],
  ['all numbers', rows(50, (row) => across(20, (column) => row * column))],
  ['all texts', rows(50, (row) => across(20, (column) => `词${row}，${column}`))],
  ['all years', rows(50, (row) => across(20, (column) => 2000 + ((row + column) % 20)))],
  [
    '500 columns of words and numbers',
    [across(500, (at) => `列${at}`), ...rows(40, () => across(500, (at) => at))],
  ],
  ['20,000 rows of words', rows(20_000, (row) => across(6, (column) => `词${row * 6 + column}`))],
  ['20,000 rows of places', rows(20_000, () => ['甲县', '乙县', '丙县'])],
])('%s: no table', (_, cells) => {
  const reading = read(gridOf(cells));
  expect(reading).toMatchObject({ cells: [], asides: [], unknown: [], totals: [], layouts: [] });
  expect(reading.faults).toEqual([{ fault: 'no_table', row: 0, column: 0, text: '' }]);
  expect(new Set(reading.roles)).toEqual(new Set(['outside']));
});

/** How often the recogniser was asked: what a reading costs, whatever else the machine does. */
function asked(cells: Written[][]): { readonly asked: number; readonly cells: number } {
  const recogniser = dataRecogniser();
  let count = 0;
  const counting = <A extends unknown[], T>(ask: (...of: A) => T) => {
    return (...of: A): T => {
      count++;
      return ask(...of);
    };
  };
  const counted: Recogniser = {
    heading: counting((path) => recogniser.heading(path)),
    indicator: counting((text) => recogniser.indicator(text)),
    place: counting((text, period) => recogniser.place(text, period)),
    isPlace: counting((text) => recogniser.isPlace(text)),
    isTotal: counting((text) => recogniser.isTotal(text)),
    unitOf: (indicator) => recogniser.unitOf(indicator),
  };
  const around = { file: '2023.csv', sheet: '', period: null };
  const reading = readSheet(gridOf(cells), around, counted);
  return { asked: count, cells: reading.cells.length };
}

test('50,000 rows of a long table ask for each name once', () => {
  const names = ['甲县', '乙县', '丙县'];
  const long = [
    ['机构', '年度', '指标', '数值', '单位'],
    ...rows(50_000, (row) => [names[row % 3] ?? '', '2023', 'TZ1', `${row}`, '项']),
  ];
  const { asked: count, cells } = asked(long);
  expect(cells).toBe(50_000);
  expect(count).toBeLessThan(600);
});

test('20,000 rows of 20 columns ask for each name once', () => {
  const wide = [
    ['机构', '年度', ...across(18, () => '强检项目数')],
    ...rows(20_000, (row) => ['甲县', 2023, ...across(18, (column) => row * column)]),
  ];
  const { asked: count, cells } = asked(wide);
  expect(cells).toBe(360_000);
  expect(count).toBeLessThan(600);
});

test('a sheet of headers alone is read in one go', () => {
  const reading = read(gridOf(rows(20_000, () => ['地区', '强检项目数'])));
  expect(new Set(reading.roles)).toEqual(new Set(['header', 'repeated_header']));
});

test('20,000 totals are checked against few rows each', () => {
  const cells = [
    ['机构', '强检项目数'],
    ...rows(20_000, (row): Written[] => (row % 2 ? [`第${row}组小计`, row] : ['甲县', row])),
  ];
  const { totals } = read(gridOf(cells), { file: '2023.csv' });
  expect(totals).toHaveLength(10_000);
  expect(totals.every(({ of }) => of.length === 1)).toBe(true);
});

const word = fc.constantFrom<Written>(
  ...['机构', '地区', '市', '年度', '指标', '数值', '单位', '备注', '序号', '排名'],
  ...[
    '强检项目数',
    '社会公用计量标准数',
    '强制检定',
    '公用标准',
    '项目数',
    '总数',
    '注册计量师持证比例',
  ],
  ...['甲县', '乙县', '示例一市', '子县', '990121', '某某所', '合计', '小计', '其中：甲县', '平均'],
  ...[
    '2023年',
    '2022',
    '一季度',
    '项',
    '人',
    '（单位：项）',
    '填报单位：甲县',
    '注：无',
    '1.说明文字若干',
    '—',
  ],
  ...['2023年统计表', ' ', '\u3000', '45', '1,234', '30余', '无', 'constructor', '__proto__'],
  ...[1, 2, 3, 45, 2023, 0.5, 990121],
);
const sheets = fc
  .record({
    width: fc.integer({ min: 1, max: 7 }),
    height: fc.integer({ min: 1, max: 10 }),
  })
  .chain(({ width, height }) =>
    fc.record({
      cells: fc.array(
        fc.array(fc.option(word, { freq: 2 }), { minLength: width, maxLength: width }),
        { minLength: height, maxLength: height },
      ),
      merges: fc.array(
        fc.record({
          top: fc.nat(height - 1),
          left: fc.nat(width - 1),
          down: fc.nat(3),
          right: fc.nat(3),
        }),
        { maxLength: 4 },
      ),
    }),
  );

test('whatever words lie wherever, every cell of a data row is told once', () => {
  fc.assert(
    fc.property(sheets, ({ cells: drawn, merges }) => {
      const cells = drawn.map((row) => [...row]);
      const taken = new Set<string>();
      const apart = merges.flatMap(({ top, left, down, right }) => {
        const merge = {
          top,
          left,
          bottom: Math.min(cells.length - 1, top + down),
          right: Math.min((cells[0]?.length ?? 1) - 1, left + right),
        };
        const places: string[] = [];
        for (let row = top; row <= merge.bottom; row++)
          for (let column = left; column <= merge.right; column++) places.push(`${row}/${column}`);
        if (places.length < 2 || places.some((place) => taken.has(place))) return [];
        for (const place of places) taken.add(place);
        for (const place of places.slice(1)) {
          const [row = 0, column = 0] = place.split('/').map(Number);
          const line = cells[row];
          if (line) line[column] = null;
        }
        return [merge];
      });
      // The reading itself throws where a cell is lost or told twice.
      const reading = read(gridOf(cells, apart), { file: '2023.xlsx' });
      expect(reading.roles).toHaveLength(cells.length);
      for (const { row } of reading.cells) expect(reading.roles[row]).toBe('data');
      for (const { row, of } of reading.totals) {
        expect(['data', 'total']).toContain(reading.roles[row]);
        for (const part of of) expect(reading.roles[part.row]).toBe('data');
      }
      reading.roles.forEach((role, row) => {
        const empty = cells[row]?.every((cell) => cell === null || String(cell).trim() === '');
        expect(role === 'blank').toBe(empty);
      });
    }),
    { numRuns: 1000 },
  );
});

const FIXTURES: Record<string, string> = {
  '01_utf8.csv': 'header data data data',
  '03_gb18030.csv': 'header data data data',
  '04_title_notes.csv': 'title unit header data data data total note note',
  '05_merged_header.csv': 'header header data data',
  '07_wan.csv': 'header data data',
  '08_missing.csv': 'header data data data data',
  '10_dates.csv': 'outside outside outside outside outside',
  '12_tab.tsv': 'header data',
  '13_leading_zero_code.csv': 'outside outside outside',
  '14_ragged.csv': 'header data data data',
  '16_fullwidth_comma.csv': 'header data data',
  '18_crlf_blank.csv': 'header data data data',
  '19_dup_header.csv': 'header data',
  'ok.xlsx': 'title header header data data total',
  'ok.xls': 'title header header data data total',
  'ok.et': 'title header header data data total',
};

test.each(Object.entries(FIXTURES))('%s', (name, roles) => {
  const bytes = readFileSync(new URL(`../testing/fixtures/${name}`, import.meta.url));
  const reading = read(onlyGrid(readWorkbook(name, bytes)), { file: name });
  expect(reading.roles.join(' ')).toBe(roles);
});
