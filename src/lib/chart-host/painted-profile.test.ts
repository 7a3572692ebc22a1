import { profileHistory, profileRanges, type Chart } from '#lib/charts/index.ts';
import type { ProfileHistoryInput, ProfileRangesInput } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { LOCALES } from '#lib/model/index.ts';
import { describe, expect, it } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { overlapsOf, strangersOf, textsOf } from './testing/svg-reader.ts';

const THEMES = ['light', 'dark', 'print'] as const;

function paint(chart: Chart, width: number, theme: (typeof THEMES)[number] = 'light') {
  const drawn = chart.draw(theme, { width, height: null });
  const svg = renderSvg(drawn.option, {
    width: drawn.width,
    height: drawn.height,
    locale: chart.locale,
    theme,
    title: '图',
    description: '说明',
  });
  return { svg, drawn, texts: textsOf(svg) };
}

const NAMES = ['强制检定项目', '社会公用计量标准', '注册计量师持证比例', '产业计量服务水平'];

const ranges = (change: Partial<ProfileRangesInput> = {}): ProfileRangesInput => ({
  rows: NAMES.map((name, i) => ({
    id: `d${i}`,
    name,
    colour: i,
    own: i === 2 ? null : 20 * (i + 1),
    beside: i === 2 ? '缺' : `${20 * (i + 1)}.0 第 ${i + 1} 名`,
    peers: i === 3 ? null : { min: 10, median: 40 + i, max: 90 },
  })),
  max: 100,
  words: { own: '本机构', median: '同级中位数', range: '同级最低至最高', kind: '范围图' },
  unit: '分',
  locale: 'zh',
  ...change,
});

const history = (change: Partial<ProfileHistoryInput> = {}): ProfileHistoryInput => ({
  years: ['2021', '2022', '2023', '2024', '2025'].map((period, i) => ({
    period,
    score: i === 3 ? null : 60 + i,
    place: i === 3 ? '不参与排名' : `第 ${9 - i} 名`,
    breaks: i === 2 ? '撤县设市' : '',
  })),
  max: 100,
  unit: '分',
  breakWord: '区划变化',
  kind: '逐年条形图',
  locale: 'zh',
  ...change,
});

const isInside = ({ texts, drawn }: ReturnType<typeof paint>) =>
  texts.filter(
    ({ left, right, top, bottom }) =>
      left < -1 || right > drawn.width + 1 || top < -1 || bottom > drawn.height + 1,
  );

describe.each(THEMES)('in the %s colours', (theme) => {
  describe.each([300, 560, 1200])('%i pixels wide', (width) => {
    it('ranges write every name, value and mark once, none over another', () => {
      const painted = paint(profileRanges(ranges()), width, theme);
      const all = painted.texts.map(({ text }) => text).join('');
      for (const { name, beside } of ranges().rows) {
        expect(all).toContain(name);
        expect(all.replaceAll(' ', '')).toContain(beside.replaceAll(' ', ''));
      }
      for (const word of ['本机构', '同级中位数', '同级最低至最高'])
        expect(painted.texts.filter(({ text }) => text === word)).toHaveLength(1);
      expect(overlapsOf(painted.texts)).toEqual([]);
      expect(isInside(painted)).toEqual([]);
      expect(strangersOf(painted.svg)).toEqual([]);
    });

    it('the history writes every year and score, the gap and the break, none over another', () => {
      const painted = paint(profileHistory(history()), width, theme);
      const texts = painted.texts.map(({ text }) => text);
      for (const word of ['2021', '2025', '60.0', '64.0', '缺', '区划变化'])
        expect(texts.filter((text) => text === word)).toHaveLength(1);
      expect(texts).not.toContain('0.0');
      expect(overlapsOf(painted.texts)).toEqual([]);
      expect(isInside(painted)).toEqual([]);
      expect(strangersOf(painted.svg)).toEqual([]);
    });
  });
});

describe('for those who do not see them', () => {
  it('ranges say value, place and peers of every row', () => {
    const { stops } = profileRanges(ranges());
    expect(stops.map(({ sentence }) => sentence)).toEqual([
      '强制检定项目，20.0 第 1 名，同级最低至最高 10.0–90.0，同级中位数 40.0。',
      '社会公用计量标准，40.0 第 2 名，同级最低至最高 10.0–90.0，同级中位数 41.0。',
      '注册计量师持证比例，缺，同级最低至最高 10.0–90.0，同级中位数 42.0。',
      '产业计量服务水平，80.0 第 4 名。',
    ]);
  });

  it('the history says score, place and break of every year, and points at what is drawn', () => {
    const { stops } = profileHistory(history());
    expect(stops[2]).toEqual({
      id: '2023',
      sentence: '2023，62.0分，第 7 名，区划变化: 撤县设市。',
      mark: { series: 0, item: 2 },
    });
    expect(stops[3]).toEqual({
      id: '2024',
      sentence: '2024，不参与排名。',
      mark: { series: 1, item: 3 },
    });
  });

  it.each(LOCALES)('the summary in %s is one text without gaps', (locale) => {
    for (const chart of [profileRanges(ranges({ locale })), profileHistory(history({ locale }))]) {
      const text = chart.summary('标题');
      expect(text).toMatch(/^标题[。.]/u);
      expect(text).not.toMatch(/undefined|NaN|null|。。|\.\./u);
    }
  });
});

it('without rows or years nothing breaks', () => {
  expect(paint(profileRanges(ranges({ rows: [] })), 400).drawn.height).toBeGreaterThan(0);
  expect(paint(profileHistory(history({ years: [] })), 400).drawn.height).toBeGreaterThan(0);
});

it.each(MARKUP_PAYLOADS)('a label such as %j stays text', (payload) => {
  const hostile = [
    profileRanges(
      ranges({ rows: ranges().rows.map((row) => ({ ...row, name: payload, beside: payload })) }),
    ),
    profileHistory(
      history({
        breakWord: payload,
        years: history().years.map((year) => ({ ...year, place: payload, breaks: payload })),
      }),
    ),
  ];
  for (const chart of hostile) expect(strangersOf(paint(chart, 900).svg)).toEqual([]);
});
