import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { compareMessages } from '#lib/i18n/views/compare.ts';
import { csvFile } from '#lib/export/index.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import { compareSheet } from './sheet.ts';
import { sampleModel } from './testing/sample.ts';

const sheet = (part: Partial<CompareView> = {}) =>
  compareSheet(sampleModel(part), 'zh', compareMessages('zh'), messagesFor('zh'));
const row = (of: ReturnType<typeof sheet>, name: string, kind: string) =>
  of.rows.find((cells) => cells[0] === kind && cells[2] === name)?.slice(3);

describe('compareSheet', () => {
  it('has a value and two gaps for everybody but the one all are measured against', () => {
    const table = sheet();
    expect(table.columns.slice(4)).toEqual([
      '甲县',
      '甲县（限定词或缺报原因）',
      '乙县',
      '乙县（限定词或缺报原因）',
      '乙县比甲县',
      '乙县比甲县（计入总分）',
    ]);
    for (const cells of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  it('holds numbers in full, with hedges and reasons beside and never a zero for a gap', () => {
    const table = sheet({ pick: ['甲', '丁'] });
    expect(row(table, '得分', '总分')?.slice(0, 4)).toEqual([
      '分',
      expect.closeTo(230 / 3, 9),
      null,
      50,
    ]);
    expect(row(table, '维D1', '维度')).toEqual([
      '分',
      90,
      null,
      50,
      null,
      -40,
      expect.closeTo(-40 / 3, 9),
    ]);
    expect(row(table, '指标a', '指标')).toEqual(['%', 90, null, 50, '余', -40, null]);
    expect(row(table, '指标c', '指标')).toEqual(['项', 60, null, null, '逾期未报', null, null]);
  });

  it('says why there is no score', () => {
    const table = sheet({ pick: ['甲', '戊'] });
    expect(row(table, '得分', '总分')?.slice(3, 5)).toEqual([null, '不参与排名，未计分']);
  });

  it('names the reference in its columns, and can be written as a file', () => {
    const table = sheet({ pick: ['甲'], against: 'province-mean' });
    expect(table.columns).toContain('甲县比示例省平均');
    const csv = csvFile({ ...table, layer: 'synthetic', locale: 'zh', provenance: [] });
    expect(csv).toContain('示例省平均');
    expect(csv).not.toMatch(/NaN|undefined|null/);
  });
});
