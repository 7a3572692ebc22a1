import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import type { Layer } from '#lib/model/index.ts';
import type { MortalEngine } from '../choose.ts';
import { decodeRows, engineClosed, queryFailed } from '../decode-rows.ts';
import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import type { EngineRow, Query, QueryOptions } from '../engine.ts';
import { QUERY_DEADLINE } from '../sql-schema.ts';
import type { BundleName } from './bundle-files.ts';
import { duckdbMessage, isCrash } from './duckdb-error.ts';
import { runStatement } from './run-statement.ts';
import type { WorkerLife } from './worker-life.ts';

/** Milliseconds in which a worker that has been told to stop must show that it still lives. */
const PULSE = 2_000;

/**
 * DuckDB in one worker, over one layer. Lives once: after a crash, or when the worker does not
 * react any more, every query rejects with `engine_crashed` and a new engine has to be opened.
 */
export class WasmEngine implements MortalEngine {
  readonly kind = 'duckdb-wasm';
  readonly layer: Layer;
  readonly bundle: BundleName;
  readonly #db: AsyncDuckDB;
  readonly #life: WorkerLife;

  constructor(layer: Layer, bundle: BundleName, db: AsyncDuckDB, life: WorkerLife) {
    this.layer = layer;
    this.bundle = bundle;
    this.#db = db;
    this.#life = life;
  }

  async query<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    { signal, deadline = QUERY_DEADLINE }: QueryOptions = {},
  ): Promise<Row[]> {
    this.#assertAlive(query.name);
    const rows = await withDeadline((stop) => this.#run(query, params, stop), {
      signal,
      deadline,
      subject: query.name,
    }).catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'deadline') void this.#feelPulse();
      throw error;
    });
    return decodeRows(query, rows);
  }

  /** Calls back once when the worker is gone, with `closed` after close(). */
  onEnd(listener: (reason: EngineError) => void): void {
    this.#life.onEnd(listener);
  }

  close(): Promise<void> {
    this.#life.end(engineClosed('DuckDB'));
    return Promise.resolve();
  }

  async #run<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    stop: AbortSignal,
  ): Promise<EngineRow[]> {
    try {
      const rows = runStatement(this.#db, query.sql, query.bind(params), stop);
      return await this.#life.during(rows);
    } catch (cause) {
      if (isCrash(cause)) this.#life.end(crashed(query, cause));
      this.#assertAlive(query.name);
      throw queryFailed(query, cause);
    }
  }

  #assertAlive(subject: string): void {
    const { reason } = this.#life;
    if (reason) throw reason.code === 'closed' ? engineClosed(subject) : reason;
  }

  async #feelPulse(): Promise<void> {
    await withDeadline(() => this.#db.ping(), { deadline: PULSE, subject: 'DuckDB' }).catch(() =>
      this.#life.end(
        new EngineError('engine_crashed', `DuckDB's worker has not reacted for ${PULSE} ms.`),
      ),
    );
  }
}

const crashed = ({ name, sql }: Query<never, unknown>, cause: unknown) =>
  new EngineError('engine_crashed', `${name}: DuckDB crashed: ${duckdbMessage(cause)}`, {
    sql,
    subject: name,
    cause,
  });
