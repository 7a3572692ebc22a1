import { resolve } from '$app/paths';
import { textsOf, type Messages } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Session } from '#lib/state/session.svelte.ts';

/** The texts of a page, which follow what its numbers are: reported, imported, or none yet. */
export const textsFor = (locale: Locale, session: Pick<Session, 'manifest'>): Messages =>
  textsOf(locale, session.manifest);

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
