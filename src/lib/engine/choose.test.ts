import { describe, expect, it } from 'vitest';
import { createEngineHost } from './choose.ts';
import type { EngineHost, EngineHostOptions, MortalEngine } from './choose.ts';
import { EngineError } from './engine.ts';
import type { Query } from './engine.ts';
import { failureOf } from './testing/failure.ts';
import { publish } from './testing/publish.ts';

const { source, manifest, layer } = publish('synthetic', { source: [] });

/** Answers with the kind of the engine that was asked. */
const WHO: Query<null, unknown> = {
  name: 'who',
  tables: ['source'],
  sql: '',
  bind: () => [],
  plain: () => [{ kind: 'typescript' }],
  decode: (row) => row['kind'],
};

interface FakeDuckDb extends MortalEngine {
  /** As a lost worker does it: everything rejects from now on. */
  lose(): void;
  readonly closed: boolean;
}

const lost = () => new EngineError('engine_crashed', 'lost');

/** `answer` replaces the engine's answers, for example by an error. */
function fakeDuckDb(answer?: () => Promise<never>): FakeDuckDb {
  let end: (reason: EngineError) => void = () => undefined;
  let isLost = false;
  let closed = false;
  return {
    kind: 'duckdb-wasm',
    layer,
    bundle: 'eh',
    query: (query) => {
      if (isLost) return Promise.reject(lost());
      return answer?.() ?? Promise.resolve([query.decode({ kind: 'duckdb-wasm' })]);
    },
    onEnd: (listener) => void (end = listener),
    lose: () => {
      isLost = true;
      end(lost());
    },
    get closed() {
      return closed;
    },
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

type Open = NonNullable<EngineHostOptions['openDuckDb']>;

const hostOf = (openDuckDb: Open): EngineHost =>
  createEngineHost({ source, manifest, layer, openDuckDb });

const who = async (host: EngineHost) => (await host.engine.query(WHO, null))[0];

describe('an engine host', () => {
  it('answers with the plain engine at once and with DuckDB once it is ready', async () => {
    const host = hostOf(() => Promise.resolve(fakeDuckDb()));
    expect(host.status).toMatchObject({ duckdb: 'off', reason: null });
    expect([host.engine.kind, await who(host)]).toEqual(['typescript', 'typescript']);
    expect(await host.startDuckDb()).toBe(host.engine);
    expect(host.status).toMatchObject({ duckdb: 'ready', bundle: 'eh', reason: null });
    expect([host.engine.kind, await who(host)]).toEqual(['duckdb-wasm', 'duckdb-wasm']);
    expect((await host.plain.query(WHO, null))[0]).toBe('typescript');
  });

  it('boots DuckDB once however often it is asked to', async () => {
    let boots = 0;
    const host = hostOf(() => Promise.resolve(fakeDuckDb()).finally(() => (boots += 1)));
    await Promise.all([host.startDuckDb(), host.startDuckDb()]);
    await host.startDuckDb();
    expect(boots).toBe(1);
  });

  it('stays with the plain engine for ever when DuckDB cannot run, and says why', async () => {
    const reason = new EngineError('wasm_blocked', 'forbidden');
    let boots = 0;
    const host = hostOf(() => {
      boots += 1;
      throw reason;
    });
    expect(await host.startDuckDb()).toBeNull();
    expect(await host.startDuckDb()).toBeNull();
    expect(host.status).toMatchObject({ duckdb: 'failed', reason });
    expect([boots, await who(host)]).toEqual([1, 'typescript']);
  });

  it('tells every change, until told not to', async () => {
    const host = hostOf((_, { onProgress }) => {
      onProgress?.({ phase: 'fetch', loaded: 1, total: 2 });
      return Promise.resolve(fakeDuckDb());
    });
    const seen: unknown[] = [];
    const stop = host.subscribe(({ duckdb, progress }) => seen.push([duckdb, progress?.loaded]));
    await host.startDuckDb();
    stop();
    await host.close();
    expect(seen).toEqual([
      ['booting', undefined],
      ['booting', 1],
      ['ready', 1],
    ]);
  });
});

describe('when DuckDB is lost', () => {
  it('starts it twice again, answering in between, then gives it up', async () => {
    const engines: FakeDuckDb[] = [];
    const host = hostOf(() => {
      const engine = fakeDuckDb();
      engines.push(engine);
      return Promise.resolve(engine);
    });
    await host.startDuckDb();
    const seen: string[] = [];
    host.subscribe(({ duckdb, respawns }) => seen.push(`${duckdb} ${respawns}`));
    for (const respawns of [1, 2]) {
      engines.at(-1)?.lose();
      expect(host.status).toMatchObject({ duckdb: 'booting', respawns });
      expect(host.status.reason?.code).toBe('engine_crashed');
      expect(await who(host)).toBe('typescript');
      await host.startDuckDb();
      expect(await who(host)).toBe('duckdb-wasm');
    }
    engines.at(-1)?.lose();
    expect(host.status).toMatchObject({ duckdb: 'failed', respawns: 2 });
    expect(await host.startDuckDb()).toBeNull();
    expect([engines.length, await who(host)]).toEqual([3, 'typescript']);
    expect([...new Set(seen)]).toEqual([
      ...['booting 1', 'ready 1', 'booting 2', 'ready 2', 'failed 2'],
    ]);
  });

  it.each(['engine_crashed', 'deadline'] as const)(
    'the query that met %s is answered by the plain engine',
    async (code) => {
      const host = hostOf(() =>
        Promise.resolve(fakeDuckDb(() => Promise.reject(new EngineError(code, 'x')))),
      );
      await host.startDuckDb();
      expect(await who(host)).toBe('typescript');
      expect(await host.engine.query(WHO, null, { deadline: 1000 })).toEqual(['typescript']);
    },
  );

  it.each(['query_failed', 'decode_failed', 'aborted'] as const)(
    'but %s is the answer',
    async (code) => {
      const host = hostOf(() =>
        Promise.resolve(fakeDuckDb(() => Promise.reject(new EngineError(code, 'x')))),
      );
      await host.startDuckDb();
      expect((await failureOf(who(host))).code).toBe(code);
    },
  );

  it('a question that only SQL can answer keeps its own deadline and is not passed on', async () => {
    const given: unknown[] = [];
    const duckdb = fakeDuckDb();
    const host = hostOf(() =>
      Promise.resolve({
        ...duckdb,
        query: (_query: unknown, _params: unknown, options: unknown) => {
          given.push(options);
          return Promise.reject(new EngineError('deadline', 'late'));
        },
      }),
    );
    await host.startDuckDb();
    const asked = host.engine.query({ ...WHO, sqlOnly: true }, null, { deadline: 60_000 });
    expect((await failureOf(asked)).message).toBe('late');
    expect(given).toEqual([{ deadline: 60_000 }]);
  });

  it('keeps the deadline of the caller over both engines', async () => {
    const late = () =>
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new EngineError('deadline', 'late')), 50);
      });
    const host = hostOf(() => Promise.resolve(fakeDuckDb(late)));
    await host.startDuckDb();
    const failure = await failureOf(host.engine.query(WHO, null, { deadline: 20 }));
    expect([failure.code, failure.message]).toEqual(['deadline', 'late']);
  });
});

describe('closing', () => {
  it('closes both engines and starts nothing more', async () => {
    const duckdb = fakeDuckDb();
    const host = hostOf(() => Promise.resolve(duckdb));
    await host.startDuckDb();
    await host.close();
    await host.close();
    expect(duckdb.closed).toBe(true);
    expect(host.status.duckdb).toBe('off');
    expect((await failureOf(who(host))).code).toBe('closed');
    expect(await host.startDuckDb()).toBeNull();
  });

  it('ends a boot that is under way, and an engine that arrives too late', async () => {
    const duckdb = fakeDuckDb();
    let signal: AbortSignal | undefined;
    const host = hostOf(async (_, options) => {
      signal = options.signal;
      await Promise.resolve();
      return duckdb;
    });
    const boot = host.startDuckDb();
    await host.close();
    expect(await boot).toBeNull();
    expect([signal?.aborted, duckdb.closed, host.status.duckdb]).toEqual([true, true, 'off']);
  });
});
