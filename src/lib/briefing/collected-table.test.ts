import { describe, expect, it } from 'vitest';
import type { CsvCell, Sheet } from '#lib/export/index.ts';
import { collectionMessages } from '#lib/i18n/views/collection.ts';
import { columnWidths } from '#lib/office/docx/table.ts';
import { chosenSheet, collectedTables, MOST_ROWS } from './collected-table.ts';
import { tableNotes } from './table-notes.ts';

const w = collectionMessages('zh');
const origin = {
  source: '数据来源：示例',
  mark: '示例数据',
  nature: { layer: 'synthetic', locale: 'zh' },
} as const;
const around = { caption: '排名：甲县居首。', title: '排名', subtitle: '甲县居首。', origin };

const tablesOf = (sheet: Sheet, columns = sheet.columns.map((_, at) => at)) =>
  collectedTables({ sheet, columns }, around, w);

const tableOf = (sheet: Sheet, columns?: number[]) => {
  const tables = tablesOf(sheet, columns);
  expect(tables).toHaveLength(1);
  return tables[0]!;
};

describe('chosenSheet', () => {
  const sheet: Sheet = {
    columns: ['甲', '乙', '丙'],
    rows: [
      [1, 'x', null],
      [2, 'y', 3],
    ],
  };

  it('has the columns that were chosen, in that order', () => {
    expect(chosenSheet({ sheet, columns: [2, 0] })).toEqual({
      columns: ['丙', '甲'],
      rows: [
        [null, 1],
        [3, 2],
      ],
    });
  });

  it('has all of them where none is known', () => {
    expect(chosenSheet({ sheet, columns: [7] })).toEqual(sheet);
    expect(chosenSheet({ sheet, columns: [] })).toEqual(sheet);
  });
});

describe('collectedTables', () => {
  it('prints numbers with one number of decimals a column, whole ones as whole', () => {
    const { rows, columns } = tableOf({
      columns: ['年度', '机构', '得分', '微量'],
      rows: [
        [2025, '甲县', 87.256, 0.00012],
        [2024, '=1+1', 80, -1.5],
      ],
    });
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['2025', '甲县', '87.26', '0.00012'],
      ['2024', '=1+1', '80.00', '\u22121.50000'],
    ]);
    expect(columns.map(({ align }) => align)).toEqual(['right', 'left', 'right', 'right']);
    expect(rows[0]!.map(({ kind }) => kind)).toEqual(['number', 'text', 'number', 'number']);
  });

  it('says that there are no data, never zero, and what the dash means', () => {
    const table = tableOf({
      columns: ['机构', '得分'],
      rows: [
        ['甲县', 0],
        ['乙县', null],
      ],
    });
    expect(table.rows[1]![1]).toEqual({ kind: 'missing', text: '—' });
    expect(table.rows[0]![1]).toEqual({ kind: 'number', text: '0' });
    expect(table.notes).toEqual([w.gap]);
    expect(tableOf({ columns: ['得分'], rows: [[0]] }).notes).toBeUndefined();
  });

  it('cuts a long table aloud, and keeps all of it for files', () => {
    const rows = Array.from({ length: 2900 }, (_, i): CsvCell[] => [i + 1]);
    const table = tableOf({ columns: ['名次'], rows });
    expect(table.rows).toHaveLength(MOST_ROWS);
    expect(table.whole?.sheet.rows).toHaveLength(2900);
    expect(tableNotes(table, table.rows.length, w)[0]).toBe(
      '表共 2900 行，此处只载前 500 行；全部见本页导出的 Excel 或 CSV 表格。',
    );
    const short = tableOf({ columns: ['名次'], rows: rows.slice(0, MOST_ROWS) });
    expect(tableNotes(short, short.rows.length, w)).toEqual([]);
  });

  it('sets many columns smaller, and too many in parts that begin with the first', () => {
    const wide = (count: number): Sheet => ({
      columns: Array.from({ length: count }, (_, i) => `第${i + 1}列数值`),
      rows: [Array.from({ length: count }, (_, i) => i + 0.5)],
    });
    expect(tableOf(wide(5)).type).toBeUndefined();
    expect(tableOf(wide(11)).type).toBe('small');
    const parts = tablesOf(wide(40));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part.type).toBe('tiny');
      expect(part.columns[0]!.title).toBe('第1列数值');
      for (const row of part.rows) expect(row).toHaveLength(part.columns.length);
    }
    const titles = parts.flatMap(({ columns }, i) =>
      columns.slice(i === 0 ? 0 : 1).map(({ title }) => title),
    );
    expect(titles).toEqual(wide(40).columns);
    expect(parts[0]!.caption).toMatch(/^排名：甲县居首。（第 1–\d+ 列）$/u);
    const [first, second] = parts;
    const end = Number(/–(\d+) 列/u.exec(first!.caption)?.[1]);
    expect(end).toBe(first!.columns.length);
    expect(second!.caption).toContain(`（第 ${end + 1}–`);
    expect(parts.map(({ whole }) => whole?.isFurther)).toEqual(parts.map((_, i) => i > 0));
  });

  it('gives columns the width of what is in them, and no number less than it needs', () => {
    const { columns } = tableOf({
      columns: ['名次', '机构', '说明'],
      rows: [[1, '甲县计量检定测试所', '很长的说明'.repeat(30)]],
    });
    const [rank = 0, name = 0, remark = 0] = columnWidths(columns);
    expect(rank).toBeLessThan(name);
    expect(name).toBeLessThan(remark);
    const many = tableOf({
      columns: ['机构', ...Array.from({ length: 8 }, () => '数')],
      rows: [['甲县'.repeat(60), ...Array.from({ length: 8 }, () => 123_456.78)]],
    });
    const widths = columnWidths(many.columns);
    expect(many.type).toBe('tiny');
    // 123 456.78 in that type: ten letters of half its 7.5 points, and the margins.
    for (const width of widths.slice(1)) expect(width / 20).toBeGreaterThan(10 * 3.75 + 4);
  });

  it('breaks no English word of a heading', () => {
    const { columns } = tableOf({
      columns: ['Rank', 'Share of certified engineers', 'x'],
      rows: [[1, 2, 3]],
    });
    const widths = columnWidths(columns).map((width) => width / 20);
    // Letters of the face of headings are half as wide as its type of 10.5 points is high.
    expect(widths[0]).toBeGreaterThan(4 * 5.25 + 6);
    expect(widths[1]).toBeGreaterThan('certified'.length * 5.25 + 6);
  });

  it('stands without rows or columns', () => {
    expect(tableOf({ columns: ['名次'], rows: [] }).rows).toEqual([]);
    expect(tablesOf({ columns: [], rows: [] })).toEqual([]);
  });
});
