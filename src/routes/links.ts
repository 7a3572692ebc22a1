import { resolve } from '$app/paths';
import { PAGES } from './navigation.ts';

/** Address of a page below the language's root: `institutions/syn-990121/`, with a query string. */
export const below = (lang: string | undefined, path: string): string =>
  `${resolve('/[[lang=lang]]', lang === 'en' ? { lang } : {})}${path}`.replace(/\/{2,}/g, '/');

/** Address of an institution's own page, with the scope of the page that leads there. */
export const institutionHref = (lang: string | undefined, id: string, search = ''): string =>
  below(lang, `/institutions/${id}/${search}`);

/**
 * Address of a page by its id in the navigation, the language's own, with a query string; null where
 * the site has no such page.
 */
export function maybePage(lang: string | undefined, id: string, search = ''): string | null {
  const found = PAGES.find((entry) => entry.id === id);
  return found ? below(lang, `${found.route.replace('/[[lang=lang]]', '')}/${search}`) : null;
}
