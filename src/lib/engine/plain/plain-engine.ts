import type { TableName } from '#lib/model/index.ts';
import { withDeadline } from '../deadline.ts';
import { decodeRows, engineClosed, queryFailed } from '../decode-rows.ts';
import { EngineError } from '../engine.ts';
import type { Engine, EngineRow, Query, QueryOptions, TableReader } from '../engine.ts';
import type { TableLoader } from '../load/load-tables.ts';
import { tableRows } from '../load/table.ts';
import type { DecodedTable } from '../load/table.ts';
import { QUERY_DEADLINE } from '../sql-schema.ts';

/**
 * The engine without SQL: answers with the query's plain function over tables in memory, for the
 * time before DuckDB is ready and for where WebAssembly cannot run. Tables are loaded when a
 * query first needs them. The deadline covers the loading; the function itself is not
 * interruptible and takes milliseconds at the sizes the page is made for.
 */
export class PlainEngine implements Engine {
  readonly kind = 'typescript';
  readonly layer;
  readonly #loader: TableLoader;
  readonly #rows = new Map<TableName, readonly EngineRow[]>();
  readonly #waiting = new Set<() => void>();
  #closed = false;

  constructor(loader: TableLoader) {
    this.layer = loader.layer;
    this.#loader = loader;
  }

  async query<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    { signal, deadline = QUERY_DEADLINE }: QueryOptions = {},
  ): Promise<Row[]> {
    this.#assertOpen(query.name);
    const tables = await withDeadline(
      (stop) =>
        this.#untilClosed(query.name, this.#loader.load(query.tables, { signal: stop, deadline })),
      { signal, deadline, subject: query.name },
    );
    this.#assertOpen(query.name);
    return decodeRows(query, this.#answer(query, params, tables));
  }

  /** Queries that still wait for their tables reject with `closed`. */
  close(): Promise<void> {
    this.#closed = true;
    for (const giveUp of this.#waiting) giveUp();
    this.#rows.clear();
    return Promise.resolve();
  }

  #assertOpen(subject: string): void {
    if (this.#closed) throw engineClosed(subject);
  }

  #untilClosed<T>(subject: string, work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => reject(engineClosed(subject));
      this.#waiting.add(giveUp);
      void work.then(resolve, reject).finally(() => this.#waiting.delete(giveUp));
    });
  }

  #answer<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    tables: ReadonlyMap<TableName, DecodedTable>,
  ): readonly EngineRow[] {
    const reader: TableReader = {
      rows: (name) => {
        const table = tables.get(name);
        if (table) return this.#rowsOf(table);
        throw new EngineError('query_failed', `${query.name} did not declare table ${name}.`, {
          sql: query.sql,
          subject: query.name,
        });
      },
    };
    try {
      return query.plain(reader, params);
    } catch (cause) {
      throw queryFailed(query, cause);
    }
  }

  #rowsOf(table: DecodedTable): readonly EngineRow[] {
    const known = this.#rows.get(table.name);
    if (known) return known;
    const rows = tableRows(table);
    this.#rows.set(table.name, rows);
    return rows;
  }
}
