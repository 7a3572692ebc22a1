/** What a printed text says about its number: 630余家, 约2.5亿, 24小时内. */
import type { Qualifier } from '#lib/model/index.ts';

export interface Hedge {
  readonly word: string;
  readonly qualifier: Qualifier;
}

/** In this order: 不超过 must not be read as 超过, nor 近三年 as 近. */
const HEDGES: readonly (readonly [RegExp, Qualifier])[] = [
  [/不(?:超过|多于|高于|大于)|不足|以内|以下|小时内|[天日月年]内/, 'at_most'],
  [/不(?:少于|低于|小于)|以上|至少/, 'at_least'],
  [/超过|逾|多于|余(?![额杭])/, 'more_than'],
  [/约|左右|上下/, 'about'],
  [/近(?![年期日两三五来])/, 'nearly'],
];

/** The first hedge of the text; null where it has none. */
export function hedgeOf(text: string): Hedge | null {
  for (const [pattern, qualifier] of HEDGES) {
    const match = pattern.exec(text);
    if (match) return { word: match[0], qualifier };
  }
  return null;
}

/** Hedges that stand right before a number and are nothing else there. */
const BEFORE: Readonly<Partial<Record<Qualifier, string>>> = {
  at_most: '不超过 不多于 不高于 不大于 不足 不到 低于 小于 少于 至多 最多 ≤ <= < ≦',
  at_least: '不少于 不低于 不小于 至少 最少 ≥ >= ≧',
  more_than: '超过 超出 超 逾 多于 高于 大于 >',
  about: '大约 约为 约 大概 ≈',
  nearly: '将近 接近 近',
};

/** Hedges that end a text with a number in it. */
const AFTER: Readonly<Partial<Record<Qualifier, string>>> = {
  at_most: '以内 之内 及以下 以下',
  at_least: '及以上 以上',
  about: '左右 上下',
};

/** Hedges between a number, its 万 or 亿, and its unit: 630余家, 6万多. */
const INSIDE: Readonly<Partial<Record<Qualifier, string>>> = { more_than: '有余 余 多' };

const longestFirst = (words: Readonly<Partial<Record<Qualifier, string>>>): readonly Hedge[] =>
  Object.entries(words)
    .flatMap(([qualifier, list]) =>
      list.split(/ +/).map((word) => ({ word, qualifier: qualifier as Qualifier })),
    )
    .sort((a, b) => b.word.length - a.word.length);

const PLACED = {
  before: longestFirst(BEFORE),
  after: longestFirst(AFTER),
  inside: longestFirst(INSIDE),
};
/** 24小时内, 30天内: 内 alone is a hedge after a time only. */
const WITHIN: Hedge = { word: '内', qualifier: 'at_most' };

/** The hedge that a text about one number starts or ends with; null where there is none. */
export function hedgeAt(place: keyof typeof PLACED, text: string): Hedge | null {
  const fits = ({ word }: Hedge) =>
    place === 'after' ? text.endsWith(word) : text.startsWith(word);
  const found = PLACED[place].find(fits);
  if (found) return found;
  return place === 'after' && /(?:小时|[天日月年])内$/.test(text) ? WITHIN : null;
}

/** Every hedge that `hedgeAt` knows of a place. */
export const hedgeWords = (place: keyof typeof PLACED): readonly Hedge[] => PLACED[place];

const SCALE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * What the only Arabic number of the text may mean: itself, and times 万 or 亿 where one follows
 * (a unit such as 亿元 keeps the scale). Empty when the text has no such number, or several.
 */
export function numbersIn(text: string): number[] {
  const matches = [...text.matchAll(/(\d+(?:\.\d+)?)\s*余?([万亿]?)/g)];
  const [only] = matches;
  if (matches.length !== 1 || !only) return [];
  const plain = Number(only[1]);
  const scale = SCALE[only[2] ?? ''];
  return scale === undefined ? [plain] : [plain, plain * scale];
}
