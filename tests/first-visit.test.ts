import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe.each(['', 'en/'])('a first visit to %j', (route) => {
  it(`has the ranking readable for at most ${BUDGET / 1000} kB`, async () => {
    // Scripts off: what is fetched is what the document itself names, preloads included, and the
    // ranking stands in it. Scripts that run later can only add to this after it is readable.
    const tab = await site.visit(route, { javaScriptEnabled: false });
    await tab.page.waitForLoadState('networkidle');
    expect(await tab.page.locator('[data-ranking] tbody tr').count()).toBeGreaterThan(10);
    const { requests } = tab.recorder;
    expect(requests.filter(isHeavy)).toEqual([]);
    expect(await tab.recorder.bytes(), requests.join('\n')).toBeLessThanOrEqual(BUDGET);
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
