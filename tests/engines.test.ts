import { afterEach, describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { computed, filter, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const m = messagesFor('zh');

afterEach(() => site.server.setFaults([]));

const CHECK = '[data-engine-note="recompute"]';

/** Ways in which an intranet keeps DuckDB-WASM from running. */
const BLOCKED = [
  { name: 'wasm files are missing', fault: { match: /\.wasm$/, status: 404 } },
  {
    name: 'the policy of worker responses forbids wasm',
    fault: {
      match: /\/_app\/immutable\/.*worker.*\.js$/,
      headers: { 'Content-Security-Policy': "default-src 'self'; script-src 'self'" },
    },
  },
];

describe('the engines', () => {
  it('agree: DuckDB-WASM takes over and shows the same ranking', async () => {
    const tab = await site.visit();
    const prerendered = await rankingRows(tab.page);
    await computed(tab.page, 'duckdb-wasm');
    expect(await rankingRows(tab.page)).toEqual(prerendered);
    await tab.page.locator('[data-engine-note]').getByText(m.engine.agree).waitFor();
    await tab.page
      .locator(CHECK)
      .getByText(/^两种算法结果一致.*机构年度）$/)
      .waitFor();
    tab.recorder.assertClean();
    await tab.close();
  });

  it.each(BLOCKED)('give the same ranking when $name', async ({ fault }) => {
    site.server.setFaults([fault]);
    const tab = await site.visit();
    const { page } = tab;
    const prerendered = await rankingRows(page);
    await computed(page, 'typescript');
    await page
      .locator('[data-engine-note]')
      .getByText(/DuckDB 未启用/)
      .waitFor();
    await page
      .locator(CHECK)
      .getByText(/^本浏览器不能运行第二种算法（SQL）；发布时已核对一致/)
      .waitFor();
    await page.locator('[data-disclosure="export"]').click();
    await page.locator('[data-export="csv"]').waitFor();
    expect(await rankingRows(page)).toEqual(prerendered);
    await filter(page, m.filters.period).selectOption({ index: 1 });
    await expect.poll(() => rankingRows(page)).not.toEqual(prerendered);
    expect(await page.locator('[data-ranking]').getAttribute('data-engine')).toBe('typescript');
    tab.recorder.assertClean();
    await tab.close();
  });
});

describe('two computations that differ', () => {
  /** A browser that computes shares wrongly, by a thousandth; DuckDB's worker is not touched. */
  const computeWrongly = () => {
    const least = Math.min.bind(Math);
    Math.min = (...values: number[]) => {
      const found = least(...values);
      return values.length === 2 && values[0] === 1 && found < 1 ? found * 1.001 : found;
    };
  };

  it('stop every export, on this page and after another look, and say where', async () => {
    const tab = await site.browser.open(site.server.origin);
    const { page } = tab;
    await page.addInitScript(computeWrongly);
    await page.goto(site.server.url());
    await computed(page, 'duckdb-wasm');
    const alert = page.getByRole('alert');
    await alert.getByText(/^两种算法结果不一致，已停止导出：.+ \d{4} 年度“.+”；.+SQL .+/).waitFor();
    await page.locator('[data-disclosure="export"]').click();
    await page.locator('[data-figure]').getByText('两种算法结果不一致').first().waitFor();
    expect(await page.locator('[data-export]').count()).toBe(0);
    await page.locator('[data-nav-more] summary').click();
    await page.getByRole('link', { name: m.nav.data }).click();
    await page.locator('[data-recomputed]').getByText('本次浏览：两种算法结果不一致').waitFor();
    await page.getByRole('alert').getByText(m.recompute.differs).waitFor();
    tab.recorder.assertClean();
    await tab.close();
  });
});

describe('without a network after the first load', () => {
  it('filters, details and exports still work, and data not yet loaded end in a message', async () => {
    const tab = await site.visit();
    const { page } = tab;
    await computed(page, 'duckdb-wasm');
    await tab.context.setOffline(true);
    const { period, city, level, scheme, dimension } = m.filters;
    for (const label of [period, city, level, scheme, dimension]) {
      const before = await page.locator('[data-ranking] caption').textContent();
      await filter(page, label).selectOption({ index: 1 });
      await computed(page);
      const caption = page.locator('[data-ranking] caption');
      if (label !== scheme) await expect.poll(() => caption.textContent()).not.toBe(before);
    }
    await page.getByRole('button', { name: m.filters.reset }).click();
    await computed(page);
    const rows = await rankingRows(page);
    expect(rows.length).toBeGreaterThan(10);
    await page.locator('[data-ranking] button[aria-expanded]').first().click();
    await page.locator('[data-detail]').waitFor();
    await page.locator('[data-disclosure="export"]').click();
    const download = page.waitForEvent('download');
    await page.locator('[data-export="csv"]').click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);

    await filter(page, m.filters.layer).selectOption({ index: 1 });
    await page.getByRole('alert').getByText(m.error.title).waitFor();
    expect(await rankingRows(page)).toEqual(rows);
    await tab.context.setOffline(false);
    await page.getByRole('button', { name: m.error.retry }).click();
    await expect.poll(() => rankingRows(page)).not.toEqual(rows);
    await tab.close();
  });
});
