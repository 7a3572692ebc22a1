import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { trendsMessages } from '#lib/i18n/views/trends.ts';
import { changeOf } from './change.ts';
import { findingSentence } from './finding.ts';
import { trendsHeadings } from './headings.ts';
import type { TrendsModel } from './model.ts';
import { gapPoint, valuePoint, type Point } from './point.ts';
import { statOf } from './stats.ts';
import { trendsSheet } from './sheet.ts';
import {
  basesTable,
  cityTable,
  multiplesTable,
  statTable,
  stockTable,
  valueTable,
} from './tables.ts';
import { DATASET, modelOf, PANEL_SCHEME, RECORDS, YEARS } from './testing/panel.ts';
import { changeText, speech } from './words.ts';

const words = speech('zh', messagesFor('zh'), trendsMessages('zh'), PANEL_SCHEME);
const english = speech('en', messagesFor('en'), trendsMessages('en'), PANEL_SCHEME);
const line = (model: TrendsModel, id: string) => model.lines.find((one) => one.id === id)!;
const values = (model: TrendsModel, id: string) => line(model, id).points.map(({ value }) => value);
const cells = (model: TrendsModel, id: string) =>
  valueTable(model, '', words, (one) => `/${one}`)
    .rows.find((row) => row.id === id)!
    .cells.map((cell) => (typeof cell === 'string' ? cell : `${cell.text}|${cell.sub ?? ''}`));

describe('who is shown', () => {
  it('stands in the first three and the last where nobody is picked', () => {
    const model = modelOf();
    expect(model.standsIn).toBe(true);
    expect(model.lines.filter(({ colour }) => colour !== null).map(({ id }) => id)).toEqual([
      '甲',
      '乙',
      '丙',
      '戊',
    ]);
  });

  it('keeps the order of the picks, says who is unknown or elsewhere', () => {
    const model = modelOf({ pick: ['丁', 'nobody', '甲'], city: '990101' });
    expect(model.lines.map(({ id, colour }) => [id, colour])).toEqual([
      ['甲', 0],
      ['乙', null],
      ['丙', null],
    ]);
    expect(model.unknown).toEqual(['nobody']);
    expect(model.outside).toEqual([{ zh: '丁县', en: '丁' }]);
  });
});

describe('the years', () => {
  it('run from the first to the year of the scope, or as asked', () => {
    expect(modelOf().periods).toEqual(YEARS);
    expect(modelOf({ from: '2022', to: '2023' }).periods).toEqual(['2022', '2023']);
    expect(modelOf({ from: '2024', to: '2022' }).periods).toEqual(['2022']);
    expect(modelOf({ from: '1999', period: '1999' }).periods).toEqual(YEARS);
  });
});

describe('values', () => {
  it('are those reported, hedges kept, gaps with their reason', () => {
    const model = modelOf({ of: 'TZ2' });
    expect(values(model, '乙')).toEqual([40, 40, null, 50]);
    expect(line(model, '乙').points[2]!.gap).toEqual({ kind: 'missing', reason: 'late' });
    expect(cells(model, '丙')[1]).toBe('30 余|');
    expect(cells(model, '乙')[3]).toBe('逾期未报|');
  });

  it('as published are the rows of the table, never computed; other years are gaps', () => {
    const model = modelOf({ basis: 'published' });
    expect(values(model, '甲')).toEqual([70, 71, 72, null]);
    expect(line(model, '甲').points[3]!.gap).toEqual({ kind: 'no_edition' });
    expect(line(model, '己').points[0]!.gap).toEqual({
      kind: 'published_status',
      status: 'low_availability',
    });
    for (const row of RECORDS.published.filter(({ element }) => element === 'I'))
      expect(line(model, row.institution_id).points[YEARS.indexOf(row.period)]!.value).toBe(
        row.score,
      );
  });

  it('as published know nothing of another scheme', () => {
    const other = { ...PANEL_SCHEME, id: 'other' };
    const model = modelOf({ basis: 'published' }, { scheme: other });
    expect(model.lines.flatMap(({ points }) => points.map(({ gap }) => gap?.kind))).toEqual(
      Array<string>(24).fill('no_edition'),
    );
  });

  it('by both bases stand side by side with their difference as shown', () => {
    const rows = basesTable(modelOf({ pick: ['甲'] }), words)!.rows;
    const [first] = rows[0]!.cells.slice(1) as { text: string; sub: string }[];
    expect(first!.sub).toBe('重算 53.8，公布 70.0');
    expect(first!.text).toBe('−16.2');
    expect((rows[0]!.cells[4] as { text: string; sub: string }).text).toBe('—');
    expect(rows[1]!.cells[1]).toBe('2021 版，方案 v1');
    expect(basesTable(modelOf({ of: 'r' }), words)).toBeNull();
  });

  it('become places where places are asked for, 1 the best, ties shared', () => {
    expect(values(modelOf({ of: 'rank' }), '甲')).toEqual([1, 1, 1, 1]);
    expect(values(modelOf({ of: 'rank', city: '990102' }), '戊')).toEqual([2, 2, 2, 2]);
    expect(values(modelOf({ of: 'TZ2N', chart: 'bump' }), '丙').slice(2)).toEqual([3, 3]);
    expect(values(modelOf({ of: 'rank', basis: 'published' }), '丙')).toEqual([3, 3, 3, null]);
  });
});

describe('changes', () => {
  it('are counted in own units with per cent, ratios in points, scores in points of the scale', () => {
    expect(cells(modelOf({ of: 'TZ2' }), '甲').slice(1)).toEqual([
      '50|',
      '54|+4 项（+8.0%）',
      '60|+6 项（+11.1%）',
      '66|+6 项（+10.0%）',
      '+16 项（+32.0%）',
    ]);
    expect(cells(modelOf({ of: 'r' }), '甲')[3]).toBe('90.0|+10.0 个百分点');
    expect(cells(modelOf(), '丙')[2]).toBe('33.5|+0.3 分');
    expect(cells(modelOf({ of: 'r' }), '丙')[2]).toBe('50.0|持平');
    expect(cells(modelOf({ of: 'rank' }), '甲')[2]).toBe('1|持平');
  });

  it('are none from a missing year, across a break, of classes; none in per cent from zero', () => {
    const model = modelOf({ of: 'TZ2', pick: ['丁'] });
    expect(cells(model, '乙')[4]).toBe('50|—（上年缺）');
    expect(cells(model, '丁')[3]).toBe('42|—（有变化，不可比） [1]');
    expect(cells(model, '丁')[5]).toBe('—（有变化，不可比）');
    expect(cells(model, '戊')[2]).toBe('3|+3 项（基数为零，不算百分比）');
    expect(cells(modelOf({ of: 'CLASSA' }), '甲')[2]).toBe('B|—（有变化，不可比） [1]');
  });

  it('of hedged values are hedged', () => {
    expect(cells(modelOf({ of: 'TZ2' }), '丙')[2]).toBe('32|约 +2 项（+6.7%）');
  });

  it('never take a missing value for zero, whatever the kind', () => {
    const pointOf = (value: fc.Arbitrary<number>) =>
      fc
        .option(value)
        .map((one): Point =>
          one === null ? gapPoint({ kind: 'missing', reason: 'late' }) : valuePoint(one),
        );
    const any = pointOf(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    // A place is a whole number, 1 the first.
    const place = pointOf(fc.integer({ min: 1, max: 3000 }));
    const sorted = fc
      .constantFrom('count', 'ratio', 'score', 'rank', 'class' as const)
      .chain((sort) => {
        const point = sort === 'rank' ? place : any;
        return fc.tuple(fc.constant(sort), point, point, fc.boolean());
      });
    fc.assert(
      fc.property(sorted, ([sort, before, after, cut]) => {
        const change = changeOf(sort, before, after, cut);
        if (before.value === null || after.value === null || cut || sort === 'class') {
          expect(change.kind).toBe('none');
          return;
        }
        expect(change.kind).toBe(sort);
        if (change.kind === 'none') return;
        const sign = sort === 'rank' ? -1 : 1;
        expect(change.amount * sign).toBeCloseTo(after.value - before.value, 6);
        if (change.kind === 'count' && before.value === 0) expect(change.percent).toBeNull();
        const said = changeText(change, { sort, unit: null }, words);
        expect(said).not.toMatch(/NaN|Infinity|上升 0 位|下降 0 位/);
        if (sort === 'ratio') expect(said).not.toContain('%');
      }),
    );
  });
});

describe('breaks', () => {
  it('of the scheme stand in what was published only', () => {
    expect(modelOf().cuts).toEqual([]);
    const [cut] = modelOf({ basis: 'published' }).cuts;
    expect(cut).toMatchObject({ number: 1, at: 2, kind: 'scheme', institution: null });
    expect(modelOf({ of: 'TZ2', basis: 'published' }).cuts.map(({ kind }) => kind)).toEqual([]);
  });

  it('of one institution are numbered where it is in colour, else told in the table', () => {
    expect(modelOf({ of: 'TZ2', pick: ['丁'] }).cuts).toMatchObject([{ number: 1, at: 2 }]);
    const model = modelOf({ of: 'TZ2', pick: ['甲'] });
    expect([model.cuts, model.otherCuts.length]).toEqual([[], 1]);
    expect(cells(model, '丁')[3]).toContain('统计范围变化');
  });

  it('outside the years shown are none', () => {
    expect(modelOf({ basis: 'published', from: '2023' }).cuts).toEqual([]);
  });
});

describe('what they come to together', () => {
  it('adds up what was reported, and says how many did', () => {
    const { stats } = modelOf({ of: 'TZ2' });
    expect(stats[2]).toMatchObject({ n: 5, of: 6, total: 151, median: 34 });
    expect(stats[2]!.mean).toBeCloseTo(151 / 5);
    expect(stats[2]).toMatchObject({ low: { value: 4, ids: ['戊'] }, spread: 56 });
  });

  it('compares like with like: both years, no break in between', () => {
    const { stats } = modelOf({ of: 'TZ2' });
    // 2023 against 2022 without 乙 (missing) and 丁 (break): 99 + 10 against 109.
    expect(stats[2]!.change).toMatchObject({ n: 4, change: { kind: 'count', amount: 10 } });
    expect(stats[0]!.change).toBeNull();
  });

  it('weighs ratios by their denominators, and names both means', () => {
    const { stats } = modelOf({ of: 'r' });
    expect(stats[0]!.mean).toBeCloseTo((80 + 50 + 50 + 25 + 10) / 5);
    expect(stats[0]!.weighted!.value).toBeCloseTo(((8 + 5 + 2 + 10 + 1) / 74) * 100);
    expect(stats[0]).toMatchObject({ n: 5, of: 6, total: null, weightedBy: '在岗人员' });
    const table = statTable(modelOf({ of: 'r' }), words);
    expect(table.columns.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['平均（不加权）', '加权平均']),
    );
    expect(table.notes.join('')).toContain('按分母（在岗人员）加权');
  });

  it('is told by city', () => {
    const table = cityTable(modelOf({ of: 'TZ2' }), words)!;
    expect(table.rows.map(({ cells: [name, n, total] }) => [name, n, total])).toEqual([
      ['城1', '3／3', '152'],
      ['城2', '3／3', '60'],
    ]);
  });

  it('has no sums and means of places and classes', () => {
    const none = { total: null, mean: null, weighted: null, median: null, spread: null };
    expect(modelOf({ of: 'CLASSA' }).stats[0]).toMatchObject(none);
    expect(modelOf({ of: 'rank' }).stats[0]).toMatchObject(none);
  });

  it('is nothing where nobody reported, never zero', () => {
    const members = ['x', 'y'].map((id) => ({
      id,
      point: gapPoint({ kind: 'missing', reason: 'late' }),
      before: undefined,
      cut: false,
    }));
    expect(statOf('count', members, 1)).toMatchObject({ n: 0, of: 2, total: null, mean: null });
  });
});

describe('held and new', () => {
  it('of one institution keeps its gaps', () => {
    const { stock } = modelOf({ pick: ['乙'] });
    expect(stock!.years.map(({ stock: held, added }) => [held, added])).toEqual([
      [40, 0],
      [40, 0],
      [null, null],
      [50, 10],
    ]);
    const table = stockTable(modelOf({ pick: ['乙'] }), words)!;
    expect(table.rows[2]!.cells[1]).toEqual({
      text: '逾期未报',
      missing: true,
      origin: 'synthetic/乙//TZ2/2023',
    });
  });

  it('of the scope adds up those that reported both, counted', () => {
    const { stock } = modelOf();
    expect(stock!.years[2]).toMatchObject({ stock: 151, added: 31, n: 5, of: 6 });
  });
});

describe('small plots', () => {
  it('hold every indicator in its own unit, or all on one scale of points', () => {
    const free = modelOf({ chart: 'multiples', pick: ['乙'] }).multiples!;
    expect(free.panels.map(({ code }) => code)).toEqual(['TZ2', 'TZ2N', 'r']);
    expect(free.ends).toBeNull();
    expect(free.panels[0]!.lines[0]!.points.map(({ value }) => value)).toEqual([40, 40, null, 50]);
    const common = modelOf({ chart: 'multiples', axis: 'common', pick: ['乙'] }).multiples!;
    expect(common.ends).toEqual([0, 100]);
    expect(common.panels[0]!.lines[0]!.points[2]).toMatchObject({ value: null });
  });

  it('hold the indicators of one dimension, and have their table', () => {
    const model = modelOf({ chart: 'multiples', of: 'D2', pick: ['甲', '乙'] });
    expect(multiplesTable(model, '', words)!.rows).toHaveLength(2);
  });
});

describe('the finding', () => {
  const say = (part: Parameters<typeof modelOf>[0], speaker = words) =>
    findingSentence(modelOf(part), speaker);

  it('says who rose most and whether the gap narrowed', () => {
    expect(say({ of: 'TZ2' })).toBe(
      '2021–2024 年可比的 5 家中，甲县上升最多（+16 项）；当年全部机构的最高与最低之差由 50 项扩大到 61 项（扩大 11 项）。',
    );
    expect(say({ of: 'r' })).toMatch(/丙县、丁县|丙县上升最多（\+25.0 个百分点）|上升最多/);
  });

  it('tells the way of the one that was picked, in correct words', () => {
    expect(say({ pick: ['丙'], of: 'r' })).toContain(
      '丙县由 2021 年的 50.0%到 2024 年的 75.0%，上升 25.0 个百分点',
    );
    expect(say({ pick: ['甲'], of: 'rank' })).toContain(
      '甲县由 2021 年的 第 1 名到 2024 年的 第 1 名，持平',
    );
    expect(say({ pick: ['丁'], of: 'TZ2' })).toContain('不作比较（有变化，不可比）');
    expect(say({ pick: ['甲'], basis: 'published' })).toContain('截止年缺');
  });

  it('compares nobody with nobody where the scope has one', () => {
    const institutions = DATASET.institutions.slice(0, 1);
    const model = modelOf({ of: 'TZ2' }, { dataset: { ...DATASET, institutions } });
    expect(model.lines).toHaveLength(1);
    expect(findingSentence(model, words)).toBe(
      '甲县由 2021 年的 50 项到 2024 年的 66 项，上升 16 项。',
    );
  });

  it('counts classes, and tells distances between shares in percentage points', () => {
    expect(say({ of: 'CLASSA' })).toBe('2024 年A 级 2 家、B 级 2 家、C 级 2 家。');
    expect(say({ of: 'r' })).toMatch(/当年全部机构的最高与最低之差(由|持平，为) ?70\.0 个百分点/);
  });

  it('says that there is nothing, or one year', () => {
    expect(say({ basis: 'published', from: '2024' })).toBe('所示范围与年度没有可显示的数值。');
    expect(say({ from: '2024', pick: ['甲'] })).toContain('只有一个年度');
  });

  it('is whole in English', () => {
    expect(say({ of: 'TZ2' }, english)).toMatch(/rose most from 2021 to 2024 .*widened from 50 项/);
  });
});

describe('headings', () => {
  const manifest = { edition: { id: '2024', cutoff: '2024-12-31' } } as never;
  const headings = (part: Parameters<typeof modelOf>[0]) =>
    trendsHeadings(modelOf(part), PANEL_SCHEME, manifest, {}, words);

  it('name scope, years, what and basis', () => {
    expect(headings({}).title).toBe(
      '示例省（示例数据）县级机构 2021–2024 年指数变化（现行方案重算）',
    );
    expect(headings({ of: 'TZ2' }).title).toBe(
      '示例省（示例数据）县级机构 2021–2024 年标准数量变化',
    );
    expect(headings({ of: 'rank', basis: 'published', from: '2023', to: '2023' }).title).toBe(
      '示例省（示例数据）县级机构 2023 年指数名次（当年公布）',
    );
  });

  it('explain each break and who stands in', () => {
    expect(headings({ basis: 'published' }).breaks).toEqual([
      '[1] 2023 年起，方案变化：方案改版。',
      '另有 1 家未着色的机构有口径、范围或区划变化，在表中标出。',
    ]);
    expect(headings({}).who.join('')).toContain('未选机构');
    expect(headings({ pick: ['zz'] }).who).toEqual(['数据中没有这些机构编号：zz。']);
  });
});

describe('the table file', () => {
  it('has one line an institution and year, empty where missing', () => {
    const sheet = trendsSheet(modelOf({ of: 'TZ2' }), '标准数量', words);
    expect(sheet.rows).toHaveLength(24);
    const gap = sheet.rows.find(([id, , , year]) => id === '乙' && year === '2023')!;
    expect(gap[sheet.columns.indexOf('数值')]).toBeNull();
    expect(gap[sheet.columns.indexOf('缺数原因')]).toBe('逾期未报');
    expect(gap[sheet.columns.indexOf('同比')]).toBeNull();
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
  });
});
