/** Reads the text of a cell as a value: gaps first, then one number with all that may surround it. */
import type { Qualifier } from '#lib/model/index.ts';
import { hedgeAt, type Hedge } from '../cells/hedge.ts';
import { readArabic, type NumeralRead } from './arabic.ts';
import { thinSpaces, toHalfWidth, withoutMarks, withoutSpaces } from './characters.ts';
import { readChinese } from './chinese.ts';
import { negate, significantDigits, toDouble, type Decimal } from './decimal.ts';
import { gapKey, type Gaps } from './gaps.ts';
import { readTail } from './read-tail.ts';
import type { Conversion, UnclearReason, ValueContext, ValueRead } from './read-value.ts';
import { whyUnclear } from './unclear.ts';

/** A number as written, before it becomes a double. */
export interface Written {
  readonly decimal: Decimal;
  readonly qualifier: Qualifier;
  readonly unit: string | null;
  readonly conversions: readonly Conversion[];
}
export type WrittenRead = Written | { readonly why: UnclearReason };

/** Longer texts are remarks; reading them would only cost time. */
const LONGEST = 120;
/** 2023年 is a year of the calendar; 3年 is a duration. */
const CALENDAR_YEAR = /(?:^|\D)(?:19|20)\d\d年/;
/** A double keeps 15 digits of any decimal. */
const MOST_DIGITS = 15;
const WORD_SCALES = [
  ['百分之', '%'],
  ['千分之', '‰'],
] as const;

/** The one qualifier of all hedges; null where they contradict each other (约30余家). */
function oneQualifier(hedges: readonly (Hedge | null)[]): Qualifier | null {
  const found = new Set(hedges.flatMap((hedge) => (hedge ? [hedge.qualifier] : [])));
  if (found.size > 1) return null;
  const [only = 'exact'] = found;
  return only;
}

/** (5.2), (5.2%) and (5.2)万元 as accountants write negative numbers: the same without brackets. */
const inBrackets = (text: string): string | null => {
  const [, inner, tail = ''] = /^\((\.?\d[^()]*)\)(.*)$/.exec(text) ?? [];
  return inner === undefined ? null : inner + tail;
};

const readNumeral = (text: string, hedged: boolean): NumeralRead | null =>
  readArabic(text) ?? readChinese(text, hedged);

function writtenNumber(text: string, of: ValueContext): WrittenRead {
  const conversions: Conversion[] = [];
  const bracketed = inBrackets(text);
  if (bracketed !== null) conversions.push('parentheses');
  let rest = bracketed ?? text;

  const before = hedgeAt('before', rest);
  rest = rest.slice(before?.word.length ?? 0);
  const after = hedgeAt('after', rest);
  rest = rest.slice(0, rest.length - (after?.word.length ?? 0));
  const sign = /^[+-]/.exec(rest)?.[0] ?? '';
  if (sign === '+') conversions.push('plus_sign');
  rest = rest.slice(sign.length);
  const money = rest.startsWith('¥');
  const word = WORD_SCALES.find(([prefix]) => rest.startsWith(prefix));
  rest = rest.slice(money ? 1 : (word?.[0].length ?? 0));

  const hedged = before !== null || /^[百千万亿]+[余多]/.test(rest);
  const numeral = readNumeral(rest, hedged);
  if (!numeral) return { why: 'words' };
  if (!numeral.ok) return { why: numeral.why };
  if (significantDigits(numeral.decimal) > MOST_DIGITS) return { why: 'too_many_digits' };
  conversions.push(...numeral.conversions);

  const tail = readTail(numeral.decimal, numeral.rest + (word?.[1] ?? (money ? '元' : '')), of);
  const qualifier = oneQualifier([before, after, ...(tail?.hedges ?? [])]);
  if (!tail || qualifier === null) return { why: 'words' };
  if (bracketed !== null && (sign !== '' || qualifier !== 'exact')) return { why: 'words' };
  if (qualifier !== 'exact') conversions.push('qualifier');
  return {
    decimal: sign === '-' || bracketed !== null ? negate(tail.decimal) : tail.decimal,
    qualifier,
    unit: tail.unit,
    conversions: [...conversions, ...tail.conversions],
  };
}

/** Reads a text that is neither empty nor a gap. */
export function readWritten(text: string, of: ValueContext): WrittenRead {
  const unmarked = withoutMarks(text);
  const half = toHalfWidth(unmarked);
  if (half.length > LONGEST) return { why: 'words' };
  const between = (side: string) => /[\d,'’.]/.test(side);
  const thin = thinSpaces(half, (left, right) => between(left) && between(right));
  if (CALENDAR_YEAR.test(thin)) return { why: 'date' };
  const read = writtenNumber(thin, of);
  if ('why' in read) {
    const why = whyUnclear(withoutSpaces(half));
    return { why: read.why === 'words' || why === 'date' ? why : read.why };
  }
  const first: Conversion[] = [];
  if (half !== unmarked) first.push('full_width');
  if (thin !== half || /\s/.test(thin)) first.push('spaces');
  return { ...read, conversions: [...new Set([...first, ...read.conversions])] };
}

/** Reads the text of a cell. */
export function readText(text: string, of: ValueContext, gaps: Gaps): ValueRead {
  if (withoutSpaces(withoutMarks(text)) === '') return { kind: 'empty' };
  const reason = gaps.get(gapKey(text));
  if (reason !== undefined) return { kind: 'missing', reason, text };
  const read = readWritten(text, of);
  if ('why' in read) return { kind: 'unclear', why: read.why, text };
  const value = toDouble(read.decimal);
  if (value === null) return { kind: 'unclear', why: 'too_many_digits', text };
  return {
    kind: 'value',
    value,
    qualifier: read.qualifier,
    unit: read.unit,
    conversions: read.conversions,
  };
}
