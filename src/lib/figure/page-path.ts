import { base } from '$app/paths';

/** The page that is open, below the site's root: `/compare/`, wherever the site is deployed. */
export function pagePath(): string {
  const { pathname } = location;
  return pathname.startsWith(base) ? pathname.slice(base.length) || '/' : pathname;
}
