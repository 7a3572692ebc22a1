/** What a printed text says about its number: 630余家, 约2.5亿, 24小时内. */
import type { Qualifier } from '#lib/model/index.ts';

export interface Hedge {
  readonly word: string;
  readonly qualifier: Qualifier;
}

/** In this order: 不超过 must not be read as 超过, nor 近三年 as 近. */
const HEDGES: readonly (readonly [RegExp, Qualifier])[] = [
  [/不超过|不足|以内|以下|小时内|[天日月年]内/, 'at_most'],
  [/不少于|不低于|以上|至少/, 'at_least'],
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
