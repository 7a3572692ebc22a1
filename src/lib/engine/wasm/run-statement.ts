import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { EngineRow, SqlValue } from '../engine.ts';
import { arrowRows } from './arrow-rows.ts';
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
  const connection = await db.connect();
  const cancel = () => void connection.cancelSent().catch(() => undefined);
  try {
    await connection.query(`PREPARE question AS ${sql}`);
    assertWanted(signal);
    signal.addEventListener('abort', cancel);
    return await execute(connection, values, signal);
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
