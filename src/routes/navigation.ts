import { resolve } from '$app/paths';

/**
 * The pages of the site in the order of the navigation. `primary` ones stand in the header, the
 * others under “more”. `scoped` ones read the scope of the address (layer, year, city, level,
 * scheme) and who was picked, which are carried from one to the next.
 */
export const PAGES = [
  { id: 'ranking', route: '/[[lang=lang]]', primary: true, scoped: true },
  { id: 'compare', route: '/[[lang=lang]]/compare', primary: true, scoped: true },
  { id: 'trends', route: '/[[lang=lang]]/trends', primary: true, scoped: true },
  { id: 'institutions', route: '/[[lang=lang]]/institutions', primary: true, scoped: true },
  { id: 'targets', route: '/[[lang=lang]]/targets', primary: true, scoped: false },
  { id: 'facts', route: '/[[lang=lang]]/facts', primary: true, scoped: false },
  { id: 'method', route: '/[[lang=lang]]/method', primary: true, scoped: true },
  { id: 'map', route: '/[[lang=lang]]/map', primary: false, scoped: true },
  { id: 'timeline', route: '/[[lang=lang]]/timeline', primary: false, scoped: false },
  { id: 'programme', route: '/[[lang=lang]]/programme', primary: false, scoped: false },
  { id: 'explore', route: '/[[lang=lang]]/explore', primary: false, scoped: true },
  { id: 'report', route: '/[[lang=lang]]/report', primary: false, scoped: true },
  { id: 'intake', route: '/[[lang=lang]]/intake', primary: false, scoped: false },
  { id: 'data', route: '/[[lang=lang]]/data', primary: false, scoped: false },
] as const;

export type PageEntry = (typeof PAGES)[number];
export type PageId = PageEntry['id'];

/** The page that a route belongs to: itself, or the one it lies under. */
export const pageOfRoute = (route: string | null | undefined): PageEntry | undefined =>
  PAGES.find(({ id, route: own }) =>
    id === 'ranking' ? route === own : route === own || route?.startsWith(`${own}/`),
  );

/** Address of a page in a language. */
export const pageHref = (entry: PageEntry, lang: { lang?: 'en' }): string =>
  resolve(entry.route, lang);
