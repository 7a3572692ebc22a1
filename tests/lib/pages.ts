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
  'report/',
  'intake/',
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
 * The text of the main part once nothing in it changes any more: data computed, charts drawn,
 * simulations done. Without what tells how far the engines have come, and without menus that are
 * fetched late.
 */
export async function settledText(page: Page): Promise<string> {
  const read = () =>
    page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      main
        .querySelectorAll('[data-engine-note], [aria-live], .disclosure, svg, img, noscript')
        .forEach((node) => node.remove());
      return (main.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  const unfinished = page.locator(
    'main :is([aria-busy="true"], [data-chart-waiting], [data-ranking] .pending)',
  );
  let before = await read();
  for (let i = 0; i < 60; i += 1) {
    await page.waitForTimeout(700);
    const now = await read();
    if (now === before && (await unfinished.count()) === 0) return now;
    before = now;
  }
  throw new Error('The page does not come to rest.');
}

/** Forms of common letters that PDF files name instead, which no Unicode normalisation knows. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺒巳⺟母⺠民⺩王⺬示⺮竹⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟戶户'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', letter = '']) => [radical, letter]),
);

/**
 * Letters alone, in one form: how a PDF breaks lines, which radical and which of several dashes and
 * strokes that look alike it names, says nothing.
 */
export const bare = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2044\u2215]/g, '/'),
  ]
    .map((letter) => RADICALS[letter] ?? letter)
    .join('');

/** The page printed as its style sheet asks: how many sheets, and all that can be read on them. */
export async function printed(
  page: Page,
): Promise<{ sheets: number; pages: string[]; text: string }> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { totalPages, text } = await extractText(document, { mergePages: false });
  const pages = text.map(bare);
  return { sheets: totalPages, pages, text: pages.join('') };
}
