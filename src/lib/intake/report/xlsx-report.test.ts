import * as XLSX from '@e965/xlsx';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { FORMULA_PAYLOADS } from '#lib/office/testing/formulas.ts';
import { writeWorkbook, type WorkbookModel } from '#lib/office/xlsx/index.ts';
import { importFiles } from '../import/import-files.ts';
import type { ImportedCell, ImportFinding, ImportOutcome } from '../import/outcome.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { REPORT_LIMITS, reportWorkbook } from './xlsx-report.ts';

const HANDED_IN = {
  name: '台州.csv',
  bytes: new TextEncoder().encode('机构,标准\r\n甲县,-5.2\r\n乙县,三十\r\n丙县,30余\r\n合计,1\r\n'),
};

const finding = (more: Partial<ImportFinding>): ImportFinding => ({
  severity: 'error',
  code: 'unclear_words',
  file: HANDED_IN.name,
  sheet: '',
  row: 3,
  cell: 'B3',
  raw: '三十',
  became: { zh: '', en: '' },
  rule: { zh: '读不出是什么数', en: 'cannot be read' },
  todo: { zh: '只写数', en: 'write the number' },
  ...more,
});

const cell = (more: Partial<ImportedCell> = {}): ImportedCell => ({
  file: HANDED_IN.name,
  sheet: '',
  cell: 'B4',
  row: 4,
  raw: '30余',
  institution_id: 'syn-1',
  region_code: '990121',
  indicator: 'TZ2',
  period: '2025',
  value: 30,
  missing_reason: null,
  value_text: '30余',
  unit: '项',
  qualifier: 'more_than',
  conversions: ['qualifier', 'spaces'],
  change: 'revises',
  before: -5.2,
  ...more,
});

const OUTCOME: ImportOutcome = {
  files: [
    {
      file: HANDED_IN.name,
      sha256: 'ab'.repeat(32),
      bytes: HANDED_IN.bytes.length,
      format: 'csv',
      encoding: 'utf-8',
      refusal: null,
      sheets: [
        {
          sheet: '',
          layouts: ['wide'],
          rows: [
            { row: 1, fate: { fate: 'skipped', reason: 'header' } },
            { row: 2, fate: { fate: 'refused', reason: 'value_range' } },
            { row: 3, fate: { fate: 'refused', reason: 'unclear_words' } },
            { row: 4, fate: { fate: 'imported', values: 1, gaps: 0 } },
            { row: 5, fate: { fate: 'skipped', reason: 'total' } },
          ],
        },
      ],
    },
    {
      file: 'b.xlsx',
      sha256: 'cd'.repeat(32),
      bytes: 9,
      format: null,
      encoding: null,
      refusal: 'damaged',
      sheets: [],
    },
  ],
  cells: [cell()],
  findings: [
    finding({ row: null, cell: null, code: 'file', rule: { zh: '整个文件', en: 'whole' } }),
    finding({ row: 2, cell: null, code: 'value_range', severity: 'warning' }),
    finding({}),
    finding({
      severity: 'information',
      code: 'unclear_words',
      rule: { zh: '另外', en: 'besides' },
    }),
  ],
  questions: [
    {
      kind: 'institution',
      key: '乙所',
      file: HANDED_IN.name,
      sheet: '',
      cell: 'A3',
      proposals: [{ code: 'syn-2', name: '乙县所' }],
      waiting: 1,
    },
  ],
  conflicts: [],
  counts: {
    rows: 5,
    imported: 1,
    skipped: 2,
    refused: 2,
    values: 1,
    gaps: 0,
    revised: 1,
    unchanged: 0,
    duplicates: 0,
  },
  tables: [],
};

const OPTIONS = {
  locale: 'zh',
  day: '2025-12-31',
  names: new Map([['TZ2', '社会公用计量标准']]),
  handedIn: [HANDED_IN],
} as const;

function read(model: WorkbookModel) {
  const bytes = writeWorkbook(model);
  const book = readWorkbook('report.xlsx', bytes);
  if (!book.ok) throw new Error(book.detail);
  const theirs = XLSX.read(bytes, { dense: true });
  const sheet = (name: string) => {
    const grid = book.grids.find((one) => one.sheet === name);
    if (!grid) throw new Error(`no sheet ${name}: ${theirs.SheetNames.join()}`);
    const cells = theirs.Sheets[name] as unknown as { '!data': XLSX.CellObject[][] };
    return {
      lines: Array.from({ length: grid.rows }, (_, y) =>
        Array.from({ length: grid.columns }, (_, x) => grid.cell(y, x)?.text ?? ''),
      ),
      at: (row: number, column: number) => cells['!data'][row]?.[column],
    };
  };
  return { names: theirs.SheetNames, sheet };
}

describe('the report of a real import', () => {
  const folder = readdirSync('data', { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join('data', path)).isFile())
    .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join('data', path)) }));
  const book = writeWorkbook({
    title: '',
    creator: '',
    day: '2025-12-31',
    font: { name: '宋体', size: 11 },
    styles: {},
    sheets: [
      {
        name: '县级',
        rows: [
          { cells: ['2025年县级机构统计表'] },
          { cells: ['机构名称', '服务企业数（家）', '培训企业人员（人次）', '联系电话'] },
          { cells: ['甲县计量检定测试所', '约300', '0.12万', '=1+1'] },
          { cells: ['乙县计量检定测试所', '三、四家', 12, null] },
          { cells: ['没有这个所', 3, 4, null] },
          { cells: ['合计', 303, 1216, null] },
        ],
      },
    ],
  });
  const handedIn = [{ name: '上报.xlsx', bytes: book }];
  const outcome = importFiles(handedIn, folder);

  it('has all its rows, cells and findings, each marked where it is', () => {
    const { names, sheet } = read(reportWorkbook(outcome, { ...OPTIONS, handedIn }));
    expect(names).toContain('标注 县级');
    expect(sheet('行').lines).toHaveLength(1 + 6);
    expect(outcome.counts).toMatchObject({ rows: 6, imported: 1, refused: 2 });
    expect(
      sheet('单元格')
        .lines.slice(1)
        .map((line) => [line[2], line[3], line[8], line[11]]),
    ).toEqual([
      ['B3', '约300', '300', '约'],
      ['C3', '0.12万', '1200', ''],
    ]);
    expect(sheet('问题').lines).toHaveLength(1 + outcome.findings.length);
    const copy = sheet('标注 县级');
    const wrong = outcome.findings.filter(
      ({ cell, severity }) => cell !== null && severity === 'error',
    );
    expect(wrong.length).toBeGreaterThan(0);
    for (const { cell, rule } of wrong) {
      const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(cell ?? '') ?? [];
      const at = copy.at(Number(row) - 1, column.charCodeAt(0) - 65);
      expect(at?.c?.[0]?.t).toContain(rule.zh);
    }
    expect(copy.at(2, 3)).toMatchObject({ t: 's', v: '=1+1' });
  });
});

describe('the report as a workbook', () => {
  it('lists every finding, every row and every cell', () => {
    const { names, sheet } = read(reportWorkbook(OUTCOME, OPTIONS));
    expect(names).toEqual(['汇总', '问题', '待确认', '行', '单元格', '标注 台州.csv']);
    expect(sheet('问题').lines[3]?.slice(0, 9)).toEqual([
      ...['✖ 错误', '台州.csv', '', '3', 'B3', '三十', '', '读不出是什么数', '只写数'],
    ]);
    expect(sheet('问题').lines).toHaveLength(5);
    expect(
      sheet('行')
        .lines.slice(1)
        .map((line) => line.slice(2)),
    ).toEqual([
      ['1', '略过', '表头'],
      ['2', '拒绝', '读不出是什么数'],
      ['3', '拒绝', '读不出是什么数'],
      ['4', '导入', '1 个数，0 个缺数原因'],
      ['5', '略过', '合计行'],
    ]);
    expect(sheet('单元格').lines[1]).toEqual([
      ...['台州.csv', '', 'B4', '30余', 'syn-1', '990121', '社会公用计量标准（TZ2）', '2025'],
      ...['30', '', '项', '余', '限定词、去掉空格', '更正原来的数', '-5.2'],
    ]);
    expect(sheet('单元格').at(1, 14)).toMatchObject({ t: 'n', v: -5.2 });
    expect(sheet('待确认').lines[1]?.slice(0, 3)).toEqual([
      '是哪家机构',
      '乙所',
      '乙县所（syn-2）',
    ]);
  });

  it('sums up in the first sheet, files that could not be opened among the others', () => {
    const { lines } = read(reportWorkbook(OUTCOME, OPTIONS)).sheet('汇总');
    const all = lines.flat();
    expect(all).toContain('共 5 行：导入 1 行，略过 2 行，拒绝 2 行。每一行都在“行”表中。');
    expect(all).toContain('✖ 错误 2 条，▲ 警告 1 条，○ 提示 1 条。');
    expect(lines.find(([file]) => file === 'b.xlsx')?.slice(1, 6)).toEqual([
      ...['打不开', '0', '0', '0', '0'],
    ]);
  });

  it('marks the cells concerned where they stood, by line and comment', () => {
    const model = reportWorkbook(OUTCOME, OPTIONS);
    const copy = model.sheets[model.sheets.length - 1];
    expect(copy?.rows[2]?.cells[1]).toEqual({
      value: '三十',
      style: 'error',
      comment: '✖ 错误：读不出是什么数\n只写数\n○ 提示：另外\n只写数',
    });
    expect(copy?.rows[1]?.cells[0]).toMatchObject({ value: '甲县', style: 'warning' });
    const sheet = read(model).sheet('标注 台州.csv');
    expect(sheet.lines.map((line) => line.join())).toEqual(
      new TextDecoder().decode(HANDED_IN.bytes).trim().split('\r\n'),
    );
    expect(sheet.at(2, 1)?.c?.[0]?.t).toContain('读不出是什么数');
    const borders = ['error', 'warning', 'information'].map((name) => model.styles[name]?.border);
    expect(new Set(borders).size).toBe(3);
  });

  it('says what it leaves out', () => {
    const cells = Array.from({ length: REPORT_LIMITS.cells + 1 }, (_, i) => cell({ value: i }));
    const model = reportWorkbook({ ...OUTCOME, cells }, { ...OPTIONS, handedIn: [] });
    const [summary] = model.sheets;
    const said = summary?.rows
      .flatMap((row) => row.cells)
      .map((one) => JSON.stringify(one))
      .join();
    expect(said).toContain('“单元格”只列前 60000 条，共 60001 条');
    expect(said).toContain('没有标注的工作表：台州.csv');
    expect(model.sheets.some(({ name }) => name.startsWith('标注'))).toBe(false);
  });

  it('has the same bytes again, and an English face', () => {
    const bytes = writeWorkbook(reportWorkbook(OUTCOME, OPTIONS));
    expect(writeWorkbook(reportWorkbook(OUTCOME, OPTIONS))).toEqual(bytes);
    const english = read(reportWorkbook(OUTCOME, { ...OPTIONS, locale: 'en' }));
    expect(english.names).toEqual([
      ...['Summary', 'Findings', 'To confirm', 'Rows', 'Cells', 'Marked 台州.csv'],
    ]);
    const words = ['Summary', 'Findings', 'Rows'].flatMap((name) =>
      english.sheet(name).lines.flat(),
    );
    expect(words.join()).not.toMatch(/错误|导入|略过/);
  });

  it.each([...FORMULA_PAYLOADS, ...MARKUP_PAYLOADS])('keeps %j text wherever it stands', (text) => {
    const local = { zh: text, en: text };
    const [file] = OUTCOME.files;
    if (!file) throw new Error();
    const hostile: ImportOutcome = {
      ...OUTCOME,
      files: [{ ...file, file: text }],
      cells: [cell({ raw: text, file: text, sheet: text, unit: text, indicator: text })],
      findings: [finding({ file: text, sheet: text, raw: text, rule: local, todo: local })],
    };
    const { names, sheet } = read(reportWorkbook(hostile, OPTIONS));
    for (const name of names)
      sheet(name).lines.forEach((line, y) =>
        line.forEach((_, x) => {
          const one = sheet(name).at(y, x);
          expect(one?.f).toBeUndefined();
          expect(['s', 'n', undefined]).toContain(one?.t);
        }),
      );
    expect(sheet('问题').at(1, 5)?.t).toBe('s');
  });
});
