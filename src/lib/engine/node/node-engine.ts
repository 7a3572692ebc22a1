import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Layer } from '#lib/model/index.ts';
import { withDeadline } from '../deadline.ts';
import { decodeRows, engineClosed, queryFailed } from '../decode-rows.ts';
import type {
  Engine,
  EngineRow,
  Query,
  QueryOptions,
  SqlValue,
  StatementAnswer,
  StatementOptions,
} from '../engine.ts';
import { MEMORY_LIMIT, QUERY_DEADLINE } from '../sql-schema.ts';
import { loadDatabase } from './load-database.ts';
import { fromNative } from './native-value.ts';

/** An interrupt that comes before the statement has started is lost, so it is repeated. */
const INTERRUPT_EVERY = 20;

/**
 * Opens native DuckDB over one layer of the data folder (the one with manifest.json). Every file
 * is verified first; afterwards the engine can reach neither files nor network. Rejects with the
 * EngineErrors of loading, or `boot_failed`.
 */
export async function openNodeEngine(folder: string, layer: Layer): Promise<NodeEngine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    memory_limit: MEMORY_LIMIT,
    temp_directory: '',
  });
  try {
    await loadDatabase(instance, folder, layer);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return new NodeEngine(instance, layer);
}

export class NodeEngine implements Engine {
  readonly kind = 'duckdb-node';
  readonly layer: Layer;
  readonly #instance: DuckDBInstance;
  readonly #running = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  constructor(instance: DuckDBInstance, layer: Layer) {
    this.#instance = instance;
    this.layer = layer;
  }

  async query<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    { signal, deadline = QUERY_DEADLINE }: QueryOptions = {},
  ): Promise<Row[]> {
    const rows = await this.#within(
      query,
      (connection) => readRows(connection, query.sql, query.bind(params)),
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
      (connection) => readCells(connection, sql, limit),
      {
        signal,
        deadline,
      },
    );
  }

  /** Interrupts what is running (it rejects with `closed`), then frees the database. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.allSettled(this.#running);
    this.#instance.closeSync();
  }

  /** Kept until it really ends, also when its caller has long given up. */
  #track<T>(run: Promise<T>): Promise<T> {
    const settled: Promise<unknown> = run
      .catch(() => undefined)
      .finally(() => this.#running.delete(settled));
    this.#running.add(settled);
    return run;
  }

  async #within<T>(
    asked: Asked,
    work: (connection: DuckDBConnection) => Promise<T>,
    { signal, deadline }: { signal: AbortSignal | undefined; deadline: number },
  ): Promise<T> {
    if (this.#closing.signal.aborted) throw engineClosed(asked.name);
    return withDeadline((stop) => this.#track(this.#run(asked, work, stop)), {
      signal,
      deadline,
      subject: asked.name,
    });
  }

  async #run<T>(
    asked: Asked,
    work: (connection: DuckDBConnection) => Promise<T>,
    stop: AbortSignal,
  ): Promise<T> {
    let connection: DuckDBConnection | null = null;
    const interruption = setInterval(() => {
      if (stop.aborted || this.#closing.signal.aborted) connection?.interrupt();
    }, INTERRUPT_EVERY);
    try {
      connection = await this.#instance.connect();
      return await work(connection);
    } catch (cause) {
      throw this.#closing.signal.aborted ? engineClosed(asked.name) : queryFailed(asked, cause);
    } finally {
      clearInterval(interruption);
      connection?.closeSync();
    }
  }
}

/** What failed, for the error. */
type Asked = Pick<Query<never, unknown>, 'name' | 'sql'>;

async function readCells(
  connection: DuckDBConnection,
  sql: string,
  limit: number,
): Promise<StatementAnswer> {
  await connection.run('BEGIN TRANSACTION READ ONLY');
  const reader = await connection.runAndReadUntil(sql, limit + 1);
  const columns = reader.columnNames();
  const rows = reader.getRows();
  return {
    columns,
    rows: rows
      .slice(0, limit)
      .map((row) => row.map((value, column) => fromNative(value, columns[column] ?? ''))),
    cut: rows.length > limit,
  };
}

async function readRows(
  connection: DuckDBConnection,
  sql: string,
  values: readonly SqlValue[],
): Promise<EngineRow[]> {
  const reader = await connection.runAndReadAll(sql, [...values]);
  const names = reader.columnNames();
  return reader
    .getRows()
    .map((row) =>
      Object.fromEntries(names.map((name, index) => [name, fromNative(row[index] ?? null, name)])),
    );
}
