import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Manifest } from '#lib/model/index.ts';
import { LocalData } from './local-data.svelte.ts';
import { fits, isPack, LOCAL_VERSION, stampOf, type LocalPack } from './local-pack.ts';
import type { Kept } from './store.ts';

const published = {
  schema_version: SCHEMA_VERSION,
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [{ sha256: 'a'.repeat(64) }],
  schemes: [],
  inputs: [{ path: 'x.csv', sha256: 'b'.repeat(64) }],
} as unknown as Manifest;

const packOf = (name: string, base = stampOf(published)): LocalPack => ({
  version: LOCAL_VERSION,
  base,
  manifest: {
    ...published,
    local: { savedAt: `at-${name}`, files: [name], layers: ['synthetic'], hash: name },
  },
  files: [],
  tables: [{ path: 't.csv', bytes: new Uint8Array(1) }],
  choices: {},
});

/** A browser with one store, seen by as many tabs as are asked for. */
function browser() {
  let kept: Kept = { pack: null, previous: null };
  let marker: string | null = null;
  let broken = false;
  let opened = 0;
  const followers = new Set<() => void>();
  const fine = () => {
    if (broken) throw new Error('blocked');
  };
  const store = {
    readKept: () => Promise.resolve().then(() => (fine(), kept)),
    undoKeep: () =>
      Promise.resolve().then(() => {
        fine();
        return (kept = { pack: null, previous: null });
      }),
    removeKept: () =>
      Promise.resolve().then(() => {
        fine();
        kept = { pack: null, previous: null };
      }),
  };
  const tab = () => {
    const served: (LocalPack | null)[] = [];
    const session = { published, use: (pack: LocalPack | null) => void served.push(pack) };
    const data = new LocalData(session, {
      loadStore: () => {
        opened += 1;
        return Promise.resolve(store);
      },
      marker: {
        read: () => marker,
        write: (savedAt) => {
          marker = savedAt;
          followers.forEach((tell) => tell());
        },
        follow: (changed) => {
          followers.add(changed);
          return () => followers.delete(changed);
        },
      },
    });
    return { data, served };
  };
  return {
    tab,
    put: (pack: LocalPack | null) => {
      kept = { pack, previous: pack ? 'published' : null };
      marker = pack ? 'x' : null;
    },
    breakStore: () => (broken = true),
    opened: () => opened,
    marker: () => marker,
  };
}

describe('imported data of a browser', () => {
  it('without any the store is not even opened', async () => {
    const one = browser();
    const { data } = one.tab();
    await data.restore();
    expect([data.state.kind, one.opened()]).toEqual(['none', 0]);
  });

  it('what is kept is served after a reload', async () => {
    const one = browser();
    const pack = packOf('a');
    one.put(pack);
    const { data, served } = one.tab();
    await data.restore();
    expect(data.state).toMatchObject({ kind: 'active', previous: 'published', unkept: null });
    expect(served).toEqual([pack]);
  });

  it('after a redeploy with other data nothing is mixed', async () => {
    const one = browser();
    one.put(packOf('a', 'another base'));
    const { data, served } = one.tab();
    await data.restore();
    expect(data.state.kind).toBe('stale');
    expect(served).toEqual([null]);
  });

  it('a store that has lost what the marker promises clears the marker', async () => {
    const one = browser();
    one.put(packOf('a'));
    const { data } = one.tab();
    await data.restore();
    await data.remove();
    expect([data.state.kind, one.marker()]).toEqual(['none', null]);
  });

  it('a store that cannot be read is said so, and the published data count', async () => {
    const one = browser();
    one.put(packOf('a'));
    one.breakStore();
    const { data, served } = one.tab();
    await data.restore();
    expect([data.state.kind, served]).toEqual(['unreadable', [null]]);
  });

  it('what the browser will not keep lasts for the visit, and can be undone', async () => {
    const one = browser();
    const { data, served } = one.tab();
    data.keep(packOf('a'), 'blocked');
    expect(data.state).toMatchObject({ kind: 'active', unkept: 'blocked' });
    expect(one.marker()).toBeNull();
    data.keep(packOf('b'), 'blocked');
    await data.undo();
    expect(data.state).toMatchObject({
      kind: 'active',
      pack: { manifest: { local: { hash: 'a' } } },
    });
    await data.undo();
    expect(data.state.kind).toBe('none');
    expect(served[served.length - 1]).toBeNull();
  });

  it('another tab follows what is kept and what is removed', async () => {
    const one = browser();
    const [first, second] = [one.tab(), one.tab()];
    const stop = second.data.follow();
    const pack = packOf('a');
    one.put(pack);
    first.data.keep(pack, null);
    await expect.poll(() => second.data.state.kind).toBe('active');
    await first.data.remove();
    await expect.poll(() => second.data.state.kind).toBe('none');
    stop();
  });
});

describe('a pack', () => {
  it('fits the very data and the very program it was made for', () => {
    expect(fits(packOf('a'), published)).toBe(true);
    const corrected = { ...published, inputs: [{ path: 'x.csv', sha256: 'c'.repeat(64) }] };
    expect(fits(packOf('a'), corrected)).toBe(false);
    const elder = { ...packOf('a'), manifest: { ...packOf('a').manifest, schema_version: 1 } };
    expect(fits(elder, published)).toBe(false);
  });

  it('counts only as a whole', () => {
    const pack = packOf('a');
    expect(isPack(pack)).toBe(true);
    for (const broken of [null, 7, {}, { ...pack, files: [{}] }, { ...pack, manifest: published }])
      expect(isPack(broken)).toBe(false);
  });
});
