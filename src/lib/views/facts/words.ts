/** How a published fact is put into words. */
import { formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { FactsMessages } from '#lib/i18n/views/facts.ts';
import type { Locale, Source } from '#lib/model/index.ts';
import type { PublishedFact } from '#lib/state/published-facts.ts';
import { rawValueText } from '#lib/ui/value-words.ts';

export interface ValueWords {
  /** The number with its hedge and unit; empty where there is none. */
  readonly text: string;
  /** The Chinese wording of the source, where `text` is a translation of it; else null. */
  readonly original: string | null;
}

/**
 * The value as its source prints it (“630余家”), or put together from number, hedge and unit where
 * the source has the bare number. Other languages translate, and show the wording beside.
 */
export function valueWords(
  fact: Pick<PublishedFact, 'value' | 'value_text' | 'qualifier' | 'unit' | 'measure_kind'>,
  locale: Locale,
  m: Messages,
  f: FactsMessages,
): ValueWords {
  const { value, value_text, measure_kind, unit } = fact;
  if (locale === 'zh' && value_text !== null) return { text: value_text, original: null };
  if (value === null) return { text: '', original: value_text };
  // “2.5 × 100 million CNY”: a unit that begins with a number is a factor.
  const factor = unit[locale].replace(/^(?=\d)/, '× ');
  const text =
    measure_kind === 'rank'
      ? f.ordinal(formatPlain(value), unit[locale])
      : rawValueText(fact, factor, m);
  return { text, original: locale === 'zh' ? null : value_text };
}

/** Whether a document's publisher is a conclusion and not printed on it. */
export const publisherInferred = ({ publisher, note }: Source): boolean =>
  /推断/.test(publisher ?? '') || /(?:发布机构|发布单位|出版者|发布者)[^；]*推断/.test(note ?? '');

/** A day of publication without the hour: 2017-02-16; null where the document has none. */
export const publishedDay = ({ published }: Source): string | null =>
  published === null ? null : published.slice(0, 10);

/** Only addresses of the web are links. */
export const webAddress = ({ url }: Source): string | null =>
  url !== null && /^https?:\/\//.test(url) ? url : null;
