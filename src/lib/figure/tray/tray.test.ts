import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from './testing/memory-store.ts';
import { sampleKept } from './testing/sample-kept.ts';
import { Tray } from './tray.svelte.ts';

const A = sampleKept('甲');
const FIGURES = [A, ...'乙丙丁戊'].map((one) =>
  typeof one === 'string' ? { ...A, id: one, caption: one } : one,
);
const [, B, C] = FIGURES as [typeof A, typeof A, typeof A];

async function tab(store: MemoryStore): Promise<Tray> {
  const tray = new Tray(() => undefined, store);
  await tray.reload();
  await tray.open();
  return tray;
}
const idsOf = (tray: Tray) => tray.items.map(({ figure }) => figure.id);
const storedIds = (store: MemoryStore) => store.kept.entries.map(({ id }) => id);

describe('the tray', () => {
  it('keeps what is added, in its order, for the next visit', async () => {
    const store = new MemoryStore();
    const tray = await tab(store);
    await tray.add(A);
    await tray.add(B);
    await tray.add(A);
    await tray.edit(B.id, { caption: '新图注', part: 'both' });
    await tray.move(B.id, 0);
    await tray.rename('季度例会');
    const later = await tab(store);
    expect(later.items.map(({ figure }) => [figure.id, figure.caption, figure.part])).toEqual([
      [B.id, '新图注', 'both'],
      [A.id, A.caption, 'figure'],
    ]);
    expect(later.items[0]?.taken).toEqual(B);
    expect([later.title, later.count, later.unkept]).toEqual(['季度例会', 2, null]);
  });

  it('counts without reading a figure', async () => {
    const store = new MemoryStore();
    await (await tab(store)).add(A);
    const counts: [number, boolean][] = [];
    const tray = new Tray((count, kept) => counts.push([count, kept]), store);
    await tray.reload();
    expect(counts).toEqual([[1, false]]);
    expect([tray.count, tray.has(A.id), tray.isOpen, tray.items.length]).toEqual([
      1,
      true,
      false,
      0,
    ]);
    await tray.add(B);
    expect(counts.pop()).toEqual([2, true]);
  });

  it('puts back what was removed, one or all', async () => {
    const store = new MemoryStore();
    const tray = await tab(store);
    for (const figure of [A, B, C]) await tray.add(figure);
    await tray.remove(B.id);
    expect([idsOf(tray), tray.undoable, store.records.has(B.id)]).toEqual([[A.id, C.id], 1, false]);
    await tray.undo();
    expect(idsOf(tray)).toEqual([A.id, B.id, C.id]);
    expect(store.records.get(B.id)).toEqual(B);
    await tray.clear();
    expect([tray.count, tray.undoable, store.records.size]).toEqual([0, 3, 0]);
    await tray.undo();
    expect([idsOf(tray), tray.undoable]).toEqual([[A.id, B.id, C.id], 0]);
    expect(idsOf(await tab(store))).toEqual([A.id, B.id, C.id]);
  });

  it('is one tray in two tabs: neither loses what the other has done', async () => {
    const store = new MemoryStore();
    const [one, two] = [await tab(store), await tab(store)];
    await one.add(A);
    await two.add(B);
    expect(storedIds(store)).toEqual([A.id, B.id]);
    await two.edit(B.id, { caption: '二' });
    await one.reload();
    await one.move(B.id, 0);
    await two.remove(A.id);
    await one.reload();
    expect(idsOf(one)).toEqual([B.id]);
    expect(one.items[0]?.figure.caption).toBe('二');
    // Gone in the other tab: nothing to do, and nothing breaks.
    await one.edit(A.id, { caption: '晚' });
    expect(storedIds(store)).toEqual([B.id]);
  });

  it.each(['full', 'blocked'] as const)('holds for this tab what is refused: %s', async (fault) => {
    const store = new MemoryStore();
    const tray = await tab(store);
    await tray.add(A);
    store.fault = fault;
    await tray.add(B);
    await tray.move(B.id, 0);
    expect([idsOf(tray), tray.unkept]).toEqual([[B.id, A.id], fault]);
    expect(storedIds(store)).toEqual([A.id]);
    // Room again: everything that waited is kept.
    store.fault = null;
    await tray.edit(A.id, { caption: '改' });
    expect([tray.unkept, storedIds(store)]).toEqual([null, [B.id, A.id]]);
    expect(idsOf(await tab(store))).toEqual([B.id, A.id]);
  });

  it('lets go of what an older version kept, and says so', async () => {
    const store = new MemoryStore();
    const tray = await tab(store);
    await tray.add(A);
    await tray.add(B);
    store.records.delete(A.id);
    const later = await tab(store);
    expect([idsOf(later), later.dropped]).toEqual([[B.id], 1]);
    await later.reload();
    expect([storedIds(store), later.dropped]).toEqual([[B.id], 1]);
  });

  it('ends where the same changes end without a store, however they overlap', async () => {
    const which = fc.nat(FIGURES.length - 1);
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), which }),
      fc.record({ do: fc.constant('remove' as const), which }),
      fc.record({ do: fc.constant('move' as const), which, to: fc.nat(5) }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('fault' as const), on: fc.boolean() }),
      fc.record({ do: fc.constant('wait' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const store = new MemoryStore();
        const tray = await tab(store);
        let last: Promise<void> = Promise.resolve();
        for (const one of steps) {
          if (one.do === 'add') last = tray.add(FIGURES[one.which]!);
          if (one.do === 'remove') last = tray.remove(FIGURES[one.which]!.id);
          if (one.do === 'move') last = tray.move(FIGURES[one.which]!.id, one.to);
          if (one.do === 'undo') last = tray.undo();
          if (one.do === 'fault') store.fault = one.on ? 'full' : null;
          if (one.do === 'wait') await last;
        }
        const shown = idsOf(tray);
        expect(shown).toHaveLength(tray.count);
        store.fault = null;
        await tray.rename(null);
        expect(storedIds(store)).toEqual(shown);
        expect([...store.records.keys()].sort()).toEqual([...shown].sort());
      }),
    );
  });
});
