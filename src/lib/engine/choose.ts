import type { Layer, Manifest } from '#lib/model/index.ts';
import { engineClosed } from './decode-rows.ts';
import { EngineError } from './engine.ts';
import type {
  Engine,
  EngineKind,
  EngineProgress,
  Query,
  QueryOptions,
  StatementAnswer,
  StatementOptions,
} from './engine.ts';
import { createTableLoader } from './load/load-tables.ts';
import type { TableLoader } from './load/load-tables.ts';
import type { DataSource } from './load/source.ts';
import { PlainEngine } from './plain/plain-engine.ts';
import type { BundleName } from './wasm/bundle-files.ts';
import type { WasmOptions } from './wasm/index.ts';

/** Where DuckDB stands. A new object after every change. */
export interface EngineHostStatus {
  readonly duckdb: 'off' | 'booting' | 'ready' | 'failed';
  /** Of the boot under way or done. */
  readonly progress: EngineProgress | null;
  readonly bundle: BundleName | null;
  /** How often DuckDB was started again after a crash. */
  readonly respawns: number;
  /** Why DuckDB is not used (failed), or why it was last started again. */
  readonly reason: EngineError | null;
}

/** One layer's engines: the plain one at once, DuckDB as soon and as long as it can run. */
export interface EngineHost {
  readonly layer: Layer;
  readonly status: EngineHostStatus;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: (status: EngineHostStatus) => void): () => void;
  /** DuckDB once it is ready, the plain engine before, after, and where DuckDB fails on the way. */
  readonly engine: Engine;
  readonly plain: Engine;
  /**
   * Boots DuckDB in the background, once. Resolves to `engine` when DuckDB is ready and to null
   * when it cannot run; `status.reason` says why. Never rejects.
   */
  startDuckDb(): Promise<Engine | null>;
  close(): Promise<void>;
}

/** An engine in a worker, which can be lost. */
export interface MortalEngine extends Engine {
  readonly bundle: BundleName;
  /** Calls back once when the engine is gone for good, with the reason. */
  onEnd(listener: (reason: EngineError) => void): void;
}

export interface EngineHostOptions {
  readonly source: DataSource;
  readonly manifest: Manifest;
  readonly layer: Layer;
  /** How DuckDB is opened; another one in tests. */
  readonly openDuckDb?: (loader: TableLoader, options: WasmOptions) => Promise<MortalEngine>;
}

/** After so many crashes DuckDB is left alone for as long as the page is open. */
const MAX_RESPAWNS = 2;

/**
 * Milliseconds DuckDB is waited for. Its answers take a few hundredths of a second; the worker
 * may have been killed, which nobody tells the page, and the plain engine can answer meanwhile.
 */
const DUCKDB_PATIENCE = 5_000;

/** Throws EngineError `not_found` when the manifest has no file of the layer. */
export function createEngineHost(options: EngineHostOptions): EngineHost {
  return new Host(createTableLoader(options.source, options.manifest, options.layer), options);
}

class Host implements EngineHost, Engine {
  readonly layer: Layer;
  readonly plain: Engine;
  readonly #loader: TableLoader;
  readonly #open: NonNullable<EngineHostOptions['openDuckDb']>;
  readonly #listeners = new Set<(status: EngineHostStatus) => void>();
  readonly #closing = new AbortController();
  #duckdb: MortalEngine | null = null;
  #starting: Promise<Engine | null> | null = null;
  #status: EngineHostStatus = {
    duckdb: 'off',
    progress: null,
    bundle: null,
    respawns: 0,
    reason: null,
  };

  constructor(loader: TableLoader, { openDuckDb = openInBrowser }: EngineHostOptions) {
    this.layer = loader.layer;
    this.plain = new PlainEngine(loader);
    this.#loader = loader;
    this.#open = openDuckDb;
  }

  get kind(): EngineKind {
    return (this.#duckdb ?? this.plain).kind;
  }

  get engine(): Engine {
    return this;
  }

  get status(): EngineHostStatus {
    return this.#status;
  }

  subscribe(listener: (status: EngineHostStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  startDuckDb(): Promise<Engine | null> {
    if (this.#closing.signal.aborted) return Promise.resolve(null);
    this.#starting ??= this.#boot();
    return this.#starting;
  }

  /** A deadline of the caller's holds for both engines together. */
  async query<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    options: QueryOptions = {},
  ): Promise<Row[]> {
    if (!this.#duckdb) return this.plain.query(query, params, options);
    if (query.sqlOnly) return this.#duckdb.query(query, params, options);
    const { deadline = Infinity } = options;
    const asked = performance.now();
    try {
      return await this.#duckdb.query(query, params, {
        ...options,
        deadline: Math.min(deadline, DUCKDB_PATIENCE),
      });
    } catch (error) {
      const left = deadline - (performance.now() - asked);
      if (this.#closing.signal.aborted || !isEngineFault(error) || left <= 0) throw error;
      return this.plain.query(
        query,
        params,
        left < Infinity ? { ...options, deadline: left } : options,
      );
    }
  }

  /** DuckDB's alone to answer: rejects with the reason why it does not run, or with `closed`. */
  statement(sql: string, options: StatementOptions): Promise<StatementAnswer> {
    return (
      this.#duckdb?.statement?.(sql, options) ??
      Promise.reject(this.#status.reason ?? engineClosed('DuckDB'))
    );
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.all([this.plain.close(), this.#duckdb?.close()]);
    this.#duckdb = null;
    this.#set({ duckdb: 'off' });
    this.#listeners.clear();
  }

  async #boot(): Promise<Engine | null> {
    this.#set({ duckdb: 'booting' });
    try {
      const engine = await this.#open(this.#loader, {
        signal: this.#closing.signal,
        onProgress: (progress) => this.#set({ progress }),
      });
      if (this.#closing.signal.aborted) return await engine.close().then(() => null);
      this.#duckdb = engine;
      this.#set({ duckdb: 'ready', bundle: engine.bundle });
      engine.onEnd((reason) => this.#onEnd(reason));
      return this;
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#giveUp(asEngineError(error));
      return null;
    }
  }

  #onEnd(reason: EngineError): void {
    this.#duckdb = null;
    if (this.#closing.signal.aborted) return;
    const { respawns } = this.#status;
    if (respawns >= MAX_RESPAWNS) return this.#giveUp(reason);
    this.#set({ duckdb: 'booting', respawns: respawns + 1, reason });
    this.#starting = this.#boot();
  }

  #giveUp(reason: EngineError): void {
    this.#set({ duckdb: 'failed', reason });
    this.#starting = Promise.resolve(null);
  }

  #set(change: Partial<EngineHostStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener(this.#status);
  }
}

/** Faults of the engine, not of the question: the other engine can still answer. */
const isEngineFault = (error: unknown): boolean =>
  error instanceof EngineError && (error.code === 'engine_crashed' || error.code === 'deadline');

async function openInBrowser(loader: TableLoader, options: WasmOptions): Promise<MortalEngine> {
  const { openWasmEngine } = await import('./wasm/index.ts').catch((cause: unknown) => {
    throw new EngineError('fetch_failed', 'The program part with DuckDB could not be loaded.', {
      cause,
    });
  });
  return openWasmEngine(loader, options);
}

const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError
    ? error
    : new EngineError('boot_failed', 'DuckDB could not be started.', { cause: error });
