import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inStore } from '#lib/storage/database.ts';
import { added, EMPTY, removed, type TrayEntry } from './list.ts';
import { TrayPlace } from './place.svelte.ts';
import { browserStore } from './store.ts';
import { sampleKept } from './testing/sample-kept.ts';
import { Tray } from './tray.svelte.ts';

const A = sampleKept('甲');
const B = { ...A, id: 'b', caption: '乙' };
const entryOf = ({ id, caption, paragraph, part, columns }: typeof A): TrayEntry => ({
  ...{ id, caption, paragraph, part, columns },
});
const of = (...figures: (typeof A)[]) => new Map(figures.map((one) => [one.id, one]));

beforeEach(async () => {
  localStorage.clear();
  await browserStore.write(() => EMPTY, new Map());
});

/** Writes something as another version of the site might have. */
const plant = (key: string, record: unknown) =>
  inStore('hengjian-tray', 'tray', 'readwrite', (store) => {
    store.put(record, key);
    return Promise.resolve();
  });

describe('the store of the tray', () => {
  it('gives back what was kept, and lets go of what is out of the list', async () => {
    expect(await browserStore.list()).toEqual(EMPTY);
    await browserStore.write(added(entryOf(A)), of(A));
    const list = await browserStore.write(added(entryOf(B)), of(B));
    expect(await browserStore.list()).toEqual(list);
    expect(await browserStore.figures([A.id, 'b', 'x'])).toEqual(of(A, B));
    await browserStore.write(removed(new Set(['b'])), of(B));
    expect(await browserStore.figures([A.id, 'b'])).toEqual(of(A));
  });

  it('does everything in a row, so that two at once lose nothing', async () => {
    await Promise.all([
      browserStore.write(added(entryOf(A)), of(A)),
      browserStore.write(added(entryOf(B)), of(B)),
    ]);
    expect((await browserStore.list()).entries.map(({ id }) => id).sort()).toEqual(
      [A.id, 'b'].sort(),
    );
  });

  it('has no figure of another shape, and a tray drops it aloud', async () => {
    await browserStore.write(added(entryOf(A)), of(A));
    await browserStore.write(added(entryOf(B)), of(B));
    await plant('b', { version: 0, picture: '<svg>' });
    expect(await browserStore.figures(['b'])).toEqual(new Map());
    const tray = new Tray();
    await tray.reload();
    await tray.open();
    expect([tray.items.map(({ figure }) => figure.id), tray.dropped]).toEqual([[A.id], 1]);
  });

  it('begins anew where the list itself cannot be read', async () => {
    await plant('list', 'nonsense');
    expect(await browserStore.list()).toEqual(EMPTY);
    await browserStore.write(added(entryOf(A)), of(A));
    expect((await browserStore.list()).entries).toHaveLength(1);
  });

  it('says that the browser keeps nothing, and the tray lasts for this tab', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const tray = new Tray();
    await tray.reload();
    await tray.open();
    await tray.add(A);
    expect([tray.items.length, tray.unkept]).toEqual([1, 'blocked']);
    open.mockRestore();
    await tray.rename('题');
    expect([tray.unkept, (await browserStore.list()).entries.length]).toEqual([null, 1]);
  });

  it('says that there is no room', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const tray = new Tray();
    await tray.add(A);
    expect(tray.unkept).toBe('full');
    put.mockRestore();
  });
});

describe('the place of the tray', () => {
  it('tells how many there are without opening the store', async () => {
    const place = new TrayPlace(() => '/report/');
    await (await place.tray()).add(A);
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    const later = new TrayPlace(() => '/report/');
    const stop = later.follow();
    expect(later.count).toBe(1);
    expect(open).not.toHaveBeenCalled();
    stop();
    open.mockRestore();
  });

  it('hears of what another tab does', async () => {
    const [one, two] = [new TrayPlace(() => ''), new TrayPlace(() => '')];
    const stop = two.follow();
    const tray = await two.tray();
    await tray.open();
    await (await one.tray()).add(A);
    // The event comes to other tabs only, which a test has none of.
    dispatchEvent(new StorageEvent('storage', { key: 'hengjian:tray' }));
    await expect.poll(() => [two.count, tray.items.length]).toEqual([1, 1]);
    await (await one.tray()).open();
    await (await one.tray()).clear();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => [two.count, tray.items.length]).toEqual([0, 0]);
    expect(localStorage.getItem('hengjian:tray')).toBeNull();
    stop();
  });
});
