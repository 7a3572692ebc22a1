import * as XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { readWorkbook } from '#lib/intake/workbook/read-workbook.ts';
import {
  AGGREGATE_METHODS,
  isGroup,
  LAYERS,
  LOCALES,
  type Scheme,
  type SchemeNode,
  type UnitTable,
} from '#lib/model/index.ts';
import { calculate } from '#lib/office/testing/calculate.ts';
import { FORMULA_PAYLOADS } from '#lib/office/testing/formulas.ts';
import { writeWorkbook } from '#lib/office/xlsx/index.ts';
import { score } from '#lib/scoring/index.ts';
import { indexCheck, type CheckUnit } from './index-check.ts';
import { decimalsOf } from './table-xlsx-sheet.ts';
import { tableWorkbook, tableXlsx, type TableFile } from './table-xlsx.ts';

const FILE: TableFile = {
  sheet: {
    columns: ['机构', '得分', '较上年', '备注'],
    rows: [
      ['甲县', 80.123456789, -5.2, null],
      ['乙县', null, 3, '缺'],
    ],
  },
  text: {
    title: '县级排名',
    subtitle: '2025 年',
    unit: '分',
    source: '示例',
    cutoff: '2025-12-31',
    scheme: '六维 1.2.0',
    edition: '2025',
    note: '注意',
  },
  layer: 'synthetic',
  locale: 'zh',
  provenance: { schemeHash: 'ab'.repeat(32), view: '?year=2025' },
};

function read(bytes: Uint8Array) {
  const ours = readWorkbook('a.xlsx', bytes);
  if (!ours.ok) throw new Error(ours.detail);
  const theirs = XLSX.read(bytes.slice(), { dense: true });
  const cells = (name: string) =>
    (theirs.Sheets[name] as unknown as { '!data': XLSX.CellObject[][] })['!data'];
  return { grids: ours.grids, theirs, cells };
}

const lines = (grid: ReturnType<typeof read>['grids'][number] | undefined) =>
  Array.from({ length: grid?.rows ?? 0 }, (_, y) =>
    Array.from({ length: grid?.columns ?? 0 }, (_, x) => grid?.cell(y, x)?.text ?? ''),
  );

describe('a table as a workbook', () => {
  it('says first what the data are, then the table with numbers as numbers, then its origin', () => {
    const { grids, theirs, cells } = read(tableXlsx(FILE));
    expect(theirs.SheetNames).toEqual(['表', '方法与来源']);
    const [mark, title, subtitle, unit, head, first, second, , ...below] = lines(grids[0]);
    expect(mark?.[0]).toMatch(/^示例数据/);
    expect([title?.[0], subtitle?.[0], unit?.[0]]).toEqual(['县级排名', '2025 年', '单位：分']);
    expect(head).toEqual(['机构', '得分', '较上年', '备注', '数据性质']);
    expect(first?.slice(0, 1)).toEqual(['甲县']);
    expect(first?.[4]).toBe('示例数据');
    expect(second?.[1]).toBe('');
    expect(cells('表')[5]?.[1]).toMatchObject({ t: 'n', v: 80.123456789 });
    expect(cells('表')[5]?.[2]).toMatchObject({ t: 'n', v: -5.2 });
    expect(below.map(([line]) => line)).toEqual([
      '数据来源：示例',
      '截至日期：2025年12月31日',
      '方案：六维 1.2.0',
      '注：注意',
    ]);
    const about = new Map(lines(grids[1]).map(([key = '', value = '']) => [key, value]));
    expect(about.get('版次')).toBe('2025');
    expect(about.get('方案文件 SHA-256')).toBe('ab'.repeat(32));
    expect(about.get('数据性质')).toMatch(/^示例数据/);
  });

  it('marks trials, and leaves published facts unmarked', () => {
    const mark = (more: Partial<TableFile>) =>
      lines(read(tableXlsx({ ...FILE, ...more })).grids[0])[0]?.[0];
    expect(mark({ layer: 'reported' })).toBe('县级排名');
    expect(mark({ layer: 'reported', trial: true })).toContain('试算');
    expect(mark({ layer: 'template', local: true })).toContain('本机数据');
    for (const layer of LAYERS)
      for (const locale of LOCALES) {
        const bytes = tableXlsx({ ...FILE, layer, locale });
        expect(tableXlsx({ ...FILE, layer, locale })).toEqual(bytes);
      }
  });

  it('keeps header and title rows in sight and on every page', () => {
    const [sheet] = tableWorkbook(FILE).sheets;
    expect(sheet?.frozen).toEqual({ rows: 5, columns: 0 });
    expect(sheet?.filter).toEqual({ top: 4, left: 0, bottom: 6, right: 4 });
    expect(sheet?.print?.titleRows).toEqual([4, 4]);
  });

  it('says its watermark among the sources and above every printed page, and none without one', () => {
    const text = '=示例市计量院 & 2026年11月22日';
    const parts = unzipSync(tableXlsx({ ...FILE, watermark: text }));
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(2);
    for (const path of sheets)
      expect(new TextDecoder().decode(parts[path])).toContain(
        '<oddHeader>&amp;C水印：=示例市计量院 &amp;&amp; 2026年11月22日</oddHeader>',
      );
    const about = lines(read(tableXlsx({ ...FILE, watermark: text })).grids[1]);
    expect(about.at(-1)?.slice(0, 2)).toEqual(['水印', text]);
    expect(tableXlsx({ ...FILE, watermark: '' })).toEqual(tableXlsx(FILE));
    expect(lines(read(tableXlsx(FILE)).grids[1]).flat()).not.toContain('水印');
  });

  it('shows as many decimals as tell a column from zero', () => {
    expect(decimalsOf([1, 2, null, 'x'])).toBe(0);
    expect(decimalsOf([1.5, 20])).toBe(2);
    expect(decimalsOf([0.034])).toBe(3);
    expect(decimalsOf([0, 1e-12])).toBe(6);
  });

  it('refuses rows that are too short', () => {
    expect(() => tableXlsx({ ...FILE, sheet: { columns: ['a', 'b'], rows: [['x']] } })).toThrow(
      RangeError,
    );
  });

  it.each([...FORMULA_PAYLOADS, ...MARKUP_PAYLOADS])('keeps %j text in every field', (text) => {
    const hostile: TableFile = {
      ...FILE,
      sheet: { columns: [text, '数'], rows: [[text, -5.2]] },
      text: { ...FILE.text, title: text, subtitle: text, unit: text, source: text, note: text },
      provenance: { view: text },
    };
    const { theirs, cells } = read(tableXlsx(hostile));
    for (const name of theirs.SheetNames)
      for (const cell of cells(name).flat()) {
        // Both libraries leave gaps in their rows.
        if (cell === undefined) continue;
        expect(cell.f).toBeUndefined();
        expect(cell.t === 's' || cell.v === -5.2).toBe(true);
      }
  });
});

const scheme = (id: string) =>
  JSON.parse(readFileSync(`data/schemes/${id}.json`, 'utf8')) as Scheme;

const leaves = (node: SchemeNode): string[] =>
  isGroup(node) ? node.children.flatMap(leaves) : [node.column ?? node.code];

/** Values of `units` institutions; NaN marks a gap. */
function tableOf(of: Scheme, columns: readonly (readonly number[])[]): UnitTable {
  const codes = leaves(of.index);
  return {
    rows: (columns[0] ?? []).map((_, i) => ({ unit: `u${i}`, period: '2025', group: 'county' })),
    columns: new Map(codes.map((code, i) => [code, Float64Array.from(columns[i] ?? [])])),
  };
}

function checkOf(of: Scheme, table: UnitTable, element = of.index.code) {
  const result = score(table, of);
  const units: CheckUnit[] = table.rows.flatMap(({ unit }, row) => {
    const rank = result.ranks.get(element)?.[row] ?? 0;
    return rank > 0 ? [{ id: unit, name: unit, rank }] : [];
  });
  const order = { element, period: '2025', units, complete: true, locale: 'zh' } as const;
  return { result, units, check: indexCheck(of, result, order) };
}

/** Recalculates the sheet and compares every formula with what the program gives. */
function recalculated(of: Scheme, table: UnitTable, element = of.index.code) {
  const { result, units, check } = checkOf(of, table, element);
  if (!check) throw new Error('no check');
  if (units.length === 0) return [];
  const model = tableWorkbook({ ...FILE, check });
  const sheet = model.sheets.find(({ name }) => name === '验算');
  if (!sheet) throw new Error('no sheet');
  const at = calculate(sheet);
  const first = sheet.frozen?.rows ?? 0;
  const width = sheet.rows[first]?.cells.length ?? 0;
  const row = new Map(table.rows.map(({ unit }, i) => [unit, i]));
  return units.map(({ id, rank }, i) => ({
    expected: result.scores.get(element)?.[row.get(id) ?? -1],
    rank,
    formula: at(first + i, width - 5),
    shown: at(first + i, width - 4),
    difference: at(first + i, width - 3),
    place: at(first + i, width - 2),
    worst: at(first + units.length, width - 3),
  }));
}

const gap = { value: NaN, weight: 1 };
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1, max: 60, noNaN: true }) },
  { weight: gap.weight, arbitrary: fc.constant(gap.value) },
);

describe('the index by formulas', () => {
  it.each(['taizhou', 'core3'])('comes to the scores and places shown (%s)', (id) => {
    const of = scheme(id);
    const count = leaves(of.index).length;
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), {
          minLength: count,
          maxLength: count,
        }),
        (columns) => {
          for (const unit of recalculated(of, tableOf(of, columns))) {
            expect(unit.formula).toBeCloseTo(unit.expected ?? NaN, 9);
            expect(unit.shown).toBe(unit.expected);
            expect(Math.abs(Number(unit.difference))).toBe(0);
            expect(Math.abs(Number(unit.worst))).toBe(0);
            expect(unit.place).toBe(unit.rank);
            compared++;
          }
        },
      ),
      { numRuns: 80 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('follows a dimension alone, and every mean', () => {
    const base = scheme('taizhou');
    const columns = leaves(base.index).map((_, i) => [10 + i, 31 - i, 17, 25]);
    const [dimension] = base.index.children;
    for (const unit of recalculated(base, tableOf(base, columns), dimension?.code))
      expect(unit.formula).toBeCloseTo(unit.expected ?? NaN, 9);
    for (const aggregate of AGGREGATE_METHODS) {
      const of: Scheme = {
        ...base,
        index: { ...base.index, aggregate, power: 0.5 },
        normalise: { ...base.normalise, range: [1, 100] },
      };
      const { check, units } = checkOf(of, tableOf(of, columns));
      if (['copeland', 'kemeny', 'benefit_of_the_doubt'].includes(aggregate))
        expect(check).toBeNull();
      else {
        expect(units.length).toBe(4);
        for (const unit of recalculated(of, tableOf(of, columns))) {
          expect(unit.formula).toBeCloseTo(unit.expected ?? NaN, 9);
          expect(unit.place).toBe(unit.rank);
        }
      }
    }
  });

  it('changes with a weight, and says how far it is from what was published', () => {
    const of = scheme('core3');
    const { check } = checkOf(
      of,
      tableOf(of, [
        [10, 20, 30],
        [5, 9, 40],
        [50, 90, 20],
      ]),
    );
    if (!check) throw new Error();
    const sheet = tableWorkbook({ ...FILE, check }).sheets[2];
    const weights = (sheet?.frozen?.rows ?? 0) - 1;
    const changed = {
      rows: (sheet?.rows ?? []).map((row, y) =>
        y === weights
          ? { cells: row.cells.map((one, x) => (x === 5 ? { value: 0.9, style: 'weight' } : one)) }
          : row,
      ),
    };
    const width = sheet?.rows[weights + 1]?.cells.length ?? 0;
    expect(calculate(changed)(weights + 1, width - 3)).not.toBe(0);
  });

  it('is written as formulas with their results, calculated anew on opening', () => {
    const of = scheme('core3');
    const { check } = checkOf(
      of,
      tableOf(of, [
        [10, 20, 30],
        [5, 9, 40],
        [50, 90, 20],
      ]),
    );
    const bytes = writeWorkbook(tableWorkbook({ ...FILE, check }));
    const { theirs, cells, grids } = read(bytes);
    expect(theirs.SheetNames).toEqual(['表', '方法与来源', '验算']);
    const formulas = cells('验算')
      .flat()
      .filter((one) => one?.f !== undefined);
    expect(formulas.length).toBe(3 * (3 + 1 + 1 + 1) + 1);
    for (const one of formulas) expect(one.t).toBe('n');
    expect(lines(grids[2]).flat().join()).toContain('第 7 行是各项在同级中的权重');
  });
});

describe('the calculator of these tests', () => {
  const of = (formula: string, cells: (number | string | null)[] = []) =>
    calculate({ rows: [{ cells: [{ value: 0, formula }, ...cells] }] })(0, 0);
  it('follows the rules of spreadsheets', () => {
    expect(of('1+2*3^2/2-4')).toBe(6);
    expect(of('IF(B1=0,"",1/B1)', [0])).toBe('');
    expect(() => of('1/B1', [0])).toThrow('#DIV/0!');
    expect(() => of('B1*2', ['x'])).toThrow('#VALUE!');
    expect(of('SUMPRODUCT(--(ROUND(B1:D1,1)>1.2))', [1.26, 1.24, 5])).toBe(2);
    expect(of('IF(ISNUMBER(B1),1,2)', [null])).toBe(2);
    expect(of('MAX(B1:C1)-MIN(B1:C1)', [3, -4])).toBe(7);
  });
});
