import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import type { Layer } from '#lib/model/index.ts';
import type { MortalEngine } from '../choose.ts';
import { decodeRows, engineClosed, queryFailed } from '../decode-rows.ts';
import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import type { Query, QueryOptions, StatementAnswer, StatementOptions } from '../engine.ts';
import { QUERY_DEADLINE } from '../sql-schema.ts';
import type { BundleName } from './bundle-files.ts';
import { duckdbMessage, isCrash } from './duckdb-error.ts';
import { runReadOnly, runStatement } from './run-statement.ts';
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
    const rows = await this.#within(
      query,
      (stop) => runStatement(this.#db, query.sql, query.bind(params), stop),
      { signal, deadline },
    );
    return decodeRows(query, rows);
  }

  /** See Engine; the statement must have been judged. */
  statement(
    sql: string,
    { limit, signal, deadline = QUERY_DEADLINE }: StatementOptions,
  ): Promise<StatementAnswer> {
    return this.#within(
      { name: 'statement', sql },
      (stop) => runReadOnly(this.#db, sql, limit, stop),
      { signal, deadline },
    );
  }

  /** Calls back once when the worker is gone, with `closed` after close(). */
  onEnd(listener: (reason: EngineError) => void): void {
    this.#life.onEnd(listener);
  }

  close(): Promise<void> {
    this.#life.end(engineClosed('DuckDB'));
    return Promise.resolve();
  }

  async #within<T>(
    asked: Asked,
    work: (stop: AbortSignal) => Promise<T>,
    { signal, deadline }: { signal: AbortSignal | undefined; deadline: number },
  ): Promise<T> {
    this.#assertAlive(asked.name);
    return withDeadline((stop) => this.#run(asked, () => work(stop)), {
      signal,
      deadline,
      subject: asked.name,
    }).catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'deadline') void this.#feelPulse();
      throw error;
    });
  }

  async #run<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#life.during(work());
    } catch (cause) {
      if (isCrash(cause)) this.#life.end(crashed(asked, cause));
      this.#assertAlive(asked.name);
      throw queryFailed(asked, cause);
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

/** What failed, for the error. */
type Asked = Pick<Query<never, unknown>, 'name' | 'sql'>;

const crashed = ({ name, sql }: Asked, cause: unknown) =>
  new EngineError('engine_crashed', `${name}: DuckDB crashed: ${duckdbMessage(cause)}`, {
    sql,
    subject: name,
    cause,
  });
