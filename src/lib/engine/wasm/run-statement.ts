import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { EngineRow, SqlValue, StatementAnswer } from '../engine.ts';
import { arrowCells, arrowRows } from './arrow-rows.ts';
import { sqlLiteral } from './literal.ts';

/**
 * Runs one prepared statement on a connection of its own. The signal cancels it inside DuckDB,
 * within about a tenth of a second; the promise then rejects with DuckDB's own error.
 */
export async function runStatement(
  db: AsyncDuckDB,
  sql: string,
  values: readonly SqlValue[],
  signal: AbortSignal,
): Promise<EngineRow[]> {
  return withConnection(db, signal, async (connection, cancellable) => {
    await connection.query(`PREPARE question AS ${sql}`);
    cancellable();
    return execute(connection, values, signal);
  });
}

/** Puts a statement of the reader's own in a transaction that cannot write; at most `limit` rows. */
export async function runReadOnly(
  db: AsyncDuckDB,
  sql: string,
  limit: number,
  signal: AbortSignal,
): Promise<StatementAnswer> {
  return withConnection(db, signal, async (connection, cancellable) => {
    // Closing the connection ends the transaction, whatever came of it.
    await connection.query('BEGIN TRANSACTION READ ONLY');
    await connection.query(`PREPARE question AS ${sql}`);
    cancellable();
    const stream = await (await connection.send('EXECUTE question')).open();
    const { schema } = stream;
    const batches = [];
    let count = 0;
    for await (const batch of stream) {
      assertWanted(signal);
      batches.push(batch);
      count += batch.numRows;
      if (count > limit) break;
    }
    if (count > limit) await connection.cancelSent().catch(() => undefined);
    return {
      columns: schema.fields.map(({ name }) => name),
      rows: arrowCells(schema, batches, limit),
      cut: count > limit,
    };
  });
}

/** A connection of its own for one statement; from `cancellable` on the signal cancels inside DuckDB. */
async function withConnection<T>(
  db: AsyncDuckDB,
  signal: AbortSignal,
  work: (connection: AsyncDuckDBConnection, cancellable: () => void) => Promise<T>,
): Promise<T> {
  const connection = await db.connect();
  const cancel = () => void connection.cancelSent().catch(() => undefined);
  try {
    return await work(connection, () => {
      assertWanted(signal);
      signal.addEventListener('abort', cancel);
    });
  } finally {
    signal.removeEventListener('abort', cancel);
    await connection.close();
  }
}

async function execute(
  connection: AsyncDuckDBConnection,
  values: readonly SqlValue[],
  signal: AbortSignal,
): Promise<EngineRow[]> {
  const list = values.length > 0 ? `(${values.map(sqlLiteral).join(', ')})` : '';
  const stream = await (await connection.send(`EXECUTE question${list}`)).open();
  const { schema } = stream;
  const batches = [];
  for await (const batch of stream) {
    assertWanted(signal);
    batches.push(batch);
  }
  return arrowRows(schema, batches);
}

/** The caller has its answer already; this only ends the work. */
function assertWanted(signal: AbortSignal): void {
  if (signal.aborted) throw new Error('query was canceled');
}
