import { base } from '$app/paths';
import type { Messages } from '#lib/i18n/index.ts';
import { pageOfRoute } from '../../navigation.ts';

/** The page of a path below the site's root: its name, and its address with a query string. */
export function pageOfPath(
  path: string,
  search: string,
  m: Pick<Messages, 'nav'>,
): { readonly label: string; readonly href: string } | null {
  const route = `/[[lang=lang]]${path.replace(/^\/en(?=\/)/, '').replace(/\/$/, '')}`;
  const entry = pageOfRoute(route);
  return entry ? { label: m.nav[entry.id], href: base + path + search } : null;
}
