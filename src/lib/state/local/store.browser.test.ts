import { beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Manifest } from '#lib/model/index.ts';
import { LOCAL_VERSION, type LocalPack } from './local-pack.ts';
import { keepPack, readKept, removeKept, undoKeep } from './store.ts';

const packOf = (name: string): LocalPack => ({
  version: LOCAL_VERSION,
  base: 'b',
  manifest: {
    schema_version: SCHEMA_VERSION,
    files: [],
    local: { savedAt: name, files: [name], layers: ['synthetic'], hash: name },
  } as unknown as Manifest,
  files: [{ path: 'p', bytes: new Uint8Array([1, 2, 3]) }],
  tables: [],
  choices: {},
});

beforeEach(() => removeKept());

describe('the store of imported data', () => {
  it('is empty at first, and again after removal', async () => {
    expect(await readKept()).toEqual({ pack: null, previous: null });
    await keepPack(packOf('a'));
    await removeKept();
    expect(await readKept()).toEqual({ pack: null, previous: null });
  });

  it('gives back what was kept, byte for byte', async () => {
    await keepPack(packOf('a'));
    expect(await readKept()).toEqual({ pack: packOf('a'), previous: 'published' });
  });

  it('goes back one step: to the import before, or to what is published', async () => {
    await keepPack(packOf('a'));
    await keepPack(packOf('b'));
    expect(await readKept()).toMatchObject({ pack: packOf('b'), previous: 'pack' });
    expect(await undoKeep()).toEqual({ pack: packOf('a'), previous: null });
    expect(await readKept()).toEqual({ pack: packOf('a'), previous: null });
    await removeKept();
    await keepPack(packOf('a'));
    expect(await undoKeep()).toEqual({ pack: null, previous: null });
    expect(await readKept()).toEqual({ pack: null, previous: null });
  });

  it('a pack that is not whole counts as none', async () => {
    await keepPack({ ...packOf('a'), files: 'gone' } as unknown as LocalPack);
    expect((await readKept()).pack).toBeNull();
  });
});
