import { describe, expect, it } from 'vitest';
import { bare, printed } from './lib/pages.ts';
import { hydrated, useSite } from './lib/site.ts';

const site = useSite();

// The longest ones: ranked with a gap, code changed, unranked with many gaps, a city's own, empty.
const IDS = ['syn-990302', 'syn-990122', 'syn-990282', 'syn-990100', 'tpl-331083'];
const CASES = IDS.flatMap((id) => [`institutions/${id}/`, `en/institutions/${id}/`]);

describe.each(CASES)('%s', (path) => {
  it('prints on one sheet of A4, with its name and what its numbers are', async () => {
    const tab = await site.visit(path);
    await hydrated(tab.page);
    await tab.page.locator('[data-profile][data-state="ready"]').waitFor();
    const name = (await tab.page.locator('h1').textContent()) ?? '';
    const mark = (await tab.page.locator('[data-layer-mark] strong').textContent()) ?? '';
    const { sheets, text } = await printed(tab.page);
    expect(sheets).toBe(1);
    expect(bare(text)).toContain(bare(name));
    expect(bare(text)).toContain(bare(mark));
    await tab.close();
  });
});
