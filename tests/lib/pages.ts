import type { Page } from 'playwright';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Locale } from '#lib/model/index.ts';

/** Every kind of page, by its path below the language; one institution stands for all. */
export const PAGES = [
  '',
  'compare/',
  'trends/',
  'institutions/',
  'institutions/syn-990121/',
  'institutions/tpl-331002/',
  'targets/',
  'facts/',
  'method/',
  'map/',
  'timeline/',
  'programme/',
  'explore/',
  'data/',
] as const;

/** Each of them in both languages. */
export const LOCALISED: readonly { path: string; locale: Locale }[] = PAGES.flatMap((path) => [
  { path, locale: 'zh' as const },
  { path: `en/${path}`, locale: 'en' as const },
]);

/** What a page must never say. */
export const NONSENSE = /\bNaN\b|undefined|\[object|Infinity|\bnull\b/;

/**
 * The text of the main part once nothing in it changes any more; without what tells how far the
 * engines have come, which depends on the moment.
 */
export async function settledText(page: Page): Promise<string> {
  const read = () =>
    page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      main
        .querySelectorAll('[data-engine-note], [data-engine-state], [aria-live], svg, noscript')
        .forEach((node) => node.remove());
      return (main.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  let before = await read();
  for (let i = 0; i < 60; i += 1) {
    await page.waitForTimeout(500);
    const now = await read();
    if (now === before && (await page.locator('main [aria-busy="true"]').count()) === 0) return now;
    before = now;
  }
  throw new Error('The page does not come to rest.');
}

/** Letters alone, in one form: how a PDF breaks lines and which radical it takes says nothing. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The page printed on A4: how many sheets, and all that can be read on them. */
export async function printed(page: Page): Promise<{ sheets: number; text: string }> {
  const pdf = await page.pdf({ format: 'A4', printBackground: false });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { totalPages, text } = await extractText(document, { mergePages: true });
  return { sheets: totalPages, text: bare(text) };
}
