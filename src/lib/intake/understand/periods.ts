/** The period that a longer text names: a title, a heading, the name of a sheet or file. */
import type { Period } from '../period.ts';
import { toHalfWidth, withoutMarks, withoutSpaces } from '../values/characters.ts';
import { readPeriod } from '../values/read-period.ts';

export interface FoundPeriod {
  readonly period: Period;
  /** The text without the words of the period. */
  readonly rest: string;
}

/** A year that is not part of a longer number, a standard (1033-2023) or a document (〔2023〕5号). */
const YEAR =
  /(?<![\d.〔[-]|\d[-/])(?:19|20)\d{2}(?!\d{1,3}(?:\D|$)|版|〕|\]\d|年第?\d+号)|[一二][〇○零一二三四五六七八九]{3}(?=年)/g;
const BEFORE = /(?:数据)?截[至止]到?$/;
const LONGEST = 24;

const periodOf = (text: string): Period | null => readPeriod({ kind: 'text', text });

/** The longest spelling of a period that begins here. */
function longestFrom(text: string, from: number): { period: Period; to: number } | null {
  for (let to = Math.min(text.length, from + LONGEST); to >= from + 4; to--) {
    const period = periodOf(text.slice(from, to));
    if (period) return { period, to };
  }
  return null;
}

/** All periods that the text names, from left to right. */
export function findPeriods(written: string): readonly FoundPeriod[] {
  if (written.length > 300) return [];
  const text = withoutSpaces(toHalfWidth(withoutMarks(written)));
  const found: FoundPeriod[] = [];
  let past = 0;
  for (const { index } of text.matchAll(YEAR)) {
    if (index < past) continue;
    const asOf = BEFORE.exec(text.slice(past, index));
    const from = index - (asOf?.[0].length ?? 0);
    const longest = longestFrom(text, from) ?? (from < index ? longestFrom(text, index) : null);
    if (!longest) continue;
    past = longest.to;
    const rest = (text.slice(0, from) + text.slice(longest.to))
      .replace(/\(\)|\[\]/g, '')
      .replace(/^[-_,、/:]+|[-_,、/:]+$/g, '');
    found.push({ period: longest.period, rest });
  }
  return found;
}

/** The one period of a text; null where it names none or several that differ. */
export function findPeriod(written: string): FoundPeriod | null {
  const found = findPeriods(written);
  const [first] = found;
  const same = found.every(({ period }) => period.period === first?.period.period);
  return first && same ? first : null;
}

/** The period of a name of a file or sheet, where a day is when it was saved. */
export function periodOfName(name: string): Period | null {
  const [first, ...others] = findPeriods(name.replace(/\.\w{2,5}$/, ''))
    .map(({ period }) => period)
    .filter((period) => period.period_type !== 'date');
  return first && others.every(({ period }) => period === first.period) ? first : null;
}
