import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { MemoryStore } from '#lib/figure/tray/testing/memory-store.ts';
import { sampleKept } from '#lib/figure/tray/testing/sample-kept.ts';
import { Tray } from '#lib/figure/tray/tray.svelte.ts';
import { collectionMessages } from '#lib/i18n/views/collection.ts';
import { trayMessages } from '#lib/i18n/views/tray.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import '#lib/ui/base.css';
import Collection from './Collection.svelte';

const manifest = {
  edition: { id: '2025' },
  editions: [{ id: '2025', period: '2025' }],
  schemes: [{ id: 'six', version: '1', sha256: 'hash' }],
  files: [],
} as unknown as Manifest;

const columns = Array.from({ length: 12 }, (_, i) => `列 ${i + 1}`);
const FIGURES = [
  sampleKept('甲'),
  sampleKept('乙', { sheet: () => ({ columns, rows: [columns] }) }),
  sampleKept('丙', { locale: 'en', layer: 'reported' }),
];
const titleOf = (name: string) => `${name}省县级机构排名`;

async function show(locale: Locale = 'zh', figures = FIGURES) {
  const store = new MemoryStore();
  const tray = new Tray(() => undefined, store);
  for (const figure of figures) await tray.add(figure);
  await tray.open();
  await render(Collection, {
    locale,
    manifest,
    tray,
    pageOf: (path: string, search: string) => ({ label: '排名', href: path + search }),
    startHref: '/',
  });
  return { tray, store };
}

const w = trayMessages('zh');
const titles = () =>
  Array.from(document.querySelectorAll('[data-tray-item] h3'), ({ textContent }) =>
    (textContent ?? '').replace(/^\d+/, ''),
  );
const said = () => document.querySelector('[data-tray-said]')?.textContent;
const item = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: titleOf(name) }) });

describe('the collected figures', () => {
  it('show what they are, where they are from, and what has changed since', async () => {
    await show();
    expect(titles()).toEqual(['甲', '乙', '丙'].map(titleOf));
    await expect
      .element(item('甲').getByRole('img', { name: w.picture(titleOf('甲')) }))
      .toBeVisible();
    const picture = document.querySelector('img');
    await expect.poll(() => picture?.naturalWidth).toBeGreaterThan(100);
    await expect.element(item('甲').getByText('示例数据', { exact: true })).toBeVisible();
    await expect.element(item('丙').getByText(w.notes.language)).toBeVisible();
    await expect
      .element(item('甲').getByRole('link', { name: w.back('排名') }))
      .toHaveAttribute('href', '/');
  });

  it('are moved with buttons that keep the focus, and it is said', async () => {
    const { store } = await show();
    await page.getByRole('button', { name: w.downOf(titleOf('甲')) }).click();
    await expect.poll(titles).toEqual(['乙', '甲', '丙'].map(titleOf));
    expect(said()).toBe(w.movedTo(titleOf('甲'), 2, 3));
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe(w.downOf(titleOf('甲')));
    await userEvent.keyboard('{Enter}');
    await expect.poll(titles).toEqual(['乙', '丙', '甲'].map(titleOf));
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toBe(w.last);
    expect(store.kept.entries.map(({ id }) => id)).toEqual([1, 2, 0].map((i) => FIGURES[i]?.id));
  });

  it('are drawn to another place', async () => {
    await show();
    const handle = document.querySelector<HTMLElement>('[data-tray-handle]')!;
    vi.spyOn(handle, 'setPointerCapture').mockImplementation(() => undefined);
    const { top } = handle.getBoundingClientRect();
    const last = document.querySelectorAll('[data-tray-item]')[2]!.getBoundingClientRect();
    const send = (type: string, clientY: number) =>
      handle.dispatchEvent(new PointerEvent(type, { clientY, button: 0, bubbles: true }));
    send('pointerdown', top + 5);
    send('pointermove', last.bottom - 5);
    await expect.poll(() => document.querySelector('.after') !== null).toBe(true);
    send('pointerup', last.bottom - 5);
    await expect.poll(titles).toEqual(['乙', '丙', '甲'].map(titleOf));
    expect(document.querySelector('.held, .before, .after')).toBeNull();
  });

  it('are removed and put back, one or all', async () => {
    await show();
    await page.getByRole('button', { name: w.removeOf(titleOf('乙')) }).click();
    await expect.poll(titles).toEqual(['甲', '丙'].map(titleOf));
    expect(said()).toBe(w.removed(1));
    await expect.element(page.getByRole('button', { name: w.undo })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(titles).toEqual(['甲', '乙', '丙'].map(titleOf));
    await page.getByRole('button', { name: w.clear }).click();
    await expect.element(page.getByText(w.emptyTitle)).toBeVisible();
    await page.getByRole('button', { name: w.undo }).click();
    await expect.poll(titles).toEqual(['甲', '乙', '丙'].map(titleOf));
  });

  it('take words, and give back their own', async () => {
    const { store } = await show();
    const caption = item('甲').getByLabelText(w.caption.figure);
    await caption.fill('<b>自己的图注</b>');
    await item('甲').getByLabelText(w.paragraph).fill('先说一句。');
    expect(store.kept.entries[0]).toMatchObject({
      caption: '<b>自己的图注</b>',
      paragraph: '先说一句。',
    });
    await item('甲').getByRole('button', { name: w.resetCaption }).click();
    await expect.element(caption).toHaveValue(FIGURES[0]!.caption);
    await page.getByLabelText(w.title).fill('季度例会');
    expect(store.kept.title).toBe('季度例会');
    await page.getByRole('button', { name: w.resetTitle }).click();
    await expect.element(page.getByLabelText(w.title)).toHaveValue(collectionMessages('zh').title);
  });

  it('show a table with the columns that are wanted, at least one', async () => {
    const { store } = await show();
    const table = item('乙');
    await table.getByRole('radio', { name: w.parts.table, exact: true }).click();
    await expect.element(table.getByText(w.columns(12, 7))).toBeVisible();
    for (const i of [8, 9]) await table.getByRole('checkbox', { name: `列 ${i}` }).click();
    await expect.element(table.getByText(w.narrow)).toBeVisible();
    for (let i = 9; i > 1; i -= 1)
      await table.getByRole('checkbox', { name: `列 ${i}`, exact: true }).click();
    const first = table.getByRole('checkbox', { name: '列 1', exact: true });
    await first.click();
    await expect.element(table.getByText(w.lastColumn)).toBeVisible();
    await expect.element(first).toBeChecked();
    expect(store.kept.entries[1]).toMatchObject({ part: 'table', columns: [0] });
  });

  it('are said to be held by this tab only, where the browser keeps nothing', async () => {
    const { tray, store } = await show();
    store.fault = 'full';
    await tray.rename('题');
    await expect.element(page.getByText(w.unkept.full)).toBeVisible();
  });

  it('are read in English, on a phone, without a page that scrolls sideways', async () => {
    await page.viewport(360, 800);
    await show('en');
    const en = trayMessages('en');
    await expect.element(page.getByLabelText(en.title)).toHaveValue(collectionMessages('en').title);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    for (const button of document.querySelectorAll('button, .choice'))
      expect(button.getBoundingClientRect().height, button.outerHTML).toBeGreaterThanOrEqual(44);
    await page.viewport(1024, 768);
  });
});
