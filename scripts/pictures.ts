/** Takes the README's pictures from the built site: `npm run pictures`, after a build. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { ensureBrowser } from './lib/ensure-browser.ts';
import { close, listen } from './lib/ports.ts';
import { siteServer } from './lib/static-server.ts';

const FOLDER = join('scripts', 'pictures');

/** Opens a page and waits until its first chart is drawn. */
async function openPage(browser: Browser, url: string, width: number, height: number) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: 'light',
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.locator('[data-figure][data-drawn="true"]').first().waitFor();
  return page;
}

async function saveFigure(page: Page, path: string) {
  await page.locator('[data-disclosure="export"]').click();
  const download = page.waitForEvent('download');
  await page.locator('[data-export="png-1"]').click();
  await (await download).saveAs(path);
}

const { path: executablePath } = await ensureBrowser();
const server = siteServer({ dir: 'build' });
const url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  mkdirSync(FOLDER, { recursive: true });
  const wide = await openPage(browser, url, 1440, 960);
  await wide.locator('[data-ranking][data-engine="duckdb-wasm"]').waitFor();
  await wide.screenshot({ path: join(FOLDER, 'ranking.png') });
  await wide.locator('[data-ranking] tbody tr').nth(1).getByRole('button').click();
  await wide.locator('[data-detail]').waitFor();
  await wide.screenshot({ path: join(FOLDER, 'detail.png') });
  await saveFigure(wide, join(FOLDER, 'figure.png'));
  for (const name of ['compare', 'trends'])
    await (
      await openPage(browser, `${url}${name}/`, 1440, 1000)
    ).screenshot({ path: join(FOLDER, `${name}.png`) });
  const phone = await openPage(browser, url, 360, 740);
  await phone.screenshot({ path: join(FOLDER, 'phone.png') });
} finally {
  await browser.close();
  await close(server);
}
