import type { SqlValue } from '../engine.ts';

/**
 * A parameter as an SQL constant, typed as native DuckDB binds it: whole numbers as integers,
 * others as DOUBLE. The statement itself is prepared beforehand and never contains a value;
 * constants stand only in `EXECUTE`, because DuckDB-WASM can cancel no other prepared statement.
 */
export function sqlLiteral(value: SqlValue): string {
  switch (typeof value) {
    case 'string':
      return textLiteral(value);
    case 'number':
      return numberLiteral(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      return 'NULL';
  }
}

/** In DuckDB's plain strings only the quote is special; a NUL would end the statement. */
function textLiteral(text: string): string {
  return text
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ');
}

function numberLiteral(value: number): string {
  if (Number.isSafeInteger(value)) return `${value}`;
  return Number.isFinite(value) ? value.toExponential() : `'${value}'::DOUBLE`;
}
