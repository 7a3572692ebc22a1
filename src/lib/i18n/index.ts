import type { LocalText, Locale } from '#lib/model/index.ts';
import { en } from './messages/en.ts';
import { zh, type Messages } from './messages/zh.ts';

export * from './format.ts';
export { textsOf, textsWith } from './layer-words.ts';
export { localWords } from './local-data.ts';
export type { Messages };

const MESSAGES: Readonly<Record<Locale, Messages>> = { zh, en };

export const messagesFor = (locale: Locale): Messages => MESSAGES[locale];

/** The side of a bilingual text that the language asks for. */
export const textIn = (text: LocalText, locale: Locale): string => text[locale];

/** The locale of a route's optional language parameter: `en` under /en/, Chinese elsewhere. */
export const localeOfParam = (lang: string | undefined): Locale => (lang === 'en' ? 'en' : 'zh');
