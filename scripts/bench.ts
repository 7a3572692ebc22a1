import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { coldLoad, timeToReadable } from './bench/cold-load.ts';
import type { ColdLoad } from './bench/cold-load.ts';
import { report, surroundings } from './bench/report.ts';
import { buildSite, isUpToDate } from './lib/build-site.ts';
import { ensureBrowser } from './lib/ensure-browser.ts';
import { close, listen } from './lib/ports.ts';
import { siteServer } from './lib/static-server.ts';

const ROUNDS = 5;
const CHANGES = 40;
const EMPTY_PAGE =
  '<!doctype html><title>empty</title><table data-ranking data-state="ready"><tr><td>1</table>';

/** Serves a folder while `use` runs. */
async function withServer<T>(dir: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = siteServer({ dir });
  const port = await listen(server, 0, '127.0.0.1');
  try {
    return await use(`http://127.0.0.1:${port}/`);
  } finally {
    await close(server);
  }
}

async function measureEmptyPage(browser: Browser): Promise<number[]> {
  const dir = mkdtempSync(join(tmpdir(), 'hengjian-bench-'));
  writeFileSync(join(dir, 'index.html'), EMPTY_PAGE);
  try {
    return await withServer(dir, async (url) => {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) times.push(await timeToReadable(browser, url));
      return times;
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function main(): Promise<void> {
  if (!isUpToDate() && !(await buildSite())) throw new Error('the build failed, see above');
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    const emptyPage = await measureEmptyPage(browser);
    const loads = await withServer('build', async (url) => {
      const done: ColdLoad[] = [];
      for (let i = 0; i < ROUNDS; i += 1) done.push(await coldLoad(browser, url, CHANGES));
      return done;
    });
    console.log(`\n${surroundings(browser.version())}`);
    console.log(report(loads, emptyPage));
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
