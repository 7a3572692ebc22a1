import { expect, test } from 'vitest';
import { checkData, findFaults } from '../check-data.ts';
import { EMPTY_MAPPING, type Mapping } from '../mapping/mapping.ts';
import type { PlaceMatch } from '../recognise/recogniser.ts';
import { openFolder } from './folder.ts';
import { importSheets, type FileInput, type SheetOptions } from './import-sheets.ts';
import type { ImportOutcome } from './outcome.ts';
import { importFolder, textOf, withTables } from './testing/folder.ts';
import { handMade, type HandMade } from './testing/hand-made.ts';

const folder = importFolder();
const errorsOf = (files: Parameters<typeof findFaults>[0]) =>
  findFaults(files).filter(({ severity }) => severity === 'error');

function run(files: readonly FileInput[], options: SheetOptions = {}, into = folder) {
  const outcome = importSheets(files, openFolder(into), options);
  // Whatever is imported, the folder passes all checks afterwards.
  expect(errorsOf(withTables(into, outcome.tables))).toEqual([]);
  return outcome;
}
const one = (made: Partial<HandMade> & Pick<HandMade, 'lines'>, options?: SheetOptions) =>
  run([handMade({ region: '990101', indicators: ['A'], ...made })], options);
const said = (outcome: ImportOutcome, code: string) =>
  outcome.findings.filter((finding) => finding.code === code);
const codes = (outcome: ImportOutcome, severity = 'error') => [
  ...new Set(
    outcome.findings.flatMap((found) => (found.severity === severity ? [found.code] : [])),
  ),
];
const fates = (outcome: ImportOutcome) =>
  outcome.files.flatMap((file) =>
    file.sheets.flatMap((sheet) =>
      sheet.rows.map(({ fate }) =>
        fate.fate === 'imported'
          ? `imported ${fate.values}+${fate.gaps}`
          : `${fate.fate} ${fate.reason}`,
      ),
    ),
  );
const changes = (outcome: ImportOutcome) =>
  outcome.cells.map(({ indicator, change, before, value }) => [indicator, change, before, value]);
const table = (outcome: ImportOutcome, year = '2025', layer = 'synthetic') =>
  textOf(outcome.tables, `${layer}/observations/${year}.csv`).split('\n');

test('a folder without faults to begin with', () => {
  expect(errorsOf(folder)).toEqual([]);
  expect(checkData(folder).output).not.toBeNull();
});

test('new, filled, unchanged and revised values', () => {
  const outcome = one({
    indicators: ['A', 'B', 'D', 'N'],
    lines: [{ place: 'syn-1', cells: ['12', '3', '31', '１ 项'] }],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'imported 3+0']);
  expect(changes(outcome)).toEqual([
    ['A', 'revises', 11, 12],
    ['B', 'fills_gap', null, 3],
    ['D', 'unchanged', 31, 31],
    ['N', 'new', null, 1],
  ]);
  expect(outcome.counts).toEqual({
    rows: 2,
    imported: 1,
    skipped: 1,
    refused: 0,
    values: 3,
    gaps: 0,
    revised: 1,
    unchanged: 1,
    duplicates: 0,
  });
  const before = textOf(folder, 'synthetic/observations/2025.csv').trimEnd().split('\n');
  const after = table(outcome);
  const sha = outcome.files[0]?.sha256.slice(0, 12) ?? '';
  expect(after[0]).toBe(`${before[0]},origin_file,origin_sheet,origin_cell,raw_text,conversions`);
  expect(after.slice(1, before.length)).toEqual(before.slice(1).map((line) => `${line},,,,,`));
  expect(after.slice(before.length)).toEqual([
    `syn-1,甲所,990101,,,A,2025,12,,,人,exact,,import-synthetic-${sha},,1,更正：原为11,表.xlsx,Sheet1,B2,12,`,
    `syn-1,甲所,990101,,,B,2025,3,,,人,exact,,import-synthetic-${sha},,1,,表.xlsx,Sheet1,C2,3,`,
    `syn-1,甲所,990101,,,N,2025,1,,,项,exact,,import-synthetic-${sha},,0,,表.xlsx,Sheet1,E2,１ 项,full_width spaces unit`,
    // One county of four has it now; the form is for all of them only from two on.
    '',
  ]);
  const sources = textOf(outcome.tables, 'sources.csv');
  expect(sources.startsWith(textOf(folder, 'sources.csv'))).toBe(true);
  expect(sources).toContain(`import-synthetic-${sha},表.xlsx,,,,本机导入的文件,,synthetic,`);
  expect(said(outcome, 'revises')).toMatchObject(
    [{ severity: 'warning', cell: 'B2', raw: '12', rule: { zh: /原为 11 人，改为 12 人/ } }].map(
      ({ rule, ...rest }) => ({ ...rest, rule: { zh: expect.stringMatching(rule.zh) as string } }),
    ),
  );
});

test('what is imported is unchanged the second time, and what was unchanged stays byte for byte', () => {
  const input = handMade({
    region: '990101',
    indicators: ['A', 'B', 'N'],
    lines: [{ place: 'syn-1', cells: ['12', '约3', '不适用'], note: '重新核实' }],
  });
  const first = run([input]);
  expect(fates(first)).toEqual(['skipped header', 'imported 2+1']);
  const merged = withTables(folder, first.tables);
  const again = importSheets([input], openFolder(merged));
  expect(again.tables).toEqual([]);
  expect(fates(again)).toEqual(['skipped header', 'skipped unchanged']);
  expect(changes(again).map(([, change]) => change)).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
  expect(codes(again, 'warning')).toEqual([]);
  const other = handMade({
    region: '990102',
    lines: [{ place: 'syn-2', cells: [12] }],
    indicators: ['A'],
  });
  const second = importSheets([other], openFolder(merged));
  const [before, after] = [
    textOf(merged, 'synthetic/observations/2025.csv'),
    textOf(second.tables, 'synthetic/observations/2025.csv'),
  ];
  expect(after.startsWith(before)).toBe(true);
  expect(after.length).toBeGreaterThan(before.length);
});

test('a blank row of the form is replaced in its place', () => {
  const outcome = one({
    indicators: ['A', 'D'],
    lines: [{ place: 'tpl-331002', cells: ['12', '—'] }],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'imported 1+0']);
  const lines = table(outcome, '2025', 'template');
  expect(lines).toHaveLength(textOf(folder, 'template/observations/2025.csv').split('\n').length);
  expect(lines[1]).toMatch(
    /^tpl-331002,椒江所,331002,,,A,2025,12,,,人,exact,,import-template-\w+,,0,,表/,
  );
  expect(lines[3]).toBe('tpl-331002,椒江所,331002,,,D,2025,,not_reported,,人,exact,,form,,0,,,,,,');
});

test('rows that are no data, that are empty, and that the mapping leaves out', () => {
  const outcome = one({
    lines: [
      { place: 'syn-1', cells: ['标题'], role: 'title' },
      { place: 'syn-1', cells: [''] },
      { place: { kind: 'ignored' }, cells: ['5'] },
      { place: null, placeText: '一、浙北', cells: [''] },
    ],
  });
  expect(fates(outcome)).toEqual([
    'skipped header',
    'skipped title',
    'skipped no_values',
    'skipped mapping',
    'skipped no_values',
  ]);
  expect(codes(outcome)).toEqual([]);
  expect(outcome.tables).toEqual([]);
});

test('a city’s row among those of its counties is a total, and said to be one', () => {
  const outcome = one({
    lines: [
      { place: 'syn-1', cells: ['5'] },
      { place: { kind: 'total' }, placeText: '示例市', cells: ['100'] },
    ],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'imported 1+0', 'skipped total']);
  expect(said(outcome, 'place_total')).toMatchObject([
    {
      severity: 'warning',
      cell: 'A3',
      rule: { zh: expect.stringContaining('“示例市”') as string },
    },
  ]);
});

test('a name that is listed beside a region that is not', () => {
  const place = {
    kind: 'unknown',
    proposals: [{ code: 'syn-1', name: '甲所', likeness: 1 }],
  } as const;
  const outcome = one({ lines: [{ place, placeText: '甲所', cells: ['5'] }] });
  expect(fates(outcome)).toEqual(['skipped header', 'refused place_doubted']);
});

test('each reason why nobody can say whose a value is', () => {
  const proposals = [{ code: 'syn-1', name: '甲所', likeness: 0.8 }];
  const places: readonly (readonly [PlaceMatch | null, string, string])[] = [
    [{ kind: 'unknown', proposals }, '甲所筹备处', 'place_unknown'],
    [null, '', 'place_absent'],
    [{ kind: 'several', proposals }, '鼓楼区', 'place_several'],
    [{ kind: 'contradiction', by_code: 'syn-1', by_name: 'syn-2' }, '乙所', 'place_contradiction'],
    [{ kind: 'not_valid', institution_id: 'syn-1', period: '2025' }, '甲所', 'place_not_valid'],
    [
      {
        kind: 'institution',
        institution_id: 'r',
        layer: 'reported',
        region_code: '210000',
        by: 'code',
      },
      '省院',
      'layer_other',
    ],
  ];
  const outcome = one({
    indicators: ['A', 'D'],
    lines: places.map(([place, placeText]) => ({ place, placeText, cells: [1, 2] })),
  });
  expect(fates(outcome)).toEqual([
    'skipped header',
    ...places.map(([, , code]) => `refused ${code}`),
  ]);
  for (const [index, [, , code]] of places.entries())
    expect(said(outcome, code)).toMatchObject([{ cell: `A${index + 2}`, row: index + 2 }]);
  expect(outcome.questions).toEqual([
    expect.objectContaining({
      kind: 'institution',
      key: '甲所筹备处',
      cell: 'A2',
      waiting: 1,
      proposals: [{ code: 'syn-1', name: '甲所' }],
    }),
    expect.objectContaining({ kind: 'institution', key: '鼓楼区', cell: 'A4' }),
  ]);
});

test('the same question is asked once, with all that wait', () => {
  const line = { place: null, placeText: '无名所', cells: [1] };
  const outcome = one({ lines: [line, line, line] });
  expect(outcome.questions).toMatchObject([{ kind: 'institution', key: '无名所', waiting: 3 }]);
});

test('only the layer that was chosen', () => {
  const lines = [{ place: 'syn-1', cells: [12] }];
  expect(fates(one({ lines }, { layer: 'template' }))[1]).toBe('refused layer_other');
  expect(fates(one({ lines }, { layer: 'synthetic' }))[1]).toBe('imported 1+0');
});

test('an unknown heading refuses the rows that have something under it', () => {
  const outcome = one({
    indicators: ['A', '?台账'],
    lines: [
      { place: 'syn-1', cells: [12, 3] },
      { place: 'syn-2', cells: [11, ''] },
    ],
    region: '990102',
  });
  expect(fates(outcome)).toEqual([
    'skipped header',
    'refused heading_unknown',
    'skipped unchanged',
  ]);
  expect(said(outcome, 'heading_unknown')).toMatchObject([{ cell: 'C2', raw: '3' }]);
  expect(outcome.questions).toMatchObject([
    { kind: 'heading', key: '?台账', cell: 'C1', waiting: 1 },
  ]);
  const unused = one({ indicators: ['A', '?台账'], lines: [{ place: 'syn-1', cells: [12] }] });
  expect(unused.questions).toEqual([]);
  expect(codes(unused, 'information')).toContain('heading_unused');
});

test('one cell that cannot be read refuses its row, and none of the values of the row is taken', () => {
  const outcome = one({
    indicators: ['A', 'D', 'N'],
    lines: [{ place: 'syn-1', cells: ['12', '3或4', '3.14/2'] }],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'refused unclear_two_numbers']);
  expect(outcome.cells).toEqual([]);
  expect(outcome.findings.map(({ code, cell }) => [code, cell])).toEqual([
    ['unclear_two_numbers', 'C2'],
    ['unclear_fraction', 'D2'],
  ]);
});

test('units: the same in other words, scaled, and another one', () => {
  const unit = (cell: string | number, of: string | null = null) =>
    one({ indicators: ['A'], units: [of], lines: [{ place: 'syn-1', cells: [cell] }] });
  expect(unit('0.0012万').cells[0]).toMatchObject({ value: 12, conversions: ['wan'] });
  expect(unit(0.0012, '万人').cells[0]).toMatchObject({ value: 12, unit: '人' });
  expect(unit('12', '人').cells[0]?.value).toBe(12);
  const refused = unit('12', '人次');
  expect(fates(refused)[1]).toBe('refused unit_incompatible');
  expect(refused.questions).toMatchObject([
    { kind: 'unit', key: 'A', cell: 'B1', proposals: [{ code: '人' }], waiting: 1 },
  ]);
  const mapping: Mapping = { ...EMPTY_MAPPING, units: new Map([['A', '人']]) };
  const units = ['人次'];
  const answered = one({ units, lines: [{ place: 'syn-1', cells: ['12'] }] }, { mapping });
  expect(fates(answered)[1]).toBe('imported 1+0');
});

test('periods: none, over years, the last day of a year, no whole year', () => {
  const at = (period: string | null) => one({ lines: [{ place: 'syn-1', cells: [12], period }] });
  expect(fates(at(null))[1]).toBe('refused period_absent');
  expect(fates(at('2024-2025'))[1]).toBe('refused period_span');
  const end = at('2025-12-31');
  expect(end.cells[0]).toMatchObject({ period: '2025', change: 'revises' });
  expect(codes(end, 'information')).toEqual(['period_year_end']);
  const quarter = at('2025-Q3');
  expect(quarter.cells[0]).toMatchObject({ period: '2025-Q3', change: 'new' });
  expect(codes(quarter, 'warning')).toContain('period_not_year');
});

test('hedged numbers keep their wording, or get one that says the same', () => {
  const of = (cell: string, unit: string | null = null) =>
    one({ units: [unit], lines: [{ place: 'syn-1', cells: [cell] }] }).cells[0];
  expect(of('12余人')).toMatchObject({ value: 12, qualifier: 'more_than', value_text: '12余人' });
  expect(of('１２多')).toMatchObject({ value: 12, qualifier: 'more_than', value_text: '超过12' });
  expect(of('约0.0012', '万人')).toMatchObject({
    value: 12,
    qualifier: 'about',
    value_text: '约12',
  });
});

test('gaps: of a new number, over a gap, over a value', () => {
  const gap = (text: string, indicator: string) =>
    one({ indicators: [indicator], lines: [{ place: 'syn-1', cells: [text] }] });
  expect(changes(gap('—', 'N'))).toEqual([['N', 'new', null, null]]);
  expect(fates(gap('—', 'N'))[1]).toBe('imported 0+1');
  expect(changes(gap('迟报', 'B'))).toEqual([['B', 'unchanged', null, null]]);
  expect(changes(gap('不适用', 'B'))).toEqual([['B', 'revises', null, null]]);
  const kept = gap('—', 'A');
  expect(changes(kept)).toEqual([['A', 'kept', 11, null]]);
  expect(fates(kept)[1]).toBe('skipped unchanged');
  expect(codes(kept, 'warning')).toEqual(['gap_kept']);
  expect(said(kept, 'gap_kept')[0]?.became).toEqual({ zh: '未报送', en: 'not reported' });
  const taken = gap('不适用', 'A');
  expect(changes(taken)).toEqual([['A', 'revises', 11, null]]);
  expect(codes(taken, 'warning')).toEqual(['revises']);
});

test('a note explains a jump; without one the row is refused where it jumps', () => {
  const jump = { place: 'syn-1', cells: [20] };
  const refused = one({ lines: [jump] });
  expect(fates(refused)[1]).toBe('refused jump');
  expect(said(refused, 'jump')).toMatchObject([
    { severity: 'error', cell: 'B2', raw: '20', row: 2 },
  ]);
  const explained = one({ lines: [{ ...jump, note: '并入两个站' }] });
  expect(fates(explained)[1]).toBe('imported 1+0');
  expect(said(explained, 'jump')).toMatchObject([{ severity: 'warning', cell: 'B2' }]);
  expect(table(explained).join('\n')).toContain('并入两个站；更正：原为11');
});

test('a wrong number of an earlier year does not refuse the year after next', () => {
  const outcome = one({
    lines: [
      { place: 'syn-1', period: '2024', cells: [60] },
      { place: 'syn-1', period: '2026', cells: [12] },
    ],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'refused ratio_range', 'imported 1+0']);
});

test('what the checks find is said at the cell, with the cells of the file instead of the tables', () => {
  const outcome = one({
    indicators: ['A', 'D'],
    lines: [{ place: 'syn-1', cells: [12, 500], note: '核实' }],
  });
  expect(fates(outcome)[1]).toBe('refused value_range');
  expect(said(outcome, 'value_range')).toMatchObject([{ cell: 'C2', raw: '500', row: 2 }]);
  const over = one({
    indicators: ['A', 'B', 'D'],
    lines: [{ place: 'syn-1', cells: [14, 7, 16], note: '核实' }],
  });
  expect(fates(over)[1]).toBe('refused ratio_range');
  expect(said(over, 'ratio_range')[0]?.todo.zh).toContain('A 表.xlsx Sheet1!B2 = 14');
});

test('rows at fault go, the others are taken', () => {
  const outcome = one({
    region: '990101',
    lines: [
      { place: 'syn-1', cells: [500], note: '核实' },
      { place: 'tpl-331002', cells: [12] },
    ],
  });
  expect(fates(outcome)).toEqual(['skipped header', 'refused value_range', 'imported 1+0']);
  expect(outcome.tables.map(({ path }) => path)).toEqual([
    'template/observations/2025.csv',
    'sources.csv',
  ]);
});

test('the same number twice is taken once', () => {
  const line = { place: 'syn-1', cells: [12] };
  const files = ['b.xlsx', 'a.xlsx'].map((name) =>
    handMade({ name, region: '990101', indicators: ['A'], lines: [line, line] }),
  );
  const outcome = run(files);
  expect(fates(outcome)).toEqual([
    'skipped header',
    'imported 1+0',
    'skipped duplicate',
    'skipped header',
    'skipped duplicate',
    'skipped duplicate',
  ]);
  expect(outcome.counts).toMatchObject({ values: 1, duplicates: 3, imported: 1, skipped: 5 });
  expect(said(outcome, 'duplicate_row')).toHaveLength(3);
  expect(outcome.tables.map(({ path }) => path)).toContain('sources.csv');
});

test('a number told differently is a conflict, and neither row is taken', () => {
  const files = [12, 13].map((value, index) =>
    handMade({
      name: `${index}.xlsx`,
      region: '990101',
      indicators: ['A', 'D'],
      lines: [{ place: 'syn-1', cells: [value, 32] }],
    }),
  );
  const outcome = run(files);
  expect(fates(outcome)).toEqual([
    'skipped header',
    'refused conflict',
    'skipped header',
    'refused conflict',
  ]);
  expect(outcome.conflicts).toEqual([
    {
      institution_id: 'syn-1',
      indicator: 'A',
      period: '2025',
      cells: [
        { file: '0.xlsx', sheet: 'Sheet1', cell: 'B2', raw: '12', value: 12 },
        { file: '1.xlsx', sheet: 'Sheet1', cell: 'B2', raw: '13', value: 13 },
      ],
    },
  ]);
  expect(outcome.tables).toEqual([]);
});

test('hidden rows and columns are read, and said', () => {
  const outcome = one({
    indicators: ['A', 'D'],
    lines: [{ place: 'syn-1', cells: [12, 32] }],
    hiddenRows: [1],
    hiddenColumns: [2],
  });
  expect(fates(outcome)[1]).toBe('imported 2+0');
  expect(codes(outcome, 'warning')).toEqual(['columns_hidden', 'rows_hidden', 'revises']);
});

test('totals are held against the rows', () => {
  const of = (total: string | number, cells: readonly (string | number)[]) => {
    const lines = [
      ...cells.map((cell, index) => ({ place: `syn-${index + 1}`, cells: [cell] })),
      { place: null, placeText: '合计', cells: [total], role: 'total' as const },
    ];
    const row = lines.length;
    return one({
      lines,
      totals: [
        {
          row,
          column: 1,
          label: '合计',
          kind: 'sum',
          of: cells.map((_, index) => ({ row: index + 1, column: 1 })),
          indicator: 'A',
        },
      ],
    });
  };
  expect(codes(of(23, [12]), 'warning')).toContain('total_differs');
  const differs = said(of('1,100', [1000, '—']), 'total_differs')[0];
  expect(differs?.rule.zh).toBe('合计为 1100，各行之和为 1000，差 100（另有 1 行没有数）');
  expect(differs?.cell).toBe('B4');
  expect(said(of('0.1', ['0.1']), 'total_holds')).toHaveLength(1);
  expect(said(of('约23', [11, 12]), 'total_unchecked')).toHaveLength(1);
  expect(said(of('0.0023万', [11, 12]), 'total_holds')).toHaveLength(1);
  expect(said(of('', [11, 12]), 'total_unchecked')).toHaveLength(0);
});

test('a typed ratio is not taken, and said where it disagrees', () => {
  const typed = (ratio: string | number) =>
    one({
      indicators: ['A', 'B', 'D', '=R'],
      lines: [{ place: 'syn-1', cells: [12, 3, 30, ratio] }],
    });
  const agreeing = [50, '50%', '50.0', 0.5];
  for (const ratio of agreeing) expect(said(typed(ratio), 'ratio_differs')).toEqual([]);
  expect(said(typed(50), 'lane_computed')).toHaveLength(1);
  const [differs] = said(typed('51%'), 'ratio_differs');
  expect(differs).toMatchObject({ severity: 'warning', cell: 'E2', raw: '51%' });
  expect(differs?.rule.zh).toContain('表中是 51，按 100 × (A+B/D) 算得 50');
});

test('a new year opens its table, fills what did not come in, and moves the cut-off', () => {
  const outcome = one({
    indicators: ['A'],
    period: '2026',
    lines: [{ place: 'syn-1', cells: [12] }],
  });
  expect(fates(outcome)[1]).toBe('imported 1+0');
  expect(outcome.tables.map(({ path }) => path)).toEqual([
    'synthetic/observations/2026.csv',
    'sources.csv',
    'edition.json',
  ]);
  const lines = table(outcome, '2026');
  expect(lines[0]).toContain('note,origin_file');
  // Three indicators were asked for in 2025, of four counties.
  expect(lines.filter((line) => line.includes('not_reported'))).toHaveLength(11);
  expect(said(outcome, 'rows_filled')[0]?.rule.zh).toContain('2026 年有 11 项没有报来');
  expect(JSON.parse(textOf(outcome.tables, 'edition.json'))).toMatchObject({
    id: '2026',
    cutoff: '2026-12-31',
    layer: 'synthetic',
  });
  expect(codes(outcome, 'warning')).toEqual(['cutoff_moved']);
  // The rows that were only filled in are replaced when their values come.
  const merged = withTables(folder, outcome.tables);
  const more = handMade({
    region: '990102',
    indicators: ['A'],
    period: '2026',
    lines: [{ place: 'syn-2', cells: [12] }],
  });
  const second = importSheets([more], openFolder(merged));
  expect(table(second, '2026')).toHaveLength(lines.length);
  expect(table(second, '2026').filter((line) => line.includes('not_reported'))).toHaveLength(10);
});

test('what a new year brings along is said of the file that brings it', () => {
  const files = ['2025', '2026'].map((period) =>
    handMade({
      name: `${period}.xlsx`,
      region: '990101',
      period,
      indicators: ['A'],
      lines: [{ place: 'syn-1', cells: [12] }],
    }),
  );
  const outcome = run(files);
  const ofYear = ['rows_filled', 'cutoff_moved'].flatMap((code) => said(outcome, code));
  expect(ofYear.map(({ file }) => file)).toEqual(['2026.xlsx', '2026.xlsx']);
});

test('a year beyond a gap is refused', () => {
  const outcome = one({ period: '2028', lines: [{ place: 'syn-1', cells: [12] }] });
  expect(fates(outcome)[1]).toBe('refused file_missing');
  expect(said(outcome, 'file_missing').map(({ rule }) => rule.zh)).toEqual([
    '还没有 2026 年的数据，不能隔年放入 2028',
    '还没有 2027 年的数据，不能隔年放入 2028',
  ]);
  expect(outcome.tables).toEqual([]);
});

test('a form that is not ranked has its new year without waiting for the ranking', () => {
  const form = one({ period: '2026', lines: [{ place: 'tpl-331002', cells: [12] }] });
  expect(fates(form)[1]).toBe('imported 1+0');
  expect(said(form, 'year_opened').map(({ rule }) => rule.zh)).toEqual([
    '填报数据新开 2026 年度；排名用的是示例数据，截止日 2025-12-31 不变',
  ]);
  expect(textOf(form.tables, 'edition.json')).toBe('');
});

test('a file with institutions of two layers is taken, and both are named with their cells', () => {
  const two = one({
    indicators: ['A', 'B'],
    lines: [
      { place: 'syn-1', cells: [12, 3] },
      { place: 'tpl-331002', cells: [9, null] },
    ],
  });
  expect(two.counts.imported).toBe(2);
  expect(said(two, 'layers_mixed').map(({ cell, rule }) => [cell, rule.zh])).toEqual([
    [
      'B3',
      '一个文件里有两类机构的数，分别归入：填报数据 1 家机构 1 个数（Sheet1!B3）；示例数据 1 家机构 2 个数（Sheet1!B2、Sheet1!C2）',
    ],
  ]);
  const alone = one({ lines: [{ place: 'syn-1', cells: [12] }] });
  expect(said(alone, 'layers_mixed')).toEqual([]);
});

test('an indicator that half of the counties have now is asked of all', () => {
  const outcome = run(
    ['syn-1', 'syn-2'].map((place, index) =>
      handMade({
        name: `${index}.xlsx`,
        region: `99010${index + 1}`,
        indicators: ['N'],
        lines: [{ place, cells: [1] }],
      }),
    ),
  );
  expect(outcome.counts).toMatchObject({ imported: 2, values: 2 });
  expect(table(outcome).filter((line) => /,N,2025,,not_reported/.test(line))).toHaveLength(2);
  expect(codes(outcome, 'information')).toEqual(['rows_filled']);
});

test('a locked year may be revised; the edition stays as it was', () => {
  const entry = {
    id: '2024',
    layer: 'synthetic',
    period: '2024',
    cutoff: '2024-12-31',
    locked_on: '2025-02-01',
    scheme: 'one',
    scheme_version: '1',
    scheme_path: 'schemes/history/one.json',
    scheme_sha256: '0'.repeat(64),
    result_path: 'synthetic/published/2024.csv',
    result_sha256: '0'.repeat(64),
    inputs: [],
    tool_version: '1',
    reason: { zh: '首次', en: 'first' },
    changes: [],
  };
  const locked = importFolder({
    'editions.json': JSON.stringify([entry]),
    'schemes/history/one.json': '{"id":"one","version":"1","index":{"code":"I","children":[]}}',
    'synthetic/published/2024.csv':
      'edition,period,institution_id,element,score,rank,band,status,scheme,scheme_version,source_id\n',
  });
  const input = handMade({
    region: '990101',
    period: '2024',
    indicators: ['A', 'D'],
    lines: [{ place: 'syn-1', cells: [12, 32] }],
  });
  const outcome = importSheets([input], openFolder(locked));
  expect(fates(outcome)).toEqual(['skipped header', 'imported 2+0']);
  expect(said(outcome, 'locked_edition')).toMatchObject([{ severity: 'warning', cell: 'B2' }]);
  expect(said(outcome, 'locked_edition')[0]?.rule.zh).toBe(
    '2024 年的 2024 版已经锁定；2 个数记为以后的修订，不改变已锁定的 2024 版',
  );
});

test('a folder that has errors itself takes nothing', () => {
  const broken = importFolder({
    'synthetic/observations/2024.csv': textOf(folder, 'synthetic/observations/2024.csv').replace(
      ',2,,,项',
      ',-2,,,项',
    ),
  });
  const input = handMade({
    region: '990102',
    indicators: ['A'],
    lines: [{ place: 'syn-2', cells: [12] }],
  });
  const outcome = importSheets([input], openFolder(broken));
  expect(fates(outcome)).toEqual(['skipped header', 'refused folder_errors']);
  expect(outcome.tables).toEqual([]);
  expect(said(outcome, 'folder_errors')).toHaveLength(1);
});

test('a file that gives itself dangerous names stays inert', () => {
  const input = handMade({
    name: '=cmd|calc!A1.xlsx',
    sheet: '-2+3',
    region: '990101',
    indicators: ['A'],
    lines: [{ place: 'syn-1', cells: [' +12 '], note: '=HYPERLINK("x")' }],
  });
  const outcome = run([input]);
  expect(fates(outcome)[1]).toBe('imported 1+0');
  const line = table(outcome).find((row) => row.includes('import-')) ?? '';
  expect(line).toContain(`＝HYPERLINK`);
  expect(line).toContain(`,'=cmd|calc!A1.xlsx,'-2+3,B2,"' +12 ",`);
  const [row] =
    checkData(withTables(folder, outcome.tables)).output?.tables.flatMap(({ table: name, rows }) =>
      name === 'observation'
        ? (rows as { origin_file: string | null }[]).filter(({ origin_file }) =>
            origin_file?.startsWith('='),
          )
        : [],
    ) ?? [];
  expect(row).toMatchObject({
    origin_file: '=cmd|calc!A1.xlsx',
    origin_sheet: '-2+3',
    raw_text: ' +12 ',
  });
});

test('a reading that leaves a cell out is a fault of the program', () => {
  const input = handMade({
    region: '990101',
    indicators: ['A'],
    lines: [{ place: 'syn-1', cells: [12] }],
  });
  const [sheet] = input.sheets;
  if (!sheet) throw new Error('no sheet');
  const lossy = { ...input, sheets: [{ ...sheet, reading: { ...sheet.reading, cells: [] } }] };
  expect(() => importSheets([lossy], openFolder(folder))).toThrow(/accounted for nowhere/);
  const roles = { ...sheet.reading, roles: [] };
  expect(() =>
    importSheets([{ ...input, sheets: [{ ...sheet, reading: roles }] }], openFolder(folder)),
  ).toThrow(/0 roles for 2 rows/);
});

test('what is computed, and nothing else, is said so', () => {
  const outcome = one({ indicators: ['=R'], lines: [{ place: 'syn-1', cells: ['50%'] }] });
  expect(fates(outcome)[1]).toBe('skipped computed');
});

test('a lane of reasons', () => {
  const of = (cells: readonly string[], reason: string) => {
    const input = handMade({
      region: '990101',
      indicators: ['B', 'N'],
      lines: [{ place: 'syn-1', cells, note: reason }],
    });
    const [sheet] = input.sheets;
    if (!sheet) throw new Error('no sheet');
    const asides = sheet.reading.asides.map((aside) =>
      aside.why === 'note' ? { ...aside, why: 'missing_reason' as const } : aside,
    );
    const reading = { ...sheet.reading, asides };
    return run([{ ...input, sheets: [{ ...sheet, reading }] }]);
  };
  const reasons = (outcome: ImportOutcome) =>
    outcome.cells.map(({ indicator, value, missing_reason }) => [indicator, value, missing_reason]);
  expect(reasons(of(['', ''], '未统计'))).toEqual([
    ['B', null, 'not_collected'],
    ['N', null, 'not_collected'],
  ]);
  expect(reasons(of(['3', ''], 'late'))).toEqual([
    ['B', 3, null],
    ['N', null, 'late'],
  ]);
  expect(fates(of(['3', '1'], '未统计'))[1]).toBe('refused reason_and_value');
  const told = of(['', '1'], '设备搬迁');
  expect(reasons(told)[0]).toEqual(['B', null, 'not_reported']);
  expect(table(told).join()).toContain('设备搬迁');
});

test('words of a category, as the data spells them', () => {
  const header = textOf(folder, 'indicators.csv').split('\n')[0] ?? '';
  const line = textOf(folder, 'synthetic/observations/2025.csv').split('\n')[1] ?? '';
  const graded = importFolder({
    'indicators.csv': `${textOf(folder, 'indicators.csv')}G,等级,Grade,级,class,higher_better,T6,institution,category,int,等级,,,x\n`,
    'synthetic/observations/2024.csv': `${textOf(folder, 'synthetic/observations/2024.csv')}${line.replace(
      ',A,2025,11,,,人,',
      ',G,2024,3,,A,级,',
    )}\n`,
  });
  expect(header).toContain('measure_kind');
  const of = (cell: string | number) =>
    importSheets(
      [
        handMade({
          region: '990101',
          indicators: ['G'],
          lines: [{ place: 'syn-1', cells: [cell] }],
        }),
      ],
      openFolder(graded),
    );
  for (const cell of ['A', 'A级', 'ａ', '3', 3])
    expect(of(cell).cells[0]).toMatchObject({ value: 3, value_text: 'A' });
  expect(fates(of('甲'))[1]).toBe('refused word_unknown');
  expect(of('—').cells[0]).toMatchObject({ value: null, missing_reason: 'not_reported' });
});

test('progress is told for each stage', () => {
  const stages = new Set<string>();
  one(
    { lines: [{ place: 'syn-1', cells: [12] }] },
    {
      onProgress: (done, total, what) => {
        expect(done).toBeLessThanOrEqual(total);
        stages.add(what);
      },
    },
  );
  expect([...stages]).toEqual(['convert', 'check', 'finish']);
});
