import type { Handle } from '@sveltejs/kit';
import { localeOfParam, messagesFor } from '#lib/i18n/index.ts';

/**
 * The document's language follows the route, so that a prerendered page speaks its own language.
 * Scripts are not preloaded: the ranking stands in the page, and nothing should compete with it.
 */
export const handle: Handle = ({ event, resolve }) => {
  const lang = 'lang' in event.params ? event.params.lang : undefined;
  const { languageTag } = messagesFor(localeOfParam(lang));
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', languageTag),
    preload: ({ type }) => type !== 'js',
  });
};
