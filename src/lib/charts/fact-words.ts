import type { Locale } from '#lib/model/index.ts';

/** Words drawn inside, or said of, charts of published numbers. */
interface FactWords {
  readonly comma: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
  readonly empty: string;
  readonly barCount: (n: number) => string;
  readonly openNote: string;
  readonly paleNote: string;
}

const zh: FactWords = {
  comma: '，',
  colon: '：',
  semicolon: '；',
  stop: '。',
  empty: '没有可显示的数值',
  barCount: (n) => `条形图，${n} 个公布数，从零起，按时间先后`,
  openNote: '虚线开口：原文写“余”或“以上”，实际数不小于所画的数，差多少原文未写。',
  paleNote: '浅色虚线：原文写“约”“近”或“以内”，长度只是概数。',
};

const en: FactWords = {
  comma: ', ',
  colon: ': ',
  semicolon: '; ',
  stop: '. ',
  empty: 'No value to show',
  barCount: (n) => `Bar chart, ${n} published numbers from zero, in order of time`,
  openNote:
    'Dashed open end: the source says “over” or “at least”; the number is not below what is drawn, by how much above is not said.',
  paleNote:
    'Pale with dashes: the source says “about”, “nearly” or “at most”; the length is approximate.',
};

const WORDS: Readonly<Record<Locale, FactWords>> = { zh, en };

export const factWords = (locale: Locale): FactWords => WORDS[locale];
