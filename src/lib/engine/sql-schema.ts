import type { ColumnType, TableName } from '#lib/model/index.ts';
import { columnsOf } from './load/table.ts';

/** What both DuckDB engines are told, so that they differ in nothing but where they run. */

/** First statements of every connection: a stray function must be an error, not a download. */
export const OPEN_SETTINGS = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
] as const;

/** After loading: no file, no network, and no way back. */
export const LOCK_SETTINGS = [
  'SET enable_external_access = false',
  'SET lock_configuration = true',
] as const;

export const MEMORY_LIMIT = '512MB';

/** Milliseconds a query may take unless the caller says otherwise. */
export const QUERY_DEADLINE = 15_000;

const SQL_TYPE: Record<ColumnType, string> = {
  string: 'VARCHAR',
  date: 'DATE',
  double: 'DOUBLE',
  int32: 'INTEGER',
  boolean: 'BOOLEAN',
};

export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table of TABLES exists in an engine, be it empty. */
export function createTableSql(name: TableName): string {
  const columns = columnsOf(name).map(
    (column) =>
      `${quoteIdentifier(column.name)} ${SQL_TYPE[column.type]}${column.nullable ? '' : ' NOT NULL'}`,
  );
  return `CREATE TABLE ${quoteIdentifier(name)} (${columns.join(', ')})`;
}
