import type { Locale } from '#lib/model/index.ts';

const zh = {
  missing: '缺',
  missingMany: (n: number) => `缺${n}`,
  missingOf: (name: string) => `缺 ${name}`,
  breakMark: (n: number) => `[${n}]`,
  range: (text: string) => `差距 ${text}`,
  sentence: (name: string, period: string, text: string) => `${name}，${period} 年，${text}。`,
  gap: (reason: string) => `缺（${reason}）`,
  kind: {
    line: '折线图',
    bump: '名次图，第 1 名在最上',
    slope: '斜率图',
    multiples: '小图组',
    stock: '柱形图，从零起',
  },
  drawn: (coloured: number, grey: number) =>
    grey > 0 ? `${coloured} 家着色，${grey} 家为灰色背景` : `${coloured} 家`,
  span: (from: string, to: string) => (from === to ? `${from} 年` : `${from}–${to} 年`),
  path: (name: string, from: string, to: string) => `${name}由 ${from} 到 ${to}`,
  gaps: (n: number) => `${n} 处缺数`,
  panels: (n: number) => `${n} 项指标`,
  empty: '没有可显示的数值',
  notFromZero: (min: string) => `纵轴不从零起，从 ${min} 起。`,
  dashed: '虚线与竖线：口径、范围、区划或方案在此改变，两侧不可直接比较。',
  hatched: '斜纹与“缺”表示该年无数据，连线中断，不计为零。',
  columns: '灰柱：范围内当年最低到最高，差距为两者之差。',
  context: '灰线：范围内其他机构。',
  reference: '灰线：范围内中位数。',
  added: '新建',
  carried: '上年结转及其他',
  stop: '。',
  comma: '，',
};

export type TrendWords = typeof zh;

const en: TrendWords = {
  missing: 'n/a',
  missingMany: (n) => `${n} n/a`,
  missingOf: (name) => `n/a ${name}`,
  breakMark: (n) => `[${n}]`,
  range: (text) => `gap ${text}`,
  sentence: (name, period, text) => `${name}, ${period}, ${text}.`,
  gap: (reason) => `missing (${reason})`,
  kind: {
    line: 'Line chart',
    bump: 'Chart of places, 1 at the top',
    slope: 'Slope chart',
    multiples: 'Small multiples',
    stock: 'Column chart, from zero',
  },
  drawn: (coloured, grey) =>
    grey > 0
      ? `${coloured} institutions in colour, ${grey} in grey for context`
      : `${coloured} institution${coloured === 1 ? '' : 's'}`,
  span: (from, to) => (from === to ? from : `${from}–${to}`),
  path: (name, from, to) => `${name} from ${from} to ${to}`,
  gaps: (n) => `${n} gap${n === 1 ? '' : 's'}`,
  panels: (n) => `${n} indicator${n === 1 ? '' : 's'}`,
  empty: 'No value to show',
  notFromZero: (min) => `The vertical axis does not start at zero but at ${min}.`,
  dashed:
    'Dashed and vertical lines: definition, scope, territory or scheme changed here; the two sides do not compare.',
  hatched:
    'Hatching and "n/a": no data that year; the line is interrupted and nothing counts as zero.',
  columns: 'Grey columns: lowest to highest of the scope in the year; the gap is their difference.',
  context: 'Grey lines: the other institutions of the scope.',
  reference: 'Grey line: median of the scope.',
  added: 'New',
  carried: 'Carried over and other',
  stop: '. ',
  comma: ', ',
};

const WORDS: Readonly<Record<Locale, TrendWords>> = { zh, en };

/** The words drawn inside charts of values over years. */
export const trendWords = (locale: Locale): TrendWords => WORDS[locale];
