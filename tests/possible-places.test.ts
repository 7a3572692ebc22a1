import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { rankingDefaults } from '#lib/state/ranking-view.ts';
import { simulatePlaces } from '#lib/state/server/places.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { computed, useSite } from './lib/site.ts';

const site = useSite();

/** Possible places as shown, by institution. */
const shown = async (page: Page): Promise<Record<string, string>> => {
  const cells = await page
    .locator('[data-ranking] tr[data-unit]')
    .evaluateAll((rows) =>
      rows.map((row): [string, string] => [
        row.getAttribute('data-unit') ?? '',
        row.querySelector('[data-possible] .words')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(cells);
};

/** The same, worked out here in Node. */
async function expected(part: { period?: string; city?: string }) {
  const { manifest, schemes } = await readSite();
  const view = { ...rankingDefaults(manifest, schemes), ...part };
  const { dataset, scheme } = await scoreLayer(view.layer, view.scheme);
  return Object.fromEntries(
    [...(simulatePlaces(dataset, scheme, view) ?? [])].map(([unit, { from, to }]) => [
      unit,
      from === to ? `${from}` : `${from}–${to}`,
    ]),
  );
}

describe('possible places', () => {
  it('of the default view are there before any script, and stay', async () => {
    const tab = await site.browser.open(site.server.origin, { javaScriptEnabled: false });
    await tab.page.goto(site.server.url(''));
    const prerendered = await shown(tab.page);
    await tab.close();
    expect(prerendered).toEqual(await expected({}));

    const alive = await site.visit();
    await computed(alive.page);
    expect(await shown(alive.page)).toEqual(prerendered);
    await alive.close();
  });

  it('of any other view are simulated in the browser, to the same numbers as in Node', async () => {
    const tab = await site.visit('?year=2023');
    await expect
      .poll(() => shown(tab.page), { timeout: 30_000 })
      .toEqual(await expected({ period: '2023' }));
    tab.recorder.assertClean();
    await tab.close();
  });

  it('are places within the city where one is chosen', async () => {
    const tab = await site.visit('?city=990100');
    await expect
      .poll(() => shown(tab.page), { timeout: 30_000 })
      .toEqual(await expected({ city: '990100' }));
    await tab.close();
  });

  it('are simulated in the page where the worker cannot be had', async () => {
    site.server.setFaults([{ match: /\/_app\/immutable\/workers\//, status: 404 }]);
    const tab = await site.visit('?year=2022');
    await expect
      .poll(() => shown(tab.page), { timeout: 30_000 })
      .toEqual(await expected({ period: '2022' }));
    await tab.close();
    site.server.setFaults([]);
  });
});
