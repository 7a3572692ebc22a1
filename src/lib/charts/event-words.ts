import type { Locale } from '#lib/model/index.ts';

/** Words drawn inside, or said of, the matrix of events. */
interface EventWords {
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
  readonly empty: string;
  readonly events: (n: number) => string;
  readonly total: string;
  readonly kind: (categories: number, events: number) => string;
  readonly countNote: string;
  readonly areaNote: string;
  readonly undatedNote: string;
}

const zh: EventWords = {
  comma: '，',
  semicolon: '；',
  stop: '。',
  empty: '没有可显示的事件',
  events: (n) => `${n} 件`,
  total: '合计',
  kind: (categories, events) => `点阵图，${categories} 类，共 ${events} 件`,
  countNote: '圆内数字为件数；空格为没有记载。',
  areaNote: '圆内数字为件数，圆的面积与件数成正比；空格为没有记载。',
  undatedNote: '“–”列：原文只写年份，没有月份。',
};

const en: EventWords = {
  comma: ', ',
  semicolon: '; ',
  stop: '. ',
  empty: 'No event to show',
  events: (n) => (n === 1 ? '1 event' : `${n} events`),
  total: 'Total',
  kind: (categories, events) => `Matrix of dots, ${categories} categories, ${events} events`,
  countNote: 'The number is the count of events; an empty cell means that none is recorded.',
  areaNote:
    'The number is the count of events and the area of the dot is in proportion to it; an empty cell means that none is recorded.',
  undatedNote: 'Column “–”: the source gives the year only, no month.',
};

const WORDS: Readonly<Record<Locale, EventWords>> = { zh, en };

export const eventWords = (locale: Locale): EventWords => WORDS[locale];

/** With more in one cell, a dot for one event would be too small for its number: all are equal. */
const MOST_BY_AREA = 3;

/** Whether the areas of the dots can carry the counts of the cells. */
export function byArea(counts: readonly number[]): boolean {
  const most = Math.max(0, ...counts);
  return most > 1 && most <= MOST_BY_AREA;
}

/** What a matrix of these counts needs to have explained. */
export function matrixNotes(
  counts: readonly number[],
  hasUndated: boolean,
  locale: Locale,
): string[] {
  const words = eventWords(locale);
  return [
    ...(counts.some((count) => count > 0)
      ? [byArea(counts) ? words.areaNote : words.countNote]
      : []),
    ...(hasUndated ? [words.undatedNote] : []),
  ];
}
