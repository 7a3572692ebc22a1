/** What figures and tables of one profile are made of, and the words that they share. */
import type { InstitutionMessages } from '#lib/i18n/views/institution.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { statusText } from '#lib/ui/value-words.ts';
import type { ProfileHeadings } from './headings.ts';
import type { HistoryYear, ProfileModel } from './model.ts';

export interface ProfileContext {
  readonly model: ProfileModel;
  readonly scheme: Scheme;
  readonly manifest: Manifest;
  readonly headings: ProfileHeadings;
  /** Query string of the page. */
  readonly search: string;
  readonly locale: Locale;
  readonly m: Messages;
  readonly w: InstitutionMessages;
}

/** 第 3 名, or why there is none in that year. */
export function placeText(
  { place, status }: Pick<HistoryYear, 'place' | 'status'>,
  { scheme, locale, m, w }: Pick<ProfileContext, 'scheme' | 'locale' | 'm' | 'w'>,
): string {
  if (place !== null) return w.history.place1(place);
  const names = new Map(scheme.index.children.map(({ code, name }) => [code, name]));
  return status
    ? `${w.history.unranked}${m.colon}${statusText(status, names, locale, m)}`
    : w.history.unranked;
}
