import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { computed, filter, hydrated, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const m = messagesFor('zh');

/** Everything a reader can see of the ranking. */
async function seen(page: Page): Promise<unknown> {
  return {
    rows: await rankingRows(page),
    caption: await page.locator('[data-ranking] caption').textContent(),
    finding: await page.locator('[data-finding]').textContent(),
    controls: await page
      .locator('[data-filters] :is(select, input)')
      .evaluateAll((controls) => controls.map((c) => (c as HTMLSelectElement).value)),
    unranked: await page.locator('[data-unranked] li .name').allTextContents(),
    open: await page.locator('[data-ranking] button[aria-expanded="true"]').count(),
  };
}

const search = (page: Page): string => new URL(page.url()).search;

/** Each control of the filter row, what to choose, and what the address then says. */
const CONTROLS: { label: string; choose: { index: number }; address: RegExp }[] = [
  { label: m.filters.period, choose: { index: 2 }, address: /[?&]year=\d{4}/ },
  { label: m.filters.city, choose: { index: 1 }, address: /[?&]city=\d{6}/ },
  { label: m.filters.level, choose: { index: 1 }, address: /[?&]level=city/ },
  { label: m.filters.scheme, choose: { index: 1 }, address: /[?&]scheme=\w+/ },
  { label: m.filters.dimension, choose: { index: 1 }, address: /[?&]dimension=\w+/ },
];

describe('the view state', () => {
  it.each(CONTROLS)(
    'follows $label into the address, back, forward and through a reload',
    async ({ label, choose, address }) => {
      const tab = await site.visit();
      const { page } = tab;
      await computed(page);
      const before = await seen(page);
      await filter(page, label).selectOption(choose);
      await expect.poll(() => search(page)).toMatch(address);
      await computed(page);
      const after = await seen(page);
      expect(after).not.toEqual(before);

      await page.goBack();
      await expect.poll(() => seen(page)).toEqual(before);
      await page.goForward();
      await expect.poll(() => seen(page)).toEqual(after);
      await page.reload();
      await computed(page);
      await expect.poll(() => seen(page)).toEqual(after);
      tab.recorder.assertClean();
      await tab.close();
    },
  );

  it('holds sort, search and open rows', async () => {
    const tab = await site.visit();
    const { page } = tab;
    await computed(page);
    await page.getByRole('button', { name: m.ranking.columns.score }).click();
    await expect.poll(() => search(page)).toMatch(/sort=-?score/);
    await page.getByRole('button', { name: m.ranking.columns.score }).click();
    const scores = (await rankingRows(page)).map((cells) => Number(cells[2]));
    expect([...scores].sort((a, b) => a - b)).toEqual(scores);

    const name = (await rankingRows(page))[0]?.[1]?.slice(0, 2) ?? '';
    await page.getByRole('searchbox').fill(name);
    await expect.poll(() => search(page)).toMatch(/[?&]q=/);
    expect((await rankingRows(page)).every((cells) => cells[1]?.includes(name))).toBe(true);
    await page.locator('[data-ranking] button[aria-expanded]').first().click();
    await page.locator('[data-detail]').waitFor();
    const state = await seen(page);
    await page.reload();
    await computed(page);
    await expect.poll(() => seen(page)).toEqual(state);
    await tab.close();
  });

  it('takes all filters together from a link, and the reset button takes them back', async () => {
    const tab = await site.visit('?year=2023&level=county&sort=name');
    const { page } = tab;
    await computed(page);
    expect(await filter(page, m.filters.period).inputValue()).toBe('2023');
    expect(await page.locator('[data-ranking] caption').textContent()).toMatch('2023');
    await page.getByRole('button', { name: m.filters.reset }).click();
    await expect.poll(() => search(page)).toBe('');
    await tab.close();
  });

  it('survives the change of language', async () => {
    const tab = await site.visit('?year=2023');
    const { page } = tab;
    await computed(page);
    const scores = (await rankingRows(page)).map((cells) => [cells[0], cells[2]]);
    await page.getByRole('link', { name: m.switchLanguageLabel }).click();
    await page.waitForURL(/\/en\/\?year=2023/);
    await hydrated(page);
    await expect
      .poll(async () => (await rankingRows(page)).map((cells) => [cells[0], cells[2]]))
      .toEqual(
        scores.map(([rank, score]) => [
          rank?.replace(m.ranking.tied, messagesFor('en').ranking.tied),
          score,
        ]),
      );
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await tab.close();
  });

  it('falls back to the default for an address that makes no sense', async () => {
    const tab = await site.visit('?year=18%3Cscript%3E&city=abc&scheme=none&sort=up&dimension=x');
    await computed(tab.page);
    expect((await rankingRows(tab.page)).length).toBeGreaterThan(10);
    tab.recorder.assertClean();
    await tab.close();
  });
});
