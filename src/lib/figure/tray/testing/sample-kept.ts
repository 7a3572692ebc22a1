/** Figures for tests of the tray: made up by formula, the same on every run. */
import * as charts from '#lib/charts/index.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import type { FigureSubject } from '../../subject.ts';
import { keepFigure } from '../keep.ts';
import type { KeptFigure } from '../kept-figure.ts';

export const sampleSubject = (name = '甲', change: Partial<FigureSubject> = {}): FigureSubject => ({
  name: 'ranking',
  locale: 'zh',
  layer: 'synthetic',
  text: {
    title: `图 1 ${name}省县级机构排名`,
    subtitle: '甲县居首；乙县上升 3 位，升幅最大。',
    unit: '分',
    source: '示例数据生成器（虚构）',
    cutoff: '2025-12-31',
    scheme: '示例六维 v1',
    edition: '2025',
    note: '',
  },
  chart: (made) => made.rankingChart(sampleRanking(3)),
  sheet: () => ({
    columns: ['名次', '机构', '得分'],
    rows: [
      [1, '甲县', 87.25],
      [2, '乙县', null],
    ],
  }),
  native: () => [
    {
      form: 'bars',
      categories: ['甲县', '乙县'],
      series: [{ name: '得分', values: [87.25, null], ink: 'accent' }],
      unit: '分',
      decimals: 1,
      max: 100,
      isRank: false,
    },
  ],
  fileParts: ['示例数据', name],
  provenance: { edition: '2025', layer: 'synthetic', view: '', data: 'abc', scheme: 'six 1' },
  ...change,
});

export const sampleKept = (name = '甲', change: Partial<FigureSubject> = {}): KeptFigure =>
  keepFigure(sampleSubject(name, change), charts, '/');
