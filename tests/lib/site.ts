import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import type { Tab, TestBrowser, View } from './browser.ts';
import { startTestServer } from './static-server.ts';
import type { TestServer } from './static-server.ts';

export const BUILD = 'build';

/** Browser and server of one test file, on the built site under its sub-path. */
export interface Site {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  /** Opens a tab and goes to a path of the site. */
  visit(path?: string, view?: View): Promise<Tab>;
}

/** Starts browser and server before the tests of a file and stops them after. */
export function useSite(root = BUILD): Site {
  let server: TestServer | undefined;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    if (!existsSync(join(root, 'index.html')))
      throw new Error('There is no built site: run `npm run build` first.');
    server = await startTestServer({ root });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const started = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('used before the tests have started');
    return thing;
  };
  return {
    get server() {
      return started(server);
    },
    get browser() {
      return started(browser);
    },
    async visit(path = '', view = {}) {
      const tab = await started(browser).open(started(server).origin, view);
      await tab.page.goto(started(server).url(path));
      return tab;
    },
  };
}

/** All files of the built site, as paths inside it with forward slashes. */
export function builtFiles(root = BUILD): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Addresses of all prerendered pages: `''`, `en/`, … */
export const routes = (): string[] =>
  builtFiles()
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''));

export const hydrated = (page: Page): Promise<void> =>
  page.locator('html[data-hydrated="true"]').waitFor();

/** Waits until the ranking has been computed in the page, by the engine named or by any. */
export async function computed(page: Page, engine?: 'typescript' | 'duckdb-wasm'): Promise<void> {
  const by = engine ? `[data-engine="${engine}"]` : ':not([data-engine="prerendered"])';
  await page.locator(`[data-ranking][data-state="ready"]${by}`).waitFor();
}

/** The select of the filter row with that label. */
export const filter = (page: Page, label: string): Locator =>
  page.locator('[data-filters]').getByRole('combobox', { name: label, exact: true });

/** The ranking as text, row by row, as a reader sees it. */
export function rankingRows(page: Page): Promise<string[][]> {
  return page
    .locator('[data-ranking] tbody > tr[data-unit]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('.rank, .name, .score, .change, .band')].map((cell) =>
          (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
}
