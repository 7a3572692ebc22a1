import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { BUILD, builtFiles, computed, useSite } from './lib/site.ts';

const site = useSite();

/** What a first visit may cost until the ranking can be read, with brotli, headers included. */
const BUDGET = 80_000;

/** Files that nobody needs in order to read the ranking. */
const chartLibrary = builtFiles().filter(
  (file) => file.endsWith('.js') && readFileSync(join(BUILD, file), 'utf8').includes('_ec_inner'),
);
const isHeavy = (url: string): boolean =>
  /\.(wasm|parquet)$|duckdb/.test(url) || chartLibrary.some((file) => url.endsWith(file));

interface Fetched {
  name: string;
  startTime: number;
  transferSize: number;
}

/** The moment of the first paint, and all that the page has fetched, the document included. */
function visitFigures(page: Page): Promise<{ painted: number; fetched: Fetched[] }> {
  return page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    fetched: [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ].map((entry) => {
      const { name, startTime, transferSize } = entry as PerformanceResourceTiming;
      return { name, startTime, transferSize };
    }),
  }));
}

describe.each(['', 'en/'])('a first visit to %j', (route) => {
  it('has the ranking in the document, before any script', async () => {
    const tab = await site.visit(route, { javaScriptEnabled: false });
    await tab.page.waitForLoadState('networkidle');
    expect(await tab.page.locator('[data-ranking] tbody tr').count()).toBeGreaterThan(10);
    expect(tab.recorder.requests.filter(isHeavy)).toEqual([]);
    await tab.close();
  });

  it(`asks for at most ${BUDGET / 1000} kB, and for nothing heavy, until the first paint`, async () => {
    const tab = await site.visit(route);
    await computed(tab.page, 'duckdb-wasm');
    await tab.page.locator('[data-drawn="true"]').waitFor();
    const { painted, fetched } = await visitFigures(tab.page);
    expect(painted).toBeGreaterThan(0);
    expect(fetched.filter(({ name }) => isHeavy(name)).length).toBeGreaterThan(3);
    // Whatever had been asked for by then counts in full, as if it had arrived already.
    const early = fetched.filter(({ startTime }) => startTime < painted);
    expect(early.filter(({ name }) => isHeavy(name))).toEqual([]);
    const bytes = early.reduce((sum, { transferSize }) => sum + transferSize, 0);
    const list = early.map(({ name, transferSize }) => `${transferSize} ${name}`).join('\n');
    expect(bytes, list).toBeLessThanOrEqual(BUDGET);
    await tab.close();
  });
});

it('the chart library is in files of its own', () => {
  expect(chartLibrary.length).toBeGreaterThan(0);
});
