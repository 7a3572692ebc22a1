import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { rankingRows, useSite } from './lib/site.ts';

const site = useSite();

const PAGES: { route: string; locale: Locale }[] = [
  { route: '', locale: 'zh' },
  { route: 'en/', locale: 'en' },
];

describe.each(PAGES)('page "$route" with scripts off', ({ route, locale }) => {
  it('shows the default ranking as a table', async () => {
    const tab = await site.visit(route, { javaScriptEnabled: false });
    const rows = await rankingRows(tab.page);
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows[0]?.[0]).toMatch(/^1/);
    const scores = rows.map((cells) => Number(cells[2]));
    expect(scores.every((score) => score > 0 && score <= 100)).toBe(true);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(await tab.page.locator('[data-ranking]').isVisible()).toBe(true);
    expect(await tab.page.locator('[data-unranked] li').count()).toBeGreaterThan(0);
    await tab.close();
  });

  it('shows the chart as a picture drawn at build time, with a text in its place', async () => {
    const tab = await site.visit(route, { javaScriptEnabled: false });
    const picture = tab.page.locator('main img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(300);
    expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(10);
    await tab.close();
  });

  it('says what the data are, and what does not work without scripts', async () => {
    const tab = await site.visit(route, { javaScriptEnabled: false });
    const mark = await tab.page.locator('[data-layer-mark]').textContent();
    expect(mark).toContain(messagesFor(locale).layerMark.synthetic);
    const notice = await tab.page.locator('main noscript').innerHTML();
    expect(notice).toContain(messagesFor(locale).frame.noScript);
    expect(await tab.page.locator('[data-filters] select:not([disabled])').count()).toBe(0);
    tab.recorder.assertClean();
    await tab.close();
  });
});
