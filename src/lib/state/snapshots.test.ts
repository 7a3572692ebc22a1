import { describe, expect, it } from 'vitest';
import { MOST_SNAPSHOTS, readSnapshots, Snapshots } from './snapshots.svelte.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}
const now = () => new Date('2025-12-31T08:00:00Z');
const open = (storage: () => Pick<Storage, 'getItem' | 'setItem'>) => {
  const list = new Snapshots({ storage, now });
  list.restore();
  return list;
};
const denied = () => {
  throw new DOMException('denied', 'SecurityError');
};

describe('Snapshots', () => {
  it('keep name, page and the whole address, newest first, over a reload', () => {
    const storage = memory();
    const list = open(() => storage);
    list.save(' 甲县与乙县 ', 'compare/', '?year=2025&pick=a%2Cb');
    list.save('第二个', 'trends/', '');
    const reopened = open(() => storage);
    expect(reopened.all).toEqual(list.all);
    expect(reopened.all.map(({ name }) => name)).toEqual(['第二个', '甲县与乙县']);
    expect(reopened.of('compare/')[0]).toMatchObject({ search: '?year=2025&pick=a%2Cb' });
    expect(new Set(reopened.all.map(({ id }) => id)).size).toBe(2);
  });

  it('are removed one by one', () => {
    const storage = memory();
    const list = open(() => storage);
    list.save('一', 'compare/', '');
    list.save('二', 'compare/', '');
    list.remove(list.all[1]?.id ?? '');
    expect(open(() => storage).all.map(({ name }) => name)).toEqual(['二']);
  });

  it('last for the visit where storage is denied, and say so', () => {
    const list = open(denied);
    expect(list.isKept).toBe(false);
    list.save('一', 'compare/', '');
    expect([list.all.length, list.isKept]).toEqual([1, false]);
    list.remove(list.all[0]?.id ?? '');
    expect(list.all).toEqual([]);
  });

  it('last for the visit where storage is full', () => {
    const storage = memory();
    const full = { ...storage, setItem: denied };
    const list = open(() => full);
    list.save('一', 'compare/', '');
    list.save('二', 'compare/', '');
    expect([list.all.map(({ name }) => name), list.isKept]).toEqual([['二', '一'], false]);
  });

  it('do not undo what another tab has saved', () => {
    const storage = memory();
    const [one, other] = [open(() => storage), open(() => storage)];
    one.save('一', 'compare/', '');
    other.save('二', 'compare/', '');
    expect(open(() => storage).all.map(({ name }) => name)).toEqual(['二', '一']);
  });

  it('are refused when there are too many, never dropped', () => {
    const storage = memory();
    const list = open(() => storage);
    for (let i = 0; i < MOST_SNAPSHOTS; i += 1)
      expect(list.save(String(i), 'compare/', '')).toBe(true);
    expect([list.isFull, list.save('too many', 'compare/', '')]).toEqual([true, false]);
    expect(list.all).toHaveLength(MOST_SNAPSHOTS);
  });
});

describe('readSnapshots(text)', () => {
  const good = { id: '1', name: '甲', page: 'compare/', search: '?a=1', savedAt: '2025' };

  it('takes only whole ones', () => {
    expect(readSnapshots(JSON.stringify([good, { ...good, name: 1 }, null, 'x']))).toEqual([good]);
    for (const text of [null, '', '{', '3', '{"a":1}']) expect(readSnapshots(text)).toEqual([]);
  });

  it('takes no address that leads off the site', () => {
    for (const page of ['//evil.example/', 'javascript:alert(1)', '../x/', 'compare', 'a b/'])
      expect(readSnapshots(JSON.stringify([{ ...good, page }]))).toEqual([]);
    for (const search of ['#x', 'x', '//evil.example'])
      expect(readSnapshots(JSON.stringify([{ ...good, search }]))).toEqual([]);
  });
});
