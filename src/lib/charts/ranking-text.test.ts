import { describe, expect, it } from 'vitest';
import { rankingChart } from './ranking-chart.ts';
import { prepareRows } from './ranking-rows.ts';
import { rankingSummary, rowTooltip } from './ranking-text.ts';
import type { RankingBarsInput } from './ranking-types.ts';

const INPUT: RankingBarsInput = {
  rows: [
    { id: 'a', name: '甲县计量所', rank: 1, score: 87.25, segments: [50, 37.25] },
    { id: 'b', name: '乙县计量所', rank: 2, score: 40, segments: [40, null] },
    { id: 'c', name: '丙县计量所', rank: null, score: null, segments: [null, null] },
  ],
  elements: [
    { code: 'x', name: '强制检定', colour: 0 },
    { code: 'y', name: '依规检定', colour: 1 },
  ],
  additive: true,
  unit: '分',
  locale: 'zh',
  theme: 'light',
};
const sentences = (input: RankingBarsInput) =>
  rankingChart(input).stops.map(({ sentence }) => sentence);

describe('the stops of the keyboard cursor', () => {
  const said = sentences(INPUT);

  it('says name, place, score and every element', () => {
    expect(said[0]).toBe('甲县计量所，第 1 名，87.3分，强制检定 50.0，依规检定 37.3。');
  });

  it('says what is missing, never zero', () => {
    expect(said[1]).toBe('乙县计量所，第 2 名，40.0分，强制检定 40.0，依规检定 缺。');
    expect(said[2]).toBe('丙县计量所，缺 不参与排名。');
  });

  it('are the rows, by id', () => {
    expect(rankingChart(INPUT).stops.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('speaks English', () => {
    const english = sentences({ ...INPUT, locale: 'en', unit: 'points' });
    expect(english[1]).toBe('乙县计量所, rank 2, 40.0 points, 强制检定 40.0, 依规检定 n/a.');
  });
});

describe('rankingSummary', () => {
  it('says what is shown, how much of it, the extremes and the gaps', () => {
    expect(rankingSummary(INPUT, '2025 年度排名')).toBe(
      '2025 年度排名。堆叠条形图，3 家机构，2 个维度。' +
        '最高 甲县计量所 87.3分，最低 乙县计量所 40.0分。2 家机构有缺项。',
    );
  });

  it('says when there is nothing', () => {
    expect(rankingSummary({ ...INPUT, rows: [] }, '排名')).toBe('排名。没有可显示的机构。');
  });

  it('does not speak of dimensions where scores are not additive', () => {
    const summary = rankingSummary({ ...INPUT, additive: false }, '排名');
    expect(summary).toContain('条形图，3 家机构。');
    expect(summary).not.toContain('维度');
  });
});

describe('the tooltip', () => {
  it('is plain lines', () => {
    const [row] = prepareRows(INPUT);
    expect(row && rowTooltip(row, INPUT)).toBe(
      '1  甲县计量所\n得分 87.3分\n强制检定 50.0\n依规检定 37.3',
    );
  });

  it('takes no style from a label', () => {
    const rows = [{ id: 'a', name: '{b|甲}', rank: null, score: 1, segments: [1, 0] }];
    const [row] = prepareRows({ ...INPUT, rows });
    expect(row && rowTooltip(row, INPUT)).not.toMatch(/\{\w+\|/u);
  });

  it('is asked for as rich text, so that no label is read as HTML', () => {
    const { tooltip } = rankingChart(INPUT).draw('light', { width: 800, height: null }).option;
    expect(tooltip).toMatchObject({ renderMode: 'richText' });
  });
});
