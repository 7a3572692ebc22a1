/** What a table file says of its data: invented, empty, the reader's own, or on trial. */
import { chartWords } from '#lib/charts/index.ts';
import { localWords, textsWith } from '#lib/i18n/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';

export interface NatureOfData {
  readonly layer: Layer;
  /** Weights or data are the reader's own and not the published ones. */
  readonly trial?: boolean;
  /** Numbers come from files that the reader imported. */
  readonly local?: boolean;
  /** Numbers were reported in what was a blank form. */
  readonly filled?: boolean;
  readonly locale: Locale;
}

/** Stands before everything else; null for published data, which need no warning. */
export function dataMark({ layer, trial = false, locale, ...state }: NatureOfData): string | null {
  const { local = false } = state;
  const messages = textsWith(locale, () => state);
  const marks = [
    ...(layer === 'reported' && !local ? [] : [messages.layerMark[layer]]),
    ...(trial ? [chartWords(locale).trial] : []),
  ];
  return marks.length === 0 ? null : marks.join(' · ');
}

/** The same in a few words, for every row. */
export function dataNature({ layer, trial = false, locale, ...state }: NatureOfData): string {
  return [
    textsWith(locale, () => state).layer[layer],
    ...(state.local ? [localWords(locale).short] : []),
    ...(trial ? [chartWords(locale).trial] : []),
  ].join(' · ');
}
