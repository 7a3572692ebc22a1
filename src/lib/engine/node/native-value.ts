import { DuckDBDateValue, DuckDBDecimalValue } from '@duckdb/node-api';
import type { DuckDBValue } from '@duckdb/node-api';
import { EngineError } from '../engine.ts';
import type { SqlValue } from '../engine.ts';

/**
 * A value of native DuckDB as engines hand it over: days as ISO strings, all numbers as doubles.
 * Throws EngineError `decode_failed` for an integer that a double cannot hold exactly and for
 * types that no query should return.
 */
export function fromNative(value: DuckDBValue, column: string): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return exactNumber(value, column);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  throw new EngineError(
    'decode_failed',
    `Column ${column}: ${value.constructor.name} is not a type that queries return.`,
    { subject: column },
  );
}

function exactNumber(value: bigint, column: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new EngineError('decode_failed', `Column ${column}: ${value} is too large for a number.`, {
    subject: column,
  });
}
