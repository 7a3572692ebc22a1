import type { Handle } from '@sveltejs/kit';
import { localeOfPath } from '#lib/i18n/index.ts';

/** The document's language follows the path, so that a prerendered page speaks its own language. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', localeOfPath(event.url.pathname)),
  });
