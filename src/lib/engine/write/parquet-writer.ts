/**
 * Writes the tables that the engines read. hyparquet-writer instead of DuckDB's COPY: its bytes
 * depend on the rows alone, not on the platform or the number of threads.
 */
import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import { TABLES, type Column, type TableName } from '#lib/model/index.ts';

type Cell = string | number | boolean | Date | null;

const PARQUET_TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  double: { type: 'DOUBLE' },
  int32: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<Column['type'], Omit<SchemaElement, 'name'>>;

const JS_TYPES = {
  string: 'string',
  double: 'number',
  int32: 'number',
  boolean: 'boolean',
  date: 'string',
} as const satisfies Record<Column['type'], string>;

/** The cell as the writer takes it; a wrong type is a fault of the program and stops it. */
function cellOf(table: TableName, column: Column, row: object, index: number): Cell {
  const value = (row as Readonly<Record<string, unknown>>)[column.name] ?? null;
  const fail = (what: string): never => {
    throw new TypeError(`${table}.${column.name}, row ${index}: ${what}`);
  };
  if (value === null) return column.nullable ? null : fail('null in a column that has none');
  if (typeof value !== JS_TYPES[column.type])
    return fail(`${typeof value} where ${column.type} belongs`);
  if (column.type === 'int32' && ((value as number) | 0) !== value) return fail('not an int32');
  if (column.type === 'double' && !Number.isFinite(value)) return fail('not a finite number');
  if (column.type !== 'date') return value as Cell;
  const day = new Date(`${value as string}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? fail('not an ISO day') : day;
}

function elementOf(column: Column): SchemaElement {
  return {
    name: column.name,
    ...PARQUET_TYPES[column.type],
    repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
  };
}

/**
 * One table as a Parquet file: SNAPPY, one row group, columns and types of TABLES.
 * Rows keep their order; days are ISO strings. Throws TypeError for a row that breaks the table.
 */
export function writeParquet(table: TableName, rows: readonly object[]): Uint8Array {
  const columns: readonly Column[] = TABLES[table];
  const columnData = columns.map((column): ColumnSource => ({
    name: column.name,
    data: rows.map((row, index) => cellOf(table, column, row, index)),
  }));
  const buffer = parquetWriteBuffer({
    columnData,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    codec: 'SNAPPY',
    rowGroupSize: Math.max(1, rows.length),
    createdBy: 'hengjian',
  });
  return new Uint8Array(buffer);
}
