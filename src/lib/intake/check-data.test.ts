import type { Layer, Observation, TableName } from '#lib/model/index.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkData, type DataResult } from './check-data.ts';
import { smallData, type SmallData, type SmallRow } from './testing/small-data.ts';

const run = (data: SmallData) => checkData(smallData(data));

const tableOf = (result: DataResult, layer: Layer, table: TableName): readonly object[] =>
  result.output?.tables.find((one) => one.layer === layer && one.table === table)?.rows ?? [];

const observations = (result: DataResult, layer: Layer = 'synthetic') =>
  tableOf(result, layer, 'observation') as readonly Observation[];

const shareOf = (result: DataResult, layer: Layer = 'synthetic') =>
  observations(result, layer).find((row) => row.indicator === 'R');

const parts = (a: string, b: string, d: string): SmallRow[] => [
  { indicator: 'A', value: a },
  { indicator: 'B', value: b },
  { indicator: 'D', value: d },
];
const errors = (result: DataResult) =>
  result.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);

test('a ratio is 100 · numerator / denominator and carries both, the kind and the cells', () => {
  const result = run({ years: { 2025: parts('4', '12', '19') } });
  const file = 'synthetic/observations/2025.csv';
  expect(result.findings).toEqual([]);
  expect(shareOf(result)).toMatchObject({
    institution_id: 'syn-1',
    region_code: '990181',
    period_start: '2025-01-01',
    value: (100 * (4 + 12)) / 19,
    numerator: 16,
    denominator: 19,
    denominator_kind: '在岗人员',
    unit: '%',
    measure_kind: 'ratio',
    data_status: 'synthetic',
    locator: `(${file}!H2 + ${file}!H3) ÷ ${file}!H4`,
  });
});

test('without a file of its own a number comes from its cell of the raw table, with the text there', () => {
  const [row, missing, words] = observations(
    run({
      years: {
        2025: [
          { indicator: 'A', value: '4.00' },
          { indicator: 'B', value: '', reason: 'late' },
          { indicator: 'D', value: '', reason: 'late' },
        ],
      },
    }),
  );
  const file = 'synthetic/observations/2025.csv';
  const here = { origin_file: file, origin_sheet: null, conversions: null, formula: null };
  expect(row).toMatchObject({ ...here, origin_cell: 'H2', raw_text: '4.00', value: 4 });
  expect(missing).toMatchObject({ ...here, origin_cell: 'H3', raw_text: null, value: null });
  expect(words?.earlier_revisions).toBeNull();
});

test('a number of a handed-in file keeps file, sheet, cell, text and rules; its ratio has none', () => {
  const origin = '年报.xlsx,人员,D7,１万,full_width wan';
  const rows = [{ indicator: 'A', value: '4', origin }, ...parts('', '12', '19').slice(1)].map(
    (row) => ({ origin: ',,,,', ...row }),
  );
  const result = run({ years: { 2025: rows } });
  expect(errors(result)).toEqual([]);
  expect(observations(result).find(({ indicator }) => indicator === 'A')).toMatchObject({
    origin_file: '年报.xlsx',
    origin_sheet: '人员',
    origin_cell: 'D7',
    raw_text: '１万',
    conversions: 'full_width wan',
    locator: 'synthetic/observations/2025.csv!H2',
  });
  expect(shareOf(result)).toMatchObject({
    origin_file: null,
    origin_cell: null,
    raw_text: null,
    formula: '(A + B) ÷ D',
  });
});

test('a form that was filled in reports; its blank rows do not', () => {
  const header =
    'institution_id,institution,region_code,entity,pillar,indicator,period,value,missing_reason,value_text,unit,qualifier,denominator_kind,source_id,locator,revision,note';
  const files = {
    'template/institutions.csv': `institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,valid_from,valid_to,source_id,note
tpl-1,椒江,Jiaojiang,331002,county,unknown,,,2000-01-01,,form,
`,
    'template/observations/2025.csv': `${header}
tpl-1,椒江,331002,,,A,2025,4,,,人,exact,,form,,0,
tpl-1,椒江,331002,,,B,2025,12,,,人,exact,,form,,0,
tpl-1,椒江,331002,,,D,2025,19,,,人,exact,,form,,0,
tpl-1,椒江,331002,,,N,2025,,late,,项,exact,,form,,0,
`,
  };
  const result = run({ files });
  expect(errors(result)).toEqual([]);
  const statuses = observations(result, 'template').map((row) => [row.indicator, row.data_status]);
  expect(Object.fromEntries(statuses)).toEqual({
    A: 'reported',
    B: 'reported',
    D: 'reported',
    R: 'reported',
    N: 'not_reported',
  });
});

test('a denominator of 0 gives no ratio, and says so; it is not 0 %', () => {
  expect(shareOf(run({ years: { 2025: parts('0', '0', '0') } }))).toMatchObject({
    value: null,
    missing_reason: 'denominator_zero',
    numerator: 0,
    denominator: 0,
  });
});

test('a missing part gives no ratio, whether its row is empty or absent', () => {
  const empty: SmallRow[] = [
    { indicator: 'A', value: '', reason: 'late' },
    { indicator: 'B', value: '12' },
    { indicator: 'D', value: '19' },
  ];
  for (const rows of [empty, empty.slice(1)])
    expect(shareOf(run({ years: { 2025: rows } }))).toMatchObject({
      value: null,
      missing_reason: 'component_missing',
      numerator: null,
      denominator: 19,
    });
});

test('a published document gets a ratio only if it prints every part, with its own denominator', () => {
  const facts = parts('6', '18', '48').map((row) =>
    row.indicator === 'D' ? { ...row, kind: '全体在职' } : row,
  );
  const whole = run({ years: { 2025: [] }, facts });
  expect(shareOf(whole, 'reported')).toMatchObject({
    value: 50,
    denominator_kind: '全体在职',
    locator: '(一 + 一) ÷ 一',
    source_id: 'report',
    qualifier: 'exact',
  });
  expect(shareOf(run({ facts: facts.slice(0, 2) }), 'reported')).toBeUndefined();
  const printed: SmallRow = { indicator: 'R', value: '51', unit: '%' };
  const kept = run({ facts: [...facts, printed] });
  expect(errors(kept)).toEqual([]);
  expect(shareOf(kept, 'reported')).toMatchObject({ value: 51, numerator: null });
});

test('a ratio of hedged numbers is approximate', () => {
  const facts = parts('6', '18', '48').map((row) =>
    row.indicator === 'D' ? { ...row, qualifier: 'more_than', text: '48余人' } : row,
  );
  expect(shareOf(run({ facts }), 'reported')).toMatchObject({ value: 50, qualifier: 'approx' });
});

test('the highest revision counts, wherever it stands; older ones stand in its history', () => {
  const rows: SmallRow[] = [
    { indicator: 'A', value: '7', revision: 2, note: '二次更正' },
    { indicator: 'A', value: '', reason: 'late' },
    { indicator: 'A', value: '5', revision: 1 },
    ...parts('', '12', '19').slice(1),
  ];
  const result = run({ years: { 2025: rows } });
  const kept = observations(result).filter((row) => row.indicator === 'A');
  expect(kept).toMatchObject([
    { value: 7, revision: 2, locator: 'synthetic/observations/2025.csv!H2' },
  ]);
  const file = 'synthetic/observations/2025.csv';
  expect(JSON.parse(kept[0]?.earlier_revisions ?? '')).toMatchObject([
    { revision: 1, value: 5, missing_reason: null, origin_file: file, origin_cell: 'H4' },
    { revision: 0, value: null, missing_reason: 'late', raw_text: null, origin_cell: 'H3' },
  ]);
  expect(shareOf(result)).toMatchObject({ numerator: 19, revision: 2, note: '二次更正' });
  expect(result.accounts.find(({ rows: count }) => count === 5)).toMatchObject({
    kept: 3,
    superseded: 2,
    left_out: 0,
  });
});

test('a jump is judged on the highest revisions; a note makes it a warning that quotes the note', () => {
  const years = (now: SmallRow) => ({
    2024: [{ indicator: 'A', value: '10' }],
    2025: [
      { indicator: 'A', value: '10' },
      { revision: 1, ...now },
    ],
  });
  expect(errors(run({ years: years({ indicator: 'A', value: '15' }) }))).toEqual([]);
  expect(errors(run({ years: years({ indicator: 'A', value: '16' }) }))).toEqual(['jump']);
  const noted = run({ years: years({ indicator: 'A', value: '16', note: '口径变化' }) });
  expect(noted.findings).toMatchObject([
    { severity: 'warning', code: 'jump', row: 3, cell: 'H3', todo: { zh: '备注已说明：口径变化' } },
  ]);
});

test('a series runs on through a change of the region code', () => {
  const years = {
    2024: [{ indicator: 'A', value: '10' }],
    2025: [{ indicator: 'A', value: '30' }],
  };
  const result = run({ years });
  expect(errors(result)).toEqual(['jump']);
});

test('a text indicator keeps its text and has no number', () => {
  const result = run({ years: { 2025: [{ indicator: 'K', value: '', text: 'A', unit: '级' }] } });
  expect(errors(result)).toEqual([]);
  expect(observations(result)).toMatchObject([{ value: null, value_text: 'A' }]);
});

test('dimensions: whole catalogue for the fictional layer, used indicators for the facts, cited sources only', () => {
  const result = run({ years: { 2025: parts('4', '12', '19') }, facts: parts('6', '18', '48') });
  const column = (layer: Layer, table: TableName, name: string) =>
    tableOf(result, layer, table).map((row) => (row as Record<string, unknown>)[name]);
  expect(column('synthetic', 'indicator', 'indicator')).toEqual(['A', 'B', 'D', 'K', 'N', 'R']);
  expect(column('reported', 'indicator', 'indicator')).toEqual(['A', 'B', 'D', 'R']);
  expect(column('synthetic', 'source', 'source_id')).toEqual(['made-up']);
  expect(column('reported', 'source', 'source_id')).toEqual(['report']);
});

test('the order of files and rows does not change the output', () => {
  const data: SmallData = {
    years: { 2025: parts('4', '12', '19') },
    facts: parts('6', '18', '48'),
  };
  const files = smallData(data);
  const reversed = smallData({
    ...data,
    facts: [...parts('6', '18', '48')].reverse(),
  }).reverse();
  // The facts keep their text and change their cell, which is where they were read.
  const withoutCells = (input: typeof files) =>
    JSON.stringify(checkData(input).output, (key, value: unknown) =>
      key === 'origin_cell' ? undefined : value,
    );
  expect(withoutCells(reversed)).toBe(withoutCells(files));
});

test('rows are conserved: rows in = rows out without ratios + superseded + rows listed', () => {
  const file = 'synthetic/observations/2025.csv';
  const row = fc.record({
    indicator: fc.constantFrom('A', 'B', 'D', 'N'),
    revision: fc.integer({ min: 0, max: 3 }),
    blank: fc.boolean(),
  });
  const rows = fc.uniqueArray(row, {
    selector: ({ indicator, revision }) => `${indicator}${revision}`,
    minLength: 1,
    maxLength: 16,
  });
  const VALUES = { A: '5', B: '6', D: '20', N: '1' };
  fc.assert(
    fc.property(rows, (list) => {
      const typed = list.map(({ indicator, revision }) => ({
        indicator,
        revision,
        value: VALUES[indicator],
        unit: indicator === 'N' ? '项' : '人',
      }));
      const files = smallData({ years: { 2025: typed } }).map(({ path, bytes }) => {
        const [header = '', ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\n');
        const spaced = lines.flatMap((text, at) => (list[at]?.blank ? [',,,', text] : [text]));
        const text = path === file ? [header, ...spaced].join('\n') : '';
        return { path, bytes: path === file ? new TextEncoder().encode(text) : bytes };
      });
      const result = checkData(files);
      const blanks = list.filter(({ blank }) => blank).length;
      const kept = observations(result).filter(({ indicator }) => indicator !== 'R').length;
      const account = result.accounts.find((one) => one.file === file);
      expect(result.findings.map(({ code }) => code)).toEqual(Array(blanks).fill('row_blank'));
      expect(account).toMatchObject({ rows: list.length + blanks, kept, left_out: blanks });
      expect(kept).toBe(new Set(list.map(({ indicator }) => indicator)).size);
      expect(kept + (account?.superseded ?? NaN) + blanks).toBe(account?.rows);
    }),
    { numRuns: 60 },
  );
});

const ACTIVITY_HEADER =
  'activity_id,kind,region_code,institution_id,period,title_zh,title_en,needs,status,planned_for,' +
  'done_on,participants,source_id,locator,note';

test('an invented activity is cited by its cell, a published one by its document', () => {
  const invented = 'P1,help,990181,syn-1,2025-Q2,帮扶,Help,3,done,,2025-05-06,4,made-up,,';
  const printed = 'P2,training,210000,,2020-Q1,培训,Training,,planned,,,,report,二/一,';
  const files = (rows: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(rows).map(([layer, row]) => [
        `${layer}/activities.csv`,
        `${ACTIVITY_HEADER}\n${row}\n`,
      ]),
    );
  const result = run({ files: files({ synthetic: invented, reported: printed }) });
  expect(result.findings).toEqual([]);
  expect(tableOf(result, 'synthetic', 'activity')).toMatchObject([
    { locator: 'synthetic/activities.csv!A2', needs: 3, period: '2025-Q2' },
  ]);
  expect(tableOf(result, 'reported', 'activity')).toMatchObject([
    { locator: '二/一', data_status: 'reported', needs: null, done_on: null },
  ]);
  expect(errors(run({ files: files({ reported: printed.replace('二/一', '') }) }))).toEqual([
    'locator_absent',
  ]);
});

test('a folder without a ledger has no locked editions, and nothing may claim to be one', () => {
  expect(run({}).output?.ledger).toEqual([]);
  const row = '2024,2024,syn-1,I,50,1,,ranked,one,1.0.0,made-up';
  const header =
    'edition,period,institution_id,element,score,rank,band,status,scheme,scheme_version,source_id';
  const files = { 'synthetic/published/2024.csv': `${header}\n${row}\n` };
  expect(errors(run({ files }))).toEqual(['published_unlocked']);
});
