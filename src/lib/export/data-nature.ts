/** What a table file says of its data: invented, empty, the reader's own, or on trial. */
import { chartWords } from '#lib/charts/index.ts';
import { localWords, messagesFor, withLocalData } from '#lib/i18n/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';

export interface NatureOfData {
  readonly layer: Layer;
  /** Weights or data are the reader's own and not the published ones. */
  readonly trial?: boolean;
  /** Numbers come from files that the reader imported. */
  readonly local?: boolean;
  readonly locale: Locale;
}

/** Stands before everything else; null for published data, which need no warning. */
export function dataMark({
  layer,
  trial = false,
  local = false,
  locale,
}: NatureOfData): string | null {
  const plain = messagesFor(locale);
  const messages = local ? withLocalData(plain, [layer], locale) : plain;
  const marks = [
    ...(layer === 'reported' && !local ? [] : [messages.layerMark[layer]]),
    ...(trial ? [chartWords(locale).trial] : []),
  ];
  return marks.length === 0 ? null : marks.join(' · ');
}

/** The same in a few words, for every row. */
export function dataNature({ layer, trial = false, local = false, locale }: NatureOfData): string {
  const plain = messagesFor(locale);
  const messages = local ? withLocalData(plain, [layer], locale) : plain;
  return [
    messages.layer[layer],
    ...(local ? [localWords(locale).short] : []),
    ...(trial ? [chartWords(locale).trial] : []),
  ].join(' · ');
}
