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

/** A table as a clerk has it: title, unit line, two header rows, hedges, a total and one slip. */
const TABLE = `示例一市计量技术机构2025年统计表,,,,
填报单位：示例一市市场监督管理局,,,,
序号,机构名称,强制检定,产业计量服务,
,,项目数(项),服务企业数(家),培训企业人员(人次)
1,甲县计量检定测试所,26,"1,203",４１０
2,乙县计量检定测试所,23项,约980,395
3,丙 县,20,860余,两百一十
4,丁区,十九,0.07万,3 60
,合计,88,,
注：数据截至2025年12月31日。,,,,
`;

async function saveImport(browser: Browser, address: string, path: string) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1320 },
    colorScheme: 'light',
    locale: 'zh-CN',
  });
  await page.goto(address);
  await page.locator('html[data-hydrated]').waitFor();
  const buffer = Buffer.from(TABLE);
  await page
    .locator('main input[type="file"]')
    .first()
    .setInputFiles({ name: '2025年报.csv', mimeType: 'text/csv', buffer });
  await page.locator('[data-import-counts]').waitFor();
  await page.locator('[data-preview] tbody tr').first().waitFor();
  await page.screenshot({ path });
}

async function saveFigure(page: Page, path: string) {
  await page.locator('[data-disclosure="export"]').click();
  const download = page.waitForEvent('download');
  await page.locator('[data-export="png-1"]').click();
  await (await download).saveAs(path);
}

/** Puts figures of three pages into the report tray and shows it. */
async function saveTray(browser: Browser, url: string, path: string) {
  const page = await openPage(browser, url, 1440, 1120);
  for (const from of ['', 'compare/', 'trends/']) {
    await page.goto(url + from);
    await page.locator('[data-disclosure="export"]').first().click();
    await page.locator('[data-tray-add]').first().click();
    await page.locator('[data-tray-open]').first().waitFor();
  }
  await page.goto(`${url}report/?template=collection`);
  await page.locator('[data-tray-item] img').nth(2).waitFor();
  await page.screenshot({ path });
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
  await saveImport(browser, `${url}intake/`, join(FOLDER, 'intake.png'));
  await saveTray(browser, url, join(FOLDER, 'tray.png'));
  const phone = await openPage(browser, url, 360, 740);
  await phone.screenshot({ path: join(FOLDER, 'phone.png') });
} finally {
  await browser.close();
  await close(server);
}
