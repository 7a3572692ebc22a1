import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILD, builtFiles, computed, useSite } from './lib/site.ts';

const site = useSite();

/** What may be transferred until the ranking can be read: with brotli, headers included. */
const UNTIL_READABLE = 80_000;

/** What may be transferred until filters can be used; data and engines come after that. */
const UNTIL_USABLE = 136_000;

/** Files that nobody needs in order to read the ranking. */
const chartLibrary = builtFiles().filter(
  (file) => file.endsWith('.js') && readFileSync(join(BUILD, file), 'utf8').includes('_ec_inner'),
);
const isHeavy = (url: string): boolean =>
  /\.(wasm|parquet)$|duckdb/.test(url) || chartLibrary.some((file) => url.endsWith(file));

describe.each(['', 'en/'])('a first visit to %j', (route) => {
  it(`has the ranking readable after at most ${UNTIL_READABLE / 1000} kB`, async () => {
    // Scripts off: what is fetched is what the document names, and the ranking stands in it.
    const tab = await site.visit(route, { javaScriptEnabled: false });
    await tab.page.waitForLoadState('networkidle');
    expect(await tab.page.locator('[data-ranking] tbody tr').count()).toBeGreaterThan(10);
    expect(await tab.recorder.bytes()).toBeLessThanOrEqual(UNTIL_READABLE);
    // Every one of these bytes was counted, and none belongs to a script.
    expect(tab.recorder.requests.filter((url) => /\.js$/.test(url) || isHeavy(url))).toEqual([]);
    await tab.close();
  });

  it(`takes input after at most ${UNTIL_USABLE / 1000} kB`, async () => {
    const tab = await site.visit(route);
    await computed(tab.page);
    const early = await tab.page.evaluate(() => {
      const usable = performance.getEntriesByName('hengjian:hydrated')[0]?.startTime ?? 0;
      return [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ]
        .filter(({ startTime }) => startTime < usable)
        .map((entry) => (entry as PerformanceResourceTiming).transferSize);
    });
    expect(early.length).toBeGreaterThan(5);
    expect(early.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(UNTIL_USABLE);
    await tab.close();
  });

  it('asks for data, wasm and the chart library only after the first paint', async () => {
    const tab = await site.visit(route);
    await computed(tab.page, 'duckdb-wasm');
    await tab.page.locator('[data-drawn="true"]').waitFor();
    const { painted, requested } = await tab.page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      requested: performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => ({ name, startTime })),
    }));
    expect(painted).toBeGreaterThan(0);
    const heavy = requested.filter(({ name }) => isHeavy(name));
    expect(heavy.length).toBeGreaterThan(3);
    for (const { name, startTime } of heavy) expect(startTime, name).toBeGreaterThan(painted);
    await tab.close();
  });
});

it('the chart library is in files of its own', () => {
  expect(chartLibrary.length).toBeGreaterThan(0);
});
