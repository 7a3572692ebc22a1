/**
 * The one interface in front of every engine. Queries are described once (SQL for the engines
 * that speak it, a plain function for the one that does not) and answered alike by all.
 */
import type { Layer, TableName } from '#lib/model/index.ts';

export type SqlValue = string | number | boolean | null;

/** A row as an engine hands it over: numbers, strings, booleans, null; days as ISO strings. */
export type EngineRow = Readonly<Record<string, SqlValue>>;

/** Whole tables in memory, for the engine without SQL. */
export interface TableReader {
  rows(table: TableName): readonly EngineRow[];
}

/** One question: the same rows from `sql` and from `plain`, in the same order. */
export interface Query<Params, Row> {
  readonly name: string;
  readonly tables: readonly TableName[];
  /** Positional `?` parameters only; identifiers are never spliced in. */
  readonly sql: string;
  bind(params: Params): readonly SqlValue[];
  plain(tables: TableReader, params: Params): readonly EngineRow[];
  /** `plain` only throws: there is no answer but SQL's, which is worth waiting for. */
  readonly sqlOnly?: true;
  /** Throws EngineError `decode_failed` when the row is not what the query promised. */
  decode(row: EngineRow): Row;
}

export type EngineKind = 'duckdb-node' | 'duckdb-wasm' | 'typescript';

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds until the query is given up; each engine has a default. */
  readonly deadline?: number;
}

export interface EngineProgress {
  readonly phase: 'fetch' | 'verify' | 'boot' | 'load' | 'ready';
  readonly loaded: number;
  /** 0 when unknown. */
  readonly total: number;
}

export interface StatementOptions extends QueryOptions {
  /** Rows after which the answer is cut off. */
  readonly limit: number;
}

/** What a statement of the reader's own came to. */
export interface StatementAnswer {
  /** In order; two may have one name. */
  readonly columns: readonly string[];
  /** One cell a column. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** There are more rows than were asked for. */
  readonly cut: boolean;
}

/** Answers queries over one layer's tables. Layers are never open in one engine together. */
export interface Engine {
  readonly kind: EngineKind;
  readonly layer: Layer;
  query<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    options?: QueryOptions,
  ): Promise<Row[]>;
  /**
   * Puts a statement of the reader's own (statement.ts judges it first) in a transaction that cannot
   * write. Absent where the engine speaks no SQL.
   */
  statement?(sql: string, options: StatementOptions): Promise<StatementAnswer>;
  close(): Promise<void>;
}

export type EngineErrorCode =
  | 'aborted'
  | 'deadline'
  | 'fetch_failed'
  | 'not_found'
  | 'wrong_content'
  | 'hash_mismatch'
  | 'wasm_blocked'
  | 'worker_failed'
  | 'boot_failed'
  | 'engine_crashed'
  | 'query_failed'
  | 'decode_failed'
  | 'schema_mismatch'
  | 'closed';

/** Every failure of an engine: a code the page can word, the SQL if there was any, the cause. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly sql: string | null;
  /** File, table or query that failed. */
  readonly subject: string | null;

  constructor(
    code: EngineErrorCode,
    message: string,
    detail: { sql?: string; subject?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: detail.cause });
    this.code = code;
    this.sql = detail.sql ?? null;
    this.subject = detail.subject ?? null;
  }
}
