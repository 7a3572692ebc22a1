import { error } from '@sveltejs/kit';
import { LOCALES } from '#lib/model/index.ts';
import { drawFigure, FIGURES } from '../figures.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const THEMES = ['light', 'dark'] as const;

export const entries: EntryGenerator = () =>
  Object.keys(FIGURES).flatMap((name) =>
    LOCALES.flatMap((locale) => THEMES.map((theme) => ({ name: `${name}.${locale}.${theme}` }))),
  );

/** A default figure's chart as a file. */
export const GET: RequestHandler = async ({ params }) => {
  const [what = '', localeName, themeName] = params.name.split('.');
  const locale = LOCALES.find((known) => known === localeName);
  const theme = THEMES.find((known) => known === themeName);
  if (!Object.hasOwn(FIGURES, what) || !locale || !theme) error(404);
  const { svg } = await drawFigure(what, locale, theme);
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
