import { EngineError } from './engine.ts';
import type { EngineRow, Query } from './engine.ts';

/** Decodes an answer row by row; the error says which query and which row. */
export function decodeRows<Params, Row>(
  query: Query<Params, Row>,
  rows: readonly EngineRow[],
): Row[] {
  return rows.map((row, index) => {
    try {
      return query.decode(row);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new EngineError('decode_failed', `${query.name}, row ${index + 1}: ${reason}`, {
        sql: query.sql,
        subject: query.name,
        cause,
      });
    }
  });
}

/** Passes an EngineError on and makes `query_failed` of everything else. */
export function queryFailed(
  query: Pick<Query<never, unknown>, 'name' | 'sql'>,
  cause: unknown,
): EngineError {
  if (cause instanceof EngineError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EngineError('query_failed', `${query.name}: ${reason}`, {
    sql: query.sql,
    subject: query.name,
    cause,
  });
}

export const engineClosed = (subject: string): EngineError =>
  new EngineError('closed', `${subject}: the engine is closed.`, { subject });
