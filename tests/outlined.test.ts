import { readFileSync } from 'node:fs';
import type { Tab } from './lib/browser.ts';
import { describe, expect, it } from 'vitest';
import { builtFiles, computed, useSite } from './lib/site.ts';

const site = useSite();

const fonts = ({ recorder }: Tab) => recorder.requests.filter((url) => url.endsWith('.woff'));

async function saved({ page }: Tab, kind: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-export="${kind}"]`).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe.each(['', 'en/'])('a picture with its text as outlines, from %j', (route) => {
  it('has all words as outlines, of a font fetched from the site when it was asked for', async () => {
    const tab = await site.visit(route);
    await computed(tab.page, 'duckdb-wasm');
    await tab.page.locator('[data-drawn="true"]').waitFor();
    await tab.page.locator('[data-disclosure="export"]').click();
    const text = await saved(tab, 'svg');
    expect(fonts(tab)).toEqual([]);

    const outlined = await saved(tab, 'svg-outline');
    expect(fonts(tab).length).toBeGreaterThan(2);
    expect(fonts(tab).length).toBeLessThan(60);
    const count = text.split('<text').length - 1;
    expect(count).toBeGreaterThan(50);
    expect(outlined.split(' aria-label="').length - 1).toBe(count);
    expect(outlined).not.toContain('<text');
    for (const part of ['title', 'desc', 'metadata']) {
      const element = new RegExp(`<${part}[^]*</${part}>`, 'u');
      expect(element.exec(outlined)?.[0]).toBe(element.exec(text)?.[0]);
    }
    tab.recorder.assertClean();
    await tab.close();
  });
});

it('the font is in the site in both weights, as files that can be fetched', () => {
  const files = builtFiles().filter((file) => file.endsWith('.woff'));
  for (const weight of [400, 600])
    expect(files.filter((file) => file.includes(`-${weight}-normal.`))).toHaveLength(101);
});
