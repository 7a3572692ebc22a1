import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { collectionMessages } from '#lib/i18n/views/collection.ts';
import { trayMessages } from '#lib/i18n/views/tray.ts';
import type { Locale } from '#lib/model/index.ts';
import { open, packageFaults, part } from '#lib/office/testing/opened.ts';
import { named, textOf } from '#lib/office/testing/xml-reader.ts';
import { computed, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const w = trayMessages('zh');

/** Adds the first figure of a page from its export menu. */
async function add(page: Page, path: string, locale: Locale = 'zh'): Promise<string> {
  await page.goto(site.server.url(path));
  await page.locator('[data-disclosure="export"]').first().click();
  const title = await page.locator('figure[data-figure] .title').first().innerText();
  await page.locator('[data-tray-add]').first().click();
  await page.locator('[data-tray-open]').first().waitFor();
  const said = await page.locator('[data-tray-message]').first().innerText();
  expect(said).toContain(trayMessages(locale).open);
  return title.replace(/^(?:图|Figure) \d+\s*/u, '');
}

const titles = async (page: Page): Promise<string[]> =>
  (await page.locator('[data-tray-item] h3').allInnerTexts()).map((text) =>
    text.replace(/^\d+\s*/u, ''),
  );

const item = (page: Page, title: string) =>
  page.locator('[data-tray-item]').filter({ has: page.getByRole('heading', { name: title }) });

async function make(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.locator(`input[name="format"][value="${format}"]`).check();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator('[data-report-make]').click(),
  ]);
  await page.locator('[data-report-message="saved"]').waitFor();
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  };
}

/** The same profile in another tab. */
async function secondTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.server.url('report/?template=collection'));
  await page.locator('[data-tray-item]').first().waitFor();
  return page;
}

/** Texts in the order in which they stand in a longer one. */
function expectInOrder(all: string, texts: readonly string[]) {
  let from = 0;
  for (const text of texts) {
    const at = all.indexOf(text, from);
    expect(at, `${text} after ${from}`).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
}

describe('figures collected from three pages', () => {
  it('are put in order, get their words, outlast a reload, and become one document', async () => {
    const tab = await site.visit('');
    const { page } = tab;
    await computed(page);
    const [first] = await rankingRows(page);
    const ranking = await add(page, '');
    const trends = await add(page, 'trends/');
    const comparison = await add(page, 'compare/');

    // Once only; the header counts, and leads to the tray.
    await page.locator('[data-tray-add]').first().click();
    await expect
      .poll(() => page.locator('[data-tray-message]').first().innerText())
      .toContain(w.there(3));
    await page.getByRole('link', { name: messagesFor('zh').nav.counted('报告', 3) }).click();
    await page.locator('[data-tray="3"]').waitFor();
    expect(await titles(page)).toEqual([ranking, trends, comparison]);

    await item(page, comparison).locator('[data-tray-up]').click();
    await item(page, comparison).locator('[data-tray-up]').click();
    await item(page, trends).locator('[data-tray-caption]').fill('历年走势：自己写的图注。');
    await item(page, ranking).locator('[data-tray-paragraph]').fill('下表列出全部名次。');
    await item(page, ranking).locator('input[value="both"]').check();
    await page.locator('[data-tray-title]').fill('季度例会材料');
    const order = [comparison, ranking, trends];
    expect(await titles(page)).toEqual(order);

    // Another tab has the same, and what is done there is seen here.
    const other = await secondTab(tab.context);
    expect(await titles(other)).toEqual(order);
    await item(other, trends).locator('[data-tray-remove]').click();
    await page.locator('[data-tray="2"]').waitFor();
    await other.locator('[data-tray-undo]').click();
    await page.locator('[data-tray="3"]').waitFor();
    await other.close();

    await page.reload();
    await page.locator('[data-tray="3"]').waitFor();
    expect(await titles(page)).toEqual(order);

    const docx = await make(page, 'docx');
    expect(docx.name).toMatch(/^示例数据_季度例会材料_20251231\.docx$/u);
    const document = open(docx.bytes);
    expect(packageFaults(document)).toEqual([]);
    const body = part(document, 'word/document.xml');
    expectInOrder(textOf(body, 'w:t').replace(/\s+/gu, ' '), [
      '季度例会材料',
      comparison,
      '下表列出全部名次。',
      ranking,
      '历年走势：自己写的图注。',
    ]);
    expect(named(body, 'wp:docPr')).toHaveLength(3);
    const cells = named(body, 'w:tc').map((cell) => textOf(cell, 'w:t'));
    // Rank, name and score as they stood on the page.
    const [, name = '', score = ''] = first ?? [];
    const at = cells.findIndex((text) => text !== '' && name.startsWith(text));
    expect(at).toBeGreaterThan(0);
    // The page rounds further than the table.
    const numbers = cells.slice(at, at + 7).map((text) => Number(text).toFixed(1));
    expect(numbers).toContain(score);

    const pptx = await make(page, 'pptx');
    const slides = open(pptx.bytes);
    expect(packageFaults(slides)).toEqual([]);
    const count = [...slides.xml.keys()].filter((path) => /slides\/slide\d+\.xml$/u.test(path));
    const spoken = count
      .map((_, i) => textOf(part(slides, `ppt/slides/slide${i + 1}.xml`), 'a:t'))
      .join('\n');
    expectInOrder(spoken, ['季度例会材料', comparison, ranking, trends]);

    const zip = await make(page, 'zip');
    const names = Object.keys(unzipSync(zip.bytes));
    expect(names.filter((path) => path.endsWith('.svg'))).toHaveLength(3);
    expect(names.filter((path) => path.endsWith('.png'))).toHaveLength(3);
    expect(names.filter((path) => path.endsWith('.csv'))).toHaveLength(1);
    const svgs = names.filter((path) => path.endsWith('.svg')).sort();
    const texts = svgs.map((path) => strFromU8(unzipSync(zip.bytes)[path]!));
    for (const [i, title] of order.entries()) expect(texts[i]).toContain(title);
    tab.recorder.assertClean();
    await tab.close();
  });

  it('are in English from the English pages', async () => {
    const tab = await site.visit('en/');
    const { page } = tab;
    const ranking = await add(page, 'en/', 'en');
    await page.locator('[data-tray-open]').first().click();
    await page.locator('[data-tray="1"]').waitFor();
    expect(await titles(page)).toEqual([ranking]);
    const { bytes } = await make(page, 'docx');
    const said = textOf(part(open(bytes), 'word/document.xml'), 'w:t');
    expectInOrder(said, [collectionMessages('en').title, ranking]);
    tab.recorder.assertClean();
    await tab.close();
  });

  it('are none at first, and the page says how to collect them', async () => {
    const tab = await site.visit('report/?template=collection');
    await tab.page.locator('[data-tray-empty]').waitFor();
    expect(await tab.page.locator('[data-report-make]').getAttribute('aria-disabled')).toBe('true');
    expect(await tab.page.locator('[data-filters]').count()).toBe(0);
    tab.recorder.assertClean();
    await tab.close();
  });
});
