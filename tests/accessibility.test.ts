import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { PAGES, settledText } from './lib/pages.ts';
import { computed, hydrated, useSite } from './lib/site.ts';

const site = useSite();

/** Every page in Chinese on a phone and a desk, in English between them; light and dark by turns. */
const CASES = PAGES.flatMap((path, i) => {
  const [first, second] = i % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  return [
    { path, width: 360, colorScheme: first },
    { path, width: 1440, colorScheme: second },
    { path: `en/${path}`, width: 1024, colorScheme: first },
  ];
});

describe.each(CASES)(
  'page /$path, $colorScheme, $width px wide',
  ({ path, colorScheme, width }) => {
    it('has no violation that axe can find, and no sideways scrolling', async () => {
      const viewport = { width, height: 800 };
      const tab = await site.visit(path, { colorScheme, viewport, reducedMotion: 'reduce' });
      const { page } = tab;
      await hydrated(page);
      const expander = page.locator('[data-ranking] button[aria-expanded]').first();
      if ((await expander.count()) > 0) {
        await computed(page);
        await expander.click();
        await page.locator('[data-detail]').waitFor();
      }
      await settledText(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
      expect(found).toEqual([]);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(width);
      await tab.close();
    });
  },
);

describe('on a phone', () => {
  it('every control is at least 44 px high, and DuckDB is not fetched unasked', async () => {
    const tab = await site.visit('', { viewport: { width: 360, height: 640 }, hasTouch: true });
    const { page } = tab;
    await computed(page);
    const small = await page
      .locator('main :is(button, select, input):visible')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML),
      );
    expect(small).toEqual([]);
    await page.waitForLoadState('networkidle');
    expect(tab.recorder.requests.filter((url) => url.endsWith('.wasm'))).toEqual([]);
    await tab.close();
  });
});

describe('with the keyboard alone', () => {
  it('every control of the filter row is reached in order and shows its focus', async () => {
    const tab = await site.visit();
    const { page } = tab;
    await computed(page);
    const total = await page.locator('[data-filters] :is(select, input):not([disabled])').count();
    const reached: string[] = [];
    for (let i = 0; i < 40 && reached.length < total; i += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const inside = element?.matches('[data-filters] :is(select, input)') ?? false;
        const style = element ? getComputedStyle(element) : null;
        const ring = style?.outlineStyle !== 'none' || style.boxShadow !== 'none';
        return inside ? { label: element?.closest('label')?.textContent ?? '', ring } : null;
      });
      if (focus === null) continue;
      expect(focus.ring, focus.label).toBe(true);
      reached.push(focus.label);
    }
    expect(reached).toHaveLength(total);
    await tab.close();
  });
});
