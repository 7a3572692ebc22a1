import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { computed, filter, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const m = messagesFor('zh');

/** Changes the year and sees the table follow. */
async function yearWorks(page: Page): Promise<void> {
  const before = await rankingRows(page);
  await filter(page, m.filters.period).selectOption({ index: 1 });
  await expect.poll(() => rankingRows(page)).not.toEqual(before);
}

describe('over plain http under a host name, as on an intranet', () => {
  it('works without a secure context: no crypto.subtle, no brotli', async () => {
    site.server.clearLog();
    const origin = site.server.origin.replace('127.0.0.1', 'hengjian.intranet');
    const tab = await site.browser.open(origin);
    const { page } = tab;
    await page.goto(`${origin}${site.server.base}`);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
      false,
      'undefined',
    ]);
    await computed(page, 'duckdb-wasm');
    await page.locator('[data-engine-note]').getByText(m.engine.agree).waitFor();
    await yearWorks(page);
    expect(site.server.log.filter(({ acceptEncoding }) => /\bbr\b/.test(acceptEncoding))).toEqual(
      [],
    );
    tab.recorder.assertClean();
    await tab.close();
  });
});

describe('in the browser kernels of government desktops (Chromium 87)', () => {
  it('works without what browsers learnt later', async () => {
    const tab = await site.browser.open(site.server.origin);
    const { page } = tab;
    await tab.context.addInitScript(() => {
      const remove = (owner: object, names: string[]): void => {
        for (const name of names) delete (owner as Record<string, unknown>)[name];
      };
      const list = [
        'at',
        'findLast',
        'findLastIndex',
        'toSorted',
        'toReversed',
        'toSpliced',
        'with',
      ];
      remove(Array.prototype, list);
      remove(Object.getPrototypeOf(Uint8Array.prototype) as object, list);
      remove(String.prototype, ['at', 'isWellFormed']);
      remove(Object, ['hasOwn', 'groupBy']);
      remove(Promise, ['withResolvers', 'try']);
      remove(AbortSignal, ['timeout', 'any', 'abort']);
      remove(AbortSignal.prototype, ['throwIfAborted']);
      remove(crypto, ['randomUUID']);
      remove(globalThis, ['structuredClone', 'scheduler', 'reportError']);
    });
    await page.goto(site.server.url());
    await computed(page);
    await yearWorks(page);
    await page.locator('[data-ranking] button[aria-expanded]').first().click();
    await page.locator('[data-detail]').waitFor();
    await page.locator('[data-drawn="true"]').waitFor();
    tab.recorder.assertClean();
    await tab.close();
  });
});

describe('when a new version has been deployed under an open page', () => {
  it('the next page is loaded whole instead of ending in a white screen', async () => {
    const tab = await site.visit();
    const { page } = tab;
    await computed(page);
    // The old build's code for the next page is gone; the new build has its own.
    site.server.setFaults([{ match: /\/_app\/immutable\/nodes\/.*\.js$/, status: 404, times: 1 }]);
    await page.locator('[data-nav-more] summary').click();
    await page.getByRole('link', { name: m.nav.data }).click();
    await page.getByRole('heading', { level: 1, name: m.dataPage.title }).waitFor();
    await page.locator('html[data-hydrated="true"]').waitFor();
    expect(await page.locator('table').count()).toBeGreaterThan(1);
    expect(site.server.log.some(({ faulty }) => faulty)).toBe(true);
    site.server.setFaults([]);
    await tab.close();
  });
});
