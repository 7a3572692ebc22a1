/** The wording that goes with a hedged number: as written where that says the same, else in few words. */
import type { LocalText, MissingReason, Qualifier } from '#lib/model/index.ts';
import { hedgeOf, numbersIn } from '../cells/hedge.ts';
import { toHalfWidth, withoutMarks } from '../values/characters.ts';
import { plainDecimal } from './numbers.ts';

const SPELLED: Readonly<Record<Exclude<Qualifier, 'exact'>, (number: string) => string>> = {
  approx: (number) => `约${number}`,
  about: (number) => `约${number}`,
  nearly: (number) => `近${number}`,
  more_than: (number) => `超过${number}`,
  at_least: (number) => `${number}以上`,
  at_most: (number) => `不超过${number}`,
};

/** Null for an exact number. 3万余 under 万元 is not the number kept: then 超过30000. */
export function valueText(raw: string, value: number, qualifier: Qualifier): string | null {
  if (qualifier === 'exact') return null;
  const text = toHalfWidth(withoutMarks(raw)).trim().replace(/\s+/g, ' ');
  const numbers = numbersIn(text);
  const same =
    text !== '' &&
    !/^[=+\-@]/.test(text) &&
    hedgeOf(text)?.qualifier === qualifier &&
    (numbers.length === 0 || numbers.includes(value));
  return same ? text : SPELLED[qualifier](plainDecimal(value));
}

const WORDS: Readonly<Record<Exclude<Qualifier, 'exact'>, { zh: string; en: string }>> = {
  approx: { zh: '约 ', en: 'about ' },
  about: { zh: '约 ', en: 'about ' },
  nearly: { zh: '近 ', en: 'nearly ' },
  more_than: { zh: '超过 ', en: 'more than ' },
  at_least: { zh: '至少 ', en: 'at least ' },
  at_most: { zh: '至多 ', en: 'at most ' },
};

/** A number with its hedge and unit, in words for a report. */
export function inWords(value: number, qualifier: Qualifier, unit: string): LocalText {
  const hedge = qualifier === 'exact' ? { zh: '', en: '' } : WORDS[qualifier];
  const number = `${plainDecimal(value)}${unit === '%' ? '%' : ` ${unit}`}`;
  return { zh: hedge.zh + number, en: hedge.en + number };
}

const REASONS: Readonly<Record<MissingReason, LocalText>> = {
  not_reported: { zh: '未报送', en: 'not reported' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  not_collected: { zh: '未统计', en: 'not collected' },
  late: { zh: '迟报', en: 'late' },
  denominator_zero: { zh: '分母为零', en: 'denominator is zero' },
  component_missing: { zh: '组成项缺报', en: 'a part is missing' },
};

/** A value, a wording or a gap in words: whatever a cell or a row of the data holds. */
export function contentInWords(
  content: {
    readonly value: number | null;
    readonly value_text: string | null;
    readonly missing_reason: MissingReason | null;
    readonly qualifier: Qualifier | null;
  },
  unit: string,
): LocalText {
  const { value, value_text: text, missing_reason: reason, qualifier } = content;
  if (value !== null) return inWords(value, qualifier ?? 'exact', unit);
  if (text !== null) return { zh: text, en: text };
  return reason === null ? { zh: '', en: '' } : REASONS[reason];
}
