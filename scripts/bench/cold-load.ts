import type { Browser, Page } from 'playwright';

/** What one visit with empty caches took; milliseconds since the navigation began. */
export interface ColdLoad {
  readable: number;
  /** Bytes on the wire until then. */
  readableBytes: number;
  hydrated: number;
  /** The TypeScript engine has loaded and checked the data. */
  engineReady: number;
  /** When the first filter result was painted, its filter being used as soon as it could be. */
  firstFilter: number;
  duckDbReady: number;
  /** Time of each later filter change until it was painted. */
  changes: number[];
}

interface Probe {
  readable: Promise<number>;
  bytesBy: (time: number) => number;
  firstFilter: () => Promise<{ at: number; took: number }>;
  filterChanges: (count: number) => Promise<number[]>;
  markAt: (name: string) => Promise<number>;
}

const PROBE = 'scripts/bench/probe.js';
const PATIENCE_MS = 60_000;

declare const bench: Probe;

async function inColdPage<T>(browser: Browser, url: string, use: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    await context.addInitScript({ path: PROBE });
    const page = await context.newPage();
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds until a page shows a ready table; for the empty page to compare with. */
export function timeToReadable(browser: Browser, url: string): Promise<number> {
  return inColdPage(browser, url, (page) => page.evaluate(() => bench.readable));
}

/** One visit from empty caches to `changes` filter changes with DuckDB running. */
export function coldLoad(browser: Browser, url: string, changes: number): Promise<ColdLoad> {
  return inColdPage(browser, url, async (page) => {
    const first = await page.evaluate(() => bench.firstFilter());
    const mark = (name: string): Promise<number> => page.evaluate((n) => bench.markAt(n), name);
    const readable = await page.evaluate(() => bench.readable);
    return {
      readable,
      readableBytes: await page.evaluate((time) => bench.bytesBy(time), readable),
      hydrated: await mark('hengjian:hydrated'),
      engineReady: await mark('hengjian:engine-ready'),
      firstFilter: first.at,
      duckDbReady: await mark('hengjian:duckdb-ready'),
      changes: await page.evaluate((count) => bench.filterChanges(count), changes),
    };
  });
}
