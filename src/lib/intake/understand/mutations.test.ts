import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Merge } from '../workbook/grid.ts';
import { gridOf, type Written } from './testing/grid.ts';
import { read, statements } from './testing/told.ts';

/** A clean table: what has to come back whatever it is drawn like. */
interface Clean {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly indicators: readonly Indicator[];
  readonly years: readonly number[];
  /** By place, indicator and year; null is an empty cell. */
  readonly values: readonly (number | null)[];
}

interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Under a common heading. */
  readonly group?: readonly [string, string];
}

const PLACES = [
  { id: 'syn-990121', name: '甲县计量检定测试所' },
  { id: 'syn-990123', name: '乙县' },
  { id: 'syn-990124', name: '丙县计量检定测试所' },
  { id: 'syn-990101', name: '丁区' },
  { id: 'syn-990221', name: '990221' },
  { id: 'syn-990222', name: '寅县' },
];
const INDICATORS: readonly Indicator[] = [
  { code: 'TZ1', name: '强检项目数', unit: '项', group: ['强制检定', '项目数'] },
  { code: 'TZ2', name: '社会公用计量标准数量', unit: '项', group: ['公用标准', '总数'] },
  {
    code: 'TZ2H',
    name: '最高等级社会公用计量标准',
    unit: '项',
    group: ['公用标准', '其中：最高标准'],
  },
  { code: 'TZ3A', name: '一级注册计量师人数', unit: '人' },
  { code: 'TZ3B', name: '二级注册计量师人数', unit: '人' },
  { code: 'TZ4A', name: '服务企业数', unit: '家' },
  { code: 'TZ4C', name: 'TZ4C', unit: '人次' },
];

const clean = fc
  .record({
    places: fc.shuffledSubarray(PLACES, { minLength: 1 }),
    indicators: fc.shuffledSubarray([...INDICATORS], { minLength: 1 }),
    years: fc.shuffledSubarray([2021, 2022, 2023, 2024], { minLength: 1, maxLength: 3 }),
  })
  .chain(({ places, indicators, years }) => {
    const cells = places.length * indicators.length * years.length;
    return fc
      .array(fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 8 }), {
        minLength: cells,
        maxLength: cells,
      })
      .map((values): Clean => ({ places, indicators, years: years.sort(), values }));
  });

const valueAt = ({ indicators, years, values }: Clean, p: number, i: number, y: number) =>
  values[(p * indicators.length + i) * years.length + y] ?? null;

const expected = (table: Clean): string[] =>
  table.places.flatMap(({ id }, p) =>
    table.indicators.flatMap(({ code }, i) =>
      table.years.flatMap((year, y) => {
        const value = valueAt(table, p, i, y);
        return value === null ? [] : [`${id} ${code} ${year} =${value}`];
      }),
    ),
  );

interface Drawing {
  cells: Written[][];
  merges: Merge[];
  /** Rows of the header. */
  head: number;
}

interface Style {
  readonly layout: 'wide' | 'long' | 'years' | 'years over' | 'transposed' | 'tall';
  readonly merged: boolean;
  readonly groups: boolean;
  readonly unit: 'none' | 'brackets' | 'row' | 'lane';
  readonly title: 'none' | 'plain' | 'merged';
  readonly line: boolean;
  readonly top: number;
  readonly left: number;
  readonly notes: boolean;
  readonly total: boolean;
  readonly sequence: boolean;
  readonly numbers: boolean;
  readonly repeat: boolean;
  readonly gap: boolean;
  readonly text: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  layout: fc.constantFrom('wide', 'long', 'years', 'years over', 'transposed', 'tall'),
  merged: fc.boolean(),
  groups: fc.boolean(),
  unit: fc.constantFrom('none', 'brackets', 'row', 'lane'),
  title: fc.constantFrom('none', 'plain', 'merged'),
  line: fc.boolean(),
  top: fc.integer({ min: 0, max: 3 }),
  left: fc.integer({ min: 0, max: 2 }),
  notes: fc.boolean(),
  total: fc.boolean(),
  sequence: fc.boolean(),
  numbers: fc.boolean(),
  repeat: fc.boolean(),
  gap: fc.boolean(),
  text: fc.boolean(),
});

const heading = ({ code, name, unit }: Indicator, { unit: where }: Style) =>
  where === 'brackets' && name !== code ? `${name}（${unit}）` : name;

/** Columns of indicators; a column of years where there is more than one. */
function wide(table: Clean, s: Style): Drawing {
  const { places, indicators, years } = table;
  const dated = years.length > 1;
  const grouped = s.groups && s.unit !== 'brackets';
  const stub = ['机构名称', ...(dated ? ['年度'] : [])];
  const rows = places.flatMap(({ name }, p) =>
    years.map((year, y): Written[] => [
      name,
      ...(dated ? [year] : []),
      ...indicators.map((_, i) => valueAt(table, p, i, y)),
    ]),
  );
  const names = indicators.map((one) => (grouped ? (one.group?.[0] ?? one.name) : heading(one, s)));
  const head: Written[][] = [[...stub, ...names]];
  const merges: Merge[] = [];
  if (grouped && indicators.some(({ group }) => group)) {
    head.push([...stub.map(() => null), ...indicators.map(({ group }) => group?.[1] ?? null)]);
    mergeRuns(head, stub.length, merges, s.merged);
    if (s.merged)
      for (let column = 0; column < head[0]!.length; column++)
        if (head[1]![column] === null)
          merges.push({ top: 0, bottom: 1, left: column, right: column });
  }
  if (s.unit === 'row') head.push([...stub.map(() => null), ...indicators.map(({ unit }) => unit)]);
  if (dated && s.merged) mergeDown(rows, 0, years.length, head.length, merges);
  return { cells: [...head, ...rows], merges, head: head.length };
}

/** Equal neighbours of the first header row become one heading, merged or with nothing behind. */
function mergeRuns(head: Written[][], from: number, merges: Merge[], merged: boolean): void {
  const row = head[0]!;
  for (let left = from; left < row.length; left++) {
    let right = left;
    while (right + 1 < row.length && row[right + 1] === row[left] && head[1]![right + 1] !== null)
      right++;
    for (let column = left + 1; column <= right; column++) row[column] = null;
    if (merged && right > left) merges.push({ top: 0, bottom: 0, left, right });
    left = right;
  }
}

/** Equal cells below one another become one merged place. */
function mergeDown(
  rows: Written[][],
  column: number,
  height: number,
  head: number,
  merges: Merge[],
): void {
  if (height < 2) return;
  for (let top = 0; top < rows.length; top += height) {
    for (let row = top + 1; row < top + height; row++) rows[row]![column] = null;
    merges.push({ top: head + top, bottom: head + top + height - 1, left: column, right: column });
  }
}

function long(table: Clean, s: Style): Drawing {
  const { places, indicators, years } = table;
  const rows = places.flatMap(({ name }, p) =>
    indicators.flatMap((one, i) =>
      years.map((year, y): Written[] => [
        name,
        heading(one, s),
        `${year}年`,
        valueAt(table, p, i, y),
        ...(s.unit === 'lane' ? [one.unit] : []),
      ]),
    ),
  );
  const head = ['单位名称', '指标', '年份', '数值', ...(s.unit === 'lane' ? ['计量单位'] : [])];
  const merges: Merge[] = [];
  if (s.merged) mergeDown(rows, 0, indicators.length * years.length, 1, merges);
  return { cells: [head, ...rows], merges, head: 1 };
}

/** Years under each indicator, or indicators under each year. */
function byYear(table: Clean, s: Style, over: boolean): Drawing {
  const { places, indicators, years } = table;
  const lanes = over
    ? years.flatMap((year, y) => indicators.map((one, i) => ({ year, y, one, i })))
    : indicators.flatMap((one, i) => years.map((year, y) => ({ year, y, one, i })));
  const head: Written[][] = [
    ['地区', ...lanes.map(({ year, one }) => (over ? `${year}年` : heading(one, s)))],
    [null, ...lanes.map(({ year, one }) => (over ? heading(one, s) : `${year}年`))],
  ];
  const merges: Merge[] = [];
  mergeRuns(head, 1, merges, s.merged);
  if (s.merged) merges.push({ top: 0, bottom: 1, left: 0, right: 0 });
  const rows = places.map(({ name }, p): Written[] => [
    name,
    ...lanes.map(({ i, y }) => valueAt(table, p, i, y)),
  ]);
  return { cells: [...head, ...rows], merges, head: 2 };
}

/** Institutions across; under each its years where there are several. */
function transposed(table: Clean, s: Style): Drawing {
  const { places, indicators, years } = table;
  const lane = s.unit === 'lane';
  const lanes = places.flatMap((place, p) => years.map((year, y) => ({ place, p, year, y })));
  const stub = ['指标名称', ...(lane ? ['单位'] : [])];
  const head: Written[][] = [[...stub, ...lanes.map(({ place }) => place.name)]];
  const merges: Merge[] = [];
  if (years.length > 1) {
    head.push([...stub.map(() => null), ...lanes.map(({ year }) => year)]);
    mergeRuns(head, stub.length, merges, s.merged);
  }
  const rows = indicators.map((one, i): Written[] => [
    heading(one, s),
    ...(lane ? [one.unit] : []),
    ...lanes.map(({ p, y }) => valueAt(table, p, i, y)),
  ]);
  return { cells: [...head, ...rows], merges, head: head.length };
}

/** A column of indicators and one column a year. */
function tall(table: Clean, s: Style): Drawing {
  const { places, indicators, years } = table;
  const rows = places.flatMap(({ name }, p) =>
    indicators.map((one, i): Written[] => [
      name,
      heading(one, s),
      ...(s.unit === 'lane' ? [one.unit] : []),
      ...years.map((_, y) => valueAt(table, p, i, y)),
    ]),
  );
  const head = [
    '机构',
    '指标',
    ...(s.unit === 'lane' ? ['单位'] : []),
    ...years.map((year) => `${year}年`),
  ];
  const merges: Merge[] = [];
  if (s.merged) mergeDown(rows, 0, indicators.length, 1, merges);
  return { cells: [head, ...rows], merges, head: 1 };
}

function drawingOf(table: Clean, s: Style): Drawing {
  switch (s.layout) {
    case 'wide':
      return wide(table, s);
    case 'long':
      return long(table, s);
    case 'years':
      return byYear(table, s, false);
    case 'years over':
      return byYear(table, s, true);
    case 'transposed':
      return transposed(table, s);
    case 'tall':
      return tall(table, s);
  }
}

const moved = (merges: readonly Merge[], down: number, right: number): Merge[] =>
  merges.map((merge) => ({
    top: merge.top + down,
    bottom: merge.bottom + down,
    left: merge.left + right,
    right: merge.right + right,
  }));

const shifted = (merges: readonly Merge[], from: number, by: number): Merge[] =>
  merges.map((merge) =>
    merge.top >= from ? { ...merge, top: merge.top + by, bottom: merge.bottom + by } : merge,
  );

/** What people put around a table. */
function dressed(table: Clean, s: Style): { cells: Written[][]; merges: Merge[] } {
  let { cells, merges } = drawingOf(table, s);
  const { head } = drawingOf(table, s);
  const width = cells[0]!.length;
  const title =
    table.years.length === 1
      ? `示例省${table.years[0]}年计量技术机构统计表`
      : '示例省计量技术机构统计表';
  if (s.sequence && s.layout !== 'transposed') {
    cells = cells.map((row, index) => [
      index === 0 ? '序号' : index < head ? null : index - head + 1,
      ...row,
    ]);
    merges = moved(merges, 0, 1);
  }
  if (s.numbers && s.layout === 'wide') {
    const stub = cells[head - 1]!.length - table.indicators.length;
    const numbers = cells[0]!.map((_, column) => (column < stub ? '甲' : column - stub + 1));
    if (table.indicators.length > 1) {
      cells = [...cells.slice(0, head), numbers, ...cells.slice(head)];
      merges = shifted(merges, head, 1);
    }
  }
  const single = cells.length - table.places.length;
  if (s.repeat && s.layout === 'wide' && !s.merged && table.places.length > 2 && head === 1)
    cells = [...cells.slice(0, single + 1), [...cells[0]!], ...cells.slice(single + 1)];
  if (s.gap && merges.length === 0)
    cells = [...cells.slice(0, -1), cells[0]!.map(() => null), ...cells.slice(-1)];
  if (s.total && s.layout === 'wide') {
    const at = cells[0]!.indexOf('机构名称');
    const first = cells[0]!.length - table.indicators.length;
    cells.push(
      cells[0]!.map((_, column) => (column === at ? '合计' : column < first ? null : column)),
    );
  }
  if (s.notes) cells.push(['注：数据由各机构填报。'], ['填表人：张三', null, '审核人：李四']);
  const needsYear = table.years.length === 1 && s.layout !== 'long' && s.layout !== 'tall';
  const above: Written[][] = [];
  if (s.title !== 'none' || (needsYear && !s.layout.startsWith('years'))) above.push([title]);
  if (s.line) above.push(['填报单位：示例省市场监管局', null, '制表日期：2020年1月5日']);
  if (above.length > 0 && s.title === 'merged' && width > 1)
    merges = [
      ...moved(merges, above.length, 0),
      { top: 0, bottom: 0, left: 0, right: cells[0]!.length - 1 },
    ];
  else merges = moved(merges, above.length, 0);
  cells = [...above, ...cells];
  const margin: null[] = Array.from({ length: s.left }, () => null);
  cells = [
    ...Array.from({ length: s.top }, (): Written[] => []),
    ...cells.map((row) => [...margin, ...row]),
  ];
  if (s.text) cells = cells.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  return { cells, merges: moved(merges, s.top, s.left) };
}

test('a clean table comes back from whatever it is drawn like', () => {
  fc.assert(
    fc.property(clean, style, (table, s) => {
      const { cells, merges } = dressed(table, s);
      const grid = gridOf(cells, merges);
      const reading = read(grid);
      const told = statements(grid, reading).map((line) => line.split(' ').slice(0, 4).join(' '));
      expect(told.sort(), cells.map((row) => row.join('|')).join('\n')).toEqual(
        expected(table).sort(),
      );
      expect(reading.unknown).toEqual([]);
      expect(reading.faults).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
