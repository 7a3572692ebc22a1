import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { readProvenance } from '#lib/export/read-provenance.ts';
import { hydrated, useSite } from './lib/site.ts';

const site = useSite();

/** Twenty views with a figure, on every kind of page that has one, in both languages. */
const VIEWS = [
  '',
  '?year=2023&city=990100',
  '?level=city',
  '?year=2024&scheme=core3',
  'en/?year=2022&sort=name',
  'compare/',
  'compare/?year=2024&pick=syn-990121%2Csyn-990123',
  'compare/?city=990200&scheme=core3',
  'en/compare/?year=2023',
  'trends/',
  'trends/?city=990100&scheme=core3',
  'en/trends/?level=city',
  'institutions/',
  'institutions/syn-990121/?year=2024',
  'en/institutions/syn-990123/',
  'targets/',
  'method/?year=2024',
  'map/?year=2023',
  'en/map/?level=city',
  'timeline/',
] as const;

async function exported(page: Page, kind: 'svg' | 'png-1'): Promise<Buffer> {
  const menu = page.locator('[data-disclosure="export"]').first();
  await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-export="${kind}"]`).first().click(),
  ]);
  return readFileSync(await download.path());
}

const below = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname.slice(new URL(site.server.url('')).pathname.length) + search;
};

const hand = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('[data-picture-input]').setInputFiles({
    name,
    mimeType: name.endsWith('svg') ? 'image/svg+xml' : 'image/png',
    buffer,
  });

const told = (page: Page) => page.locator('[data-picture-return]');

describe('a picture that is handed back', () => {
  it.each(VIEWS.map((view, i) => ({ view, kind: i % 3 === 0 ? 'png-1' : 'svg' }) as const))(
    'leads to the view it shows: /$view ($kind)',
    async ({ view, kind }) => {
      const tab = await site.visit(view);
      const { page } = tab;
      await hydrated(page);
      // The page may write its address anew; what it is then is what the picture remembers.
      await expect.poll(() => page.locator('h1').count()).toBe(1);
      const picture = await exported(page, kind);
      const address = below(page.url());
      expect(readProvenance(new Uint8Array(picture))).not.toBeNull();

      await page.goto(site.server.url('data/'));
      await hydrated(page);
      await hand(page, kind === 'svg' ? 'a.svg' : 'a.png', picture);
      await expect.poll(() => below(page.url())).toBe(address);
      const words = await told(page).innerText();
      expect(words).toMatch(address.startsWith('en/') ? /edition 2025\), unchanged/ : /2025 版）/);
      tab.recorder.assertClean();
      await tab.close();
    },
  );

  it('names an edition that this site does not have, and other data and schemes', async () => {
    const tab = await site.visit('map/');
    const { page } = tab;
    await hydrated(page);
    const svg = (await exported(page, 'svg')).toString('utf8');
    const other = svg
      .replace('edition&quot;:&quot;2025', 'edition&quot;:&quot;2019')
      .replace(/schemeHash&quot;:&quot;\w{4}/, 'schemeHash&quot;:&quot;0000')
      .replace(/data&quot;:&quot;\w{4}/, 'data&quot;:&quot;0000');
    expect(other).not.toBe(svg);
    await page.goto(site.server.url(''));
    await hydrated(page);
    await hand(page, 'old.svg', Buffer.from(other));
    await expect.poll(() => told(page).innerText()).toContain('2019');
    const words = await told(page).innerText();
    expect(words).toContain('本站没有这一版');
    expect(words).toContain('方案');
    expect(words).toContain('数据已经更新');
    await expect.poll(() => below(page.url())).toMatch(/^map\/\?.*year=2019/);
    await tab.close();
  });

  it('says which weights and which simulation it was made with, where those are others now', async () => {
    const tab = await site.visit('');
    const { page } = tab;
    await hydrated(page);
    const svg = (await exported(page, 'svg')).toString('utf8');
    const record = readProvenance(new TextEncoder().encode(svg));
    expect(record).toMatchObject({ weights: expect.stringMatching(/^T1:1,TZ1:1,/u) as string });
    expect(record?.['seed']).toMatch(/^\d+$/u);
    expect(JSON.stringify(record).length).toBeLessThan(10_000);
    const other = svg
      .replace('&quot;T1:1,', '&quot;T1:3,')
      .replace(/(seed&quot;:&quot;)\d+/u, '$142');
    await page.goto(site.server.url('data/'));
    await hydrated(page);
    await hand(page, 'trial.svg', Buffer.from(other));
    await expect.poll(() => told(page).innerText()).toContain('图片为 3，现为 1');
    expect(await told(page).innerText()).toContain('随机种子 42、');
    // Pictures of earlier days have no such record, and lead back without a word of it.
    const old = svg.replace(/&quot;(?:weights|seed|replicates)&quot;:&quot;.*?&quot;,/gu, '');
    expect(old).not.toContain('seed&quot;');
    await hand(page, 'old.svg', Buffer.from(old));
    await expect.poll(() => told(page).innerText()).toContain('与导出时相同');
    tab.recorder.assertClean();
    await tab.close();
  });

  it('is taken when it is dropped, and other files are told what they are not', async () => {
    const tab = await site.visit('');
    const { page } = tab;
    await hydrated(page);
    const drop = (name: string, text: string) =>
      page.evaluate(
        ([fileName = '', content = '']) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], fileName));
          const event = { bubbles: true, cancelable: true, dataTransfer };
          document.body.dispatchEvent(new DragEvent('dragover', event));
          document.body.dispatchEvent(new DragEvent('drop', event));
        },
        [name, text],
      );
    await drop('年报.xlsx', 'PK');
    await expect.poll(() => told(page).innerText()).toContain('导入与自查');
    await drop('截图.png', 'not a picture');
    await expect.poll(() => told(page).innerText()).toContain('没有记录');
    await drop('<img src=x onerror=alert(1)>.png', '');
    await expect.poll(() => told(page).innerText()).toContain('<img src=x');
    expect(below(page.url())).toBe('');
    tab.recorder.assertClean();
    await tab.close();
  });
});
