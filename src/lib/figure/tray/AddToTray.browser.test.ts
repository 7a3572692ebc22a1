import { setContext } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { trayMessages } from '#lib/i18n/views/tray.ts';
import '#lib/ui/base.css';
import AddToTray from './AddToTray.svelte';
import { EMPTY } from './list.ts';
import { setTrayPlace, TrayPlace } from './place.svelte.ts';
import { browserStore } from './store.ts';
import { sampleSubject } from './testing/sample-kept.ts';
import type { FigureSubject } from '../subject.ts';

const w = trayMessages('zh');

beforeEach(async () => {
  localStorage.clear();
  await browserStore.write(() => EMPTY, new Map());
});

/** A page with a tray, as the layout makes it. */
async function show(subject: FigureSubject, place: TrayPlace | null) {
  type Host = Parameters<typeof render<typeof AddToTray>>[0];
  const Host = ((...args: Parameters<typeof AddToTray>) => {
    if (place) setTrayPlace(place);
    else setContext('none', null);
    return AddToTray(...args);
  }) as Host;
  await render(Host, { subject });
}
const add = () => page.getByRole('button', { name: w.add });
const message = () => page.getByRole('status');

describe('adding a figure to the tray', () => {
  it('says how many there are and leads to them, and adds none twice', async () => {
    const place = new TrayPlace(() => '/report/?template=collection');
    await show(sampleSubject('甲'), place);
    await add().click();
    await expect.element(message()).toHaveTextContent(w.added(1));
    await expect
      .element(page.getByRole('link', { name: w.open }))
      .toHaveAttribute('href', '/report/?template=collection');
    await add().click();
    await expect.element(message()).toHaveTextContent(w.there(1));
    expect(place.count).toBe(1);
    const { entries } = await browserStore.list();
    expect(entries.map(({ caption }) => caption)).toEqual([
      '甲省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
    ]);
    const [kept] = (await browserStore.figures(entries.map(({ id }) => id))).values();
    expect(kept?.provenance['page']).toBe(location.pathname);
  });

  it('refuses a figure that is too large, and says so', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => [i, ' '.repeat(80)]);
    const place = new TrayPlace(() => '');
    await show(sampleSubject('甲', { sheet: () => ({ columns: ['1', '2'], rows }) }), place);
    await add().click();
    await expect.element(message()).toHaveTextContent(w.tooLarge);
    expect(place.count).toBe(0);
  });

  it('says that a figure could not be drawn', async () => {
    const chart = () => {
      throw new Error('no chart');
    };
    await show(sampleSubject('甲', { chart }), new TrayPlace(() => ''));
    await add().click();
    await expect.element(message()).toHaveTextContent(w.failed);
  });

  it('is not offered where no page holds the tray', async () => {
    await show(sampleSubject('甲'), null);
    await expect.element(add()).not.toBeInTheDocument();
  });
});
