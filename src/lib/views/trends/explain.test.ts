import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, messagesFor } from '#lib/i18n/index.ts';
import { trendsMessages } from '#lib/i18n/views/trends.ts';
import { score } from '#lib/scoring/index.ts';
import { explainChange, tableUpTo } from './explain.ts';
import { explainPublished } from './explain-published.ts';
import { explainTable } from './explain-words.ts';
import { roundParts } from './round-parts.ts';
import { DATA, PANEL_SCHEME, RECORDS, TABLE } from './testing/panel.ts';
import { speech } from './words.ts';

const words = speech('zh', messagesFor('zh'), trendsMessages('zh'), PANEL_SCHEME);
const side = (period: string) => ({
  table: TABLE,
  scheme: PANEL_SCHEME,
  period,
  result: DATA.result,
});

describe('roundParts(before, after, parts, decimals)', () => {
  it('makes what is shown add up as shown, each part within a few last digits', () => {
    const points = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(points, points, points, points, fc.constantFrom(0, 1, 2), (start, a, b, c, d) => {
        const parts = { own: a, peers: b, scheme: c };
        const after = start + a + b + c;
        const shown = roundParts(start, after, parts, d);
        const units = (value: number) => Math.round(value * 10 ** d);
        const sum = units(shown.parts.own) + units(shown.parts.peers) + units(shown.parts.scheme);
        expect(units(shown.before) + sum - units(shown.after)).toBe(0);
        expect(formatNumber(shown.before, d)).toBe(formatNumber(start, d));
        for (const key of ['own', 'peers', 'scheme'] as const)
          expect(Math.abs(shown.parts[key] - parts[key])).toBeLessThanOrEqual(1.5 / 10 ** d);
      }),
    );
  });
});

describe('explainChange(before, after, unit, group)', () => {
  it('splits a change into parts that add up exactly, for any values', () => {
    const cellValue = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(cellValue, { minLength: 12, maxLength: 12 }), (numbers) => {
        const rows = ['2023', '2024'].flatMap((period) =>
          ['x', 'y'].map((unit) => ({ unit, period, group: 'county' })),
        );
        const columns = new Map(
          ['TZ2', 'TZ2N', 'r'].map((code, i) => [
            code,
            Float64Array.from(numbers.slice(i * 4, i * 4 + 4)),
          ]),
        );
        const scheme = {
          ...PANEL_SCHEME,
          normalise: { ...PANEL_SCHEME.normalise, default: { method: 'minmax' as const } },
        };
        const world = { table: { rows, columns }, scheme };
        const explained = explainChange(
          { ...world, period: '2023' },
          { ...world, period: '2024' },
          'x',
          'county',
        );
        if (explained.kind !== 'split') return;
        const { score: points, rank } = explained.of;
        const { own, peers, scheme: method } = points.parts;
        expect(own + peers + method).toBeCloseTo(points.after - points.before, 9);
        expect(method).toBe(0);
        const sixths = (value: number) => Math.round(value * 6);
        expect(sixths(rank.parts.own) + sixths(rank.parts.peers) + sixths(rank.parts.scheme)).toBe(
          6 * (rank.after - rank.before),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is put into a table that adds up, gains of places positive', () => {
    const explained = explainChange(side('2021'), side('2024'), '丙', 'county');
    if (explained.kind !== 'split') throw new Error('丙 has places in both years');
    const table = explainTable(explained.of, PANEL_SCHEME, words);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual([
      '2021 年',
      '自身数据',
      '同类机构',
      '方案',
      '2024 年',
    ]);
    expect(table.sentence).toMatch(/^自身数据 \+\d+\.\d 分，同类机构 0\.0 分，方案 0\.0 分，合计 /);
    const numbers = table.rows.map(({ cells }) => Number((cells[1] as string).replace('−', '-')));
    expect(numbers[0]! + numbers[1]! + numbers[2]! + numbers[3]!).toBeCloseTo(numbers[4]!, 9);
    expect(table.indicators).toContain('r +');
  });

  it('says why there is none', () => {
    expect(explainChange(side('2021'), side('2024'), '己', 'county')).toEqual({
      kind: 'none',
      id: '己',
      why: 'not_ranked_in_both',
    });
  });
});

describe('explainPublished(…)', () => {
  const explain = (records = RECORDS, to = '2023') =>
    explainPublished(
      records,
      PANEL_SCHEME,
      [{ ...PANEL_SCHEME, version: '1' }],
      TABLE,
      ['2021', to],
      '甲',
      'county',
    );

  it('refuses where computing again does not give what was published', () => {
    expect(explain()).toMatchObject({ kind: 'none', why: 'differs' });
  });

  it('explains what it can confirm, and says which year has no edition', () => {
    const published = RECORDS.published.map((row) => {
      const known = tableUpTo(TABLE, row.period);
      const result = score(known, PANEL_SCHEME);
      const at = result.rows.findIndex(
        ({ unit, period }) => unit === row.institution_id && period === row.period,
      );
      const value = result.scores.get(row.element)?.[at] ?? NaN;
      return { ...row, score: Number.isNaN(value) ? null : value };
    });
    expect(explain({ ...RECORDS, published })).toMatchObject({ kind: 'split', id: '甲' });
    expect(explain({ ...RECORDS, published }, '2024')).toMatchObject({ why: 'no_edition' });
  });

  it('needs the scheme of the time', () => {
    const lost = explainPublished(
      RECORDS,
      PANEL_SCHEME,
      [],
      TABLE,
      ['2021', '2023'],
      '甲',
      'county',
    );
    expect(lost).toMatchObject({ why: 'no_scheme' });
  });
});
