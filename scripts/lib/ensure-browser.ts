import { chromium } from 'playwright';
import { aptInstall } from './apt.ts';
import { findBrowsers } from './find-browser.ts';
import type { FoundBrowser } from './find-browser.ts';
import { runTool } from './run.ts';

/** Says in words why a browser does not start, or undefined when it does. */
async function startFailure({ path }: FoundBrowser): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
    await browser.close();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  }
}

async function firstThatStarts(notes: string[]): Promise<FoundBrowser | undefined> {
  for (const found of findBrowsers()) {
    const failure = await startFailure(found);
    if (failure === undefined) return found;
    notes.push(`${found.path} is there but does not start: ${failure}`);
  }
  return undefined;
}

/** Downloads Playwright's Chromium; gives up when nothing moves for a minute. */
async function download(): Promise<string | undefined> {
  console.log('  playwright install chromium');
  const result = await runTool('playwright', ['install', 'chromium'], {
    quiet: true,
    timeoutMs: 60_000,
    movingWhen: /\d+%/,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  if (result.code === 0) return undefined;
  return result.timedOut ? 'the download did not move for a minute' : 'the download failed';
}

/** Ways to get a browser, in this order; each resolves to what went wrong, or undefined. */
const WAYS: readonly { name: string; get: () => Promise<string | undefined> }[] = [
  { name: 'npx playwright install chromium', get: download },
  { name: "the system's package manager", get: () => aptInstall(['chromium']) },
];

/**
 * A Chromium-family browser that starts: an installed one, else one that we install.
 * Throws an error that tells what was tried and what to install when there is no way.
 */
export async function ensureBrowser(): Promise<FoundBrowser> {
  const notes: string[] = [];
  const present = await firstThatStarts(notes);
  if (present !== undefined) return present;
  const mayInstall = !process.env['HENGJIAN_BROWSER'];
  for (const way of mayInstall ? WAYS : []) {
    const failure = await way.get();
    if (failure !== undefined) notes.push(`${way.name}: ${failure}`);
    const found = failure === undefined ? await firstThatStarts(notes) : undefined;
    if (found !== undefined) return found;
  }
  throw new Error(
    [
      '缺少浏览器:请安装 Chrome、Chromium 或 Edge,或用环境变量 HENGJIAN_BROWSER 指明其路径。',
      'No usable browser: install Chrome, Chromium or Edge, or set HENGJIAN_BROWSER to its path.',
      ...notes.map((note) => `  - ${note}`),
    ].join('\n'),
  );
}
