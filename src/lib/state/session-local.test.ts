import { expect, it } from 'vitest';
import type { Engine, EngineHost } from '#lib/engine/index.ts';
import type { Manifest } from '#lib/model/index.ts';
import type { LocalFile, LocalPack } from './local/local-pack.ts';
import { Session } from './session.svelte.ts';
import { rowsOf, SCHEME } from './testing/world.ts';

const published = { edition: { id: 'published' } } as unknown as Manifest;
const own: LocalFile = { path: 'synthetic/observation.x.parquet', bytes: new Uint8Array(1) };
const pack = {
  manifest: {
    edition: { id: 'local' },
    local: { savedAt: '', files: ['a.csv'], layers: ['synthetic'], hash: 'h' },
  },
  files: [own],
  tables: [{ path: 'synthetic/observations/2025.csv', bytes: new Uint8Array(2) }],
  choices: { synthetic: { periods: ['2026'], cities: [] } },
} as unknown as LocalPack;

/** A session whose engines know two counties when published, and three when imported. */
function setUp() {
  const opened: { id: string; own: readonly LocalFile[] }[] = [];
  let closed = 0;
  let hold: Promise<void> = Promise.resolve();
  const openHost = (manifest: Manifest, _layer: unknown, files: readonly LocalFile[]) => {
    opened.push({ id: manifest.edition.id, own: files });
    const rows = rowsOf(files.length > 0 ? 3 : 2);
    const answers: Record<string, unknown> = {
      institutions: rows.institutions,
      'scheme-observations': rows.observations,
      sources: [],
    };
    const plain: Engine = {
      kind: 'typescript',
      layer: 'synthetic',
      query: ({ name }) => hold.then(() => answers[name] as never),
      close: () => Promise.resolve(),
    };
    return {
      ...{ layer: 'synthetic', plain, engine: plain, status: { duckdb: 'off' } },
      subscribe: () => () => undefined,
      startDuckDb: () => Promise.resolve(null),
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    } as unknown as EngineHost;
  };
  const session = new Session(
    { manifest: published, schemes: [SCHEME] },
    {
      loadEngines: () => Promise.resolve(openHost),
      simulate: () => new Promise(() => undefined),
      whenIdle: () => undefined,
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  const held = () => {
    let go = () => undefined as void;
    hold = new Promise((resolve) => (go = resolve));
    return () => go();
  };
  const counties = () => session.get('synthetic', 's')?.dataset.institutions.length ?? 0;
  return { session, opened, closed: () => closed, held, counties };
}

it('serves imported data in place of the published, and the published again', async () => {
  const { session, opened, closed, counties } = setUp();
  await session.ensure('synthetic', 's');
  expect([counties(), session.local, session.manifest]).toEqual([2, null, published]);

  session.use(pack);
  // Nothing of the former data stands: neither scores nor the engine they came from.
  expect([session.get('synthetic', 's'), session.settled, closed()]).toEqual([null, false, 1]);
  expect(session.local?.files).toEqual(['a.csv']);
  expect(session.published).toBe(published);
  await session.ensure('synthetic', 's');
  expect(counties()).toBe(3);

  session.use(null);
  await session.ensure('synthetic', 's');
  expect([counties(), session.local, session.generation]).toEqual([2, null, 2]);
  expect(opened.map(({ id, own: files }) => [id, files.length])).toEqual([
    ['published', 0],
    ['local', 1],
    ['published', 0],
  ]);
});

it('drops what was under way when the data changed', async () => {
  const { session, held, counties } = setUp();
  const go = held();
  const early = session.ensure('synthetic', 's');
  // The engine of the published data is open and has not answered.
  await expect.poll(() => session.status).not.toBeNull();
  session.use(pack);
  go();
  await early;
  expect(session.get('synthetic', 's')).toBeNull();
  expect(session.failure).toBeNull();
  await session.ensure('synthetic', 's');
  expect(counties()).toBe(3);
});

it('offers the years and the raw tables of what was imported', () => {
  const { session } = setUp();
  const choices = { synthetic: { periods: ['2025'], cities: [] } };
  expect(session.choices(choices)).toBe(choices);
  expect(session.rawTable('synthetic/observations/2025.csv')).toBeNull();
  session.use(pack);
  expect(session.choices(choices).synthetic?.periods).toEqual(['2026']);
  expect(session.rawTable('synthetic/observations/2025.csv')).toHaveLength(2);
  expect(session.rawTable('synthetic/regions.csv')).toBeNull();
});

it('forgets simulated places with the data, and what the build simulated holds no more', () => {
  const { session } = setUp();
  const places = new Map([['u0', { from: 1, to: 2 }]]) as never;
  session.places.keep('k', places);
  expect(session.places.get('k')).toBe(places);
  session.use(pack);
  expect(session.places.get('k')).toBeNull();
  session.places.keep('k', places);
  expect(session.places.get('k')).toBeNull();
  session.use(null);
  session.places.keep('k', places);
  expect(session.places.get('k')).toBe(places);
});
