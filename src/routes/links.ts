import { resolve } from '$app/paths';

/** Address of a page below the language's root: `institutions/syn-990121/`, with a query string. */
export const below = (lang: string | undefined, path: string): string =>
  `${resolve('/[[lang=lang]]', lang === 'en' ? { lang } : {})}${path}`.replace(/\/{2,}/g, '/');

/** Address of an institution's own page, with the scope of the page that leads there. */
export const institutionHref = (lang: string | undefined, id: string, search = ''): string =>
  below(lang, `/institutions/${id}/${search}`);
