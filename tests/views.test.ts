import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { bare, LOCALISED, NONSENSE, PAGES, printed, settledText } from './lib/pages.ts';
import { hydrated, routes, useSite } from './lib/site.ts';

const site = useSite();

it('every kind of page is in the list that the tests go through', () => {
  const kinds = routes().map((route) =>
    route
      .replace(/^en\//, '')
      .replace(/^institutions\/syn-.*/, 'institutions/syn-990121/')
      .replace(/^institutions\/tpl-.*/, 'institutions/tpl-331002/'),
  );
  expect([...new Set(kinds)].sort()).toEqual([...PAGES].sort());
});

describe.each(LOCALISED)('page /$path from cold', ({ path, locale }) => {
  it('says what it is and what its numbers are, links nowhere outside, and keeps still', async () => {
    const tab = await site.visit(path);
    const { page } = tab;
    await hydrated(page);
    await settledText(page);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('h1').textContent())?.trim().length).toBeGreaterThan(1);
    expect(await page.title()).toContain(messagesFor(locale).product);
    expect(await page.locator('header [aria-current="page"]:visible').count()).toBeLessThan(3);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'en' ? 'en' : 'zh-CN');
    expect(await page.locator('main').innerText()).not.toMatch(NONSENSE);
    tab.recorder.assertClean();
    await tab.close();
  });

  it('can be read without scripts', async () => {
    const tab = await site.visit(path, { javaScriptEnabled: false });
    expect((await tab.page.locator('main').innerText()).length).toBeGreaterThan(200);
    expect(await tab.page.locator('main').innerText()).not.toMatch(NONSENSE);
    await tab.close();
  });
});

describe('the first page', () => {
  it('says what this is, and leads to the page for each thing that people come for', async () => {
    const tab = await site.visit('', { javaScriptEnabled: false });
    const { page } = tab;
    const welcome = page.locator('[data-welcome]');
    expect(await welcome.innerText()).toContain('能力指数');
    await welcome.locator('summary').click();
    const links = await welcome
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toHaveLength(9);
    for (const link of links) {
      const answer = await page.request.get(link);
      expect(answer.status(), link).toBe(200);
    }
    await tab.close();
  });

  it('takes year and place along to the other pages, and brings them back', async () => {
    const tab = await site.visit('?year=2023&city=990100', {
      viewport: { width: 1440, height: 900 },
    });
    const { page } = tab;
    await hydrated(page);
    await settledText(page);
    await page.locator('header .wide').getByRole('link', { name: '比较' }).click();
    await expect.poll(() => page.url()).toMatch(/compare\/\?.*year=2023/);
    await expect.poll(() => page.locator('h1').textContent()).toContain('2023');
    await page.locator('header .wide').getByRole('link', { name: '公开数据' }).click();
    await page.locator('header .wide').getByRole('link', { name: '趋势' }).click();
    await expect.poll(() => page.url()).toMatch(/trends\/\?.*city=990100/);
    await page.locator('header .wide').getByRole('link', { name: '排名' }).click();
    await expect.poll(() => page.url()).toMatch(/year=2023/);
    await tab.close();
  });
});

/** Chooses another entry in every select of the filters, one after the other. */
async function chooseAll(page: Page): Promise<number> {
  let chosen = 0;
  const selects = page.locator('[data-filters] select:enabled');
  for (let i = 0; i < (await selects.count()); i += 1) {
    const select = selects.nth(i);
    const values = await select
      .locator('option:not([disabled])')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    const current = await select.inputValue();
    // Another layer would leave nothing to choose from in most of the others.
    const other = values.find((value) => value !== current && !/template|reported/.test(value));
    if (other === undefined) continue;
    const before = page.url();
    await select.selectOption(other);
    await expect.poll(() => page.url(), { message: `select ${i}` }).not.toBe(before);
    chosen += 1;
  }
  return chosen;
}

describe.each(PAGES)('the state of page /%s', (path) => {
  it('is in the address: filters, reload, back', async () => {
    const tab = await site.visit(path, { viewport: { width: 1440, height: 900 } });
    const { page } = tab;
    await hydrated(page);
    const atFirst = await settledText(page);
    const chosen = await chooseAll(page);
    const filtered = await settledText(page);
    await page.reload();
    await hydrated(page);
    expect(await settledText(page)).toBe(filtered);
    for (let i = 0; i < chosen; i += 1) await page.goBack();
    await hydrated(page);
    expect(await settledText(page)).toBe(atFirst);
    tab.recorder.assertClean();
    await tab.close();
  });
});

describe.each(PAGES)('page /%s on paper', (path) => {
  it('has every row with its name on it', async () => {
    const tab = await site.visit(path);
    const { page } = tab;
    await hydrated(page);
    await settledText(page);
    await page.emulateMedia({ media: 'print' });
    const names = await page
      .locator('main :is(h1, h2, th[scope="row"])')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => (cell as HTMLElement).offsetParent !== null)
          .map((cell) => (cell as HTMLElement).innerText),
      );
    const { sheets, text } = await printed(page);
    const lost = names.filter((name) => !text.includes(bare(name)));
    expect(lost).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    if (path.startsWith('institutions/syn')) expect(sheets).toBe(1);
    await tab.close();
  });
});

describe.each(PAGES)('page /%s by keyboard', (path) => {
  it('lets every control of its main part be reached, with a focus that can be seen', async () => {
    const tab = await site.visit(path, { viewport: { width: 1440, height: 900 } });
    const { page } = tab;
    await hydrated(page);
    await settledText(page);
    const total = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          'main :is(a[href], button, select, input, textarea, summary, [tabindex="0"]):not([disabled])',
        ),
      ].filter((one) => {
        const folded = one.closest('details:not([open])');
        const shown = folded === null || one.parentElement === folded;
        return shown && one.getClientRects().length > 0 && one.tabIndex >= 0;
      });
      // A group of radio buttons is one stop.
      const groups = new Set<string>();
      return all.filter((one) => {
        if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
        if (groups.has(one.name)) return false;
        groups.add(one.name);
        return true;
      }).length;
    });
    await page.evaluate(() => (document.querySelector('main') as HTMLElement).focus());
    // All of a long page would take minutes and tell nothing more.
    const wanted = Math.min(total, 60);
    let reached = 0;
    for (let i = 0; i < wanted + 5 && reached < wanted; i += 1) {
      await page.keyboard.press('Tab');
      const state = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element?.closest('main')) return null;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return { ring: outlineStyle !== 'none' || boxShadow !== 'none', html: element.outerHTML };
      });
      if (state === null) break;
      expect(state.ring, state.html.slice(0, 200)).toBe(true);
      reached += 1;
    }
    expect(reached).toBe(wanted);
    await tab.close();
  });
});

/** Pages that are tables and words alone. */
const WITHOUT_FIGURES: readonly string[] = [
  'institutions/tpl-331002/',
  'report/',
  'intake/',
  'data/',
];
const WITH_FIGURES = PAGES.filter((path) => !WITHOUT_FIGURES.includes(path));

describe.each(WITH_FIGURES)('the figures of page /%s', (path) => {
  it('are saved as pictures and tables that say what they are', async () => {
    const tab = await site.visit(path, { viewport: { width: 1440, height: 900 } });
    const { page } = tab;
    await hydrated(page);
    await settledText(page);
    await page.locator('[data-figure] [data-disclosure="export"]').first().waitFor();
    const figures = page.locator('[data-figure]:has([data-disclosure="export"])');
    expect(await figures.count()).toBeGreaterThan(0);
    for (let i = 0; i < (await figures.count()); i += 1) {
      const figure = figures.nth(i);
      const mark = (await figure.locator('.source strong').textContent()) ?? '';
      await figure.locator('[data-disclosure="export"]').click();
      for (const kind of ['svg', 'csv']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          figure.locator(`[data-export="${kind}"]`).click(),
        ]);
        const text = bare(readFileSync(await download.path(), 'utf8'));
        expect(text, kind).not.toMatch(/>NaN<|,NaN|undefined|\[object/);
        expect(text, kind).toContain(bare('数据来源'));
        if (!mark.startsWith(messagesFor('zh').layer.reported))
          expect(text, kind).toContain(bare(mark.split(' · ')[0] ?? ''));
      }
      await page.keyboard.press('Escape');
    }
    tab.recorder.assertClean();
    await tab.close();
  });
});
