import { resolve } from '$app/paths';
import { messagesFor, withLocalData, type Messages } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Session } from '#lib/state/session.svelte.ts';

/** The texts of a page, put right where its numbers come from files that the reader imported. */
export const textsFor = (locale: Locale, session: Pick<Session, 'local'>): Messages =>
  session.local
    ? withLocalData(messagesFor(locale), session.local.layers, locale)
    : messagesFor(locale);

const addresses = new WeakMap<Uint8Array, string>();

/** Address of a raw table: the imported one where there is one, else the published. */
export function rawTableHref(session: Pick<Session, 'rawTable'>, path: string): string {
  const bytes = session.rawTable(path);
  if (!bytes) return `${resolve('/')}data/raw/${path}`;
  const known = addresses.get(bytes);
  if (known) return known;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/csv' }));
  addresses.set(bytes, address);
  return address;
}
