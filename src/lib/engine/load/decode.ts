import { parquetMetadata, parquetRead } from 'hyparquet';
import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { Column, ColumnType, TableName } from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import type { SqlValue } from '../engine.ts';
import { columnsOf } from './table.ts';
import type { DecodedTable } from './table.ts';

/**
 * Parquet bytes -> the columns of TABLES[name]. Days become ISO strings, missing becomes null.
 * Rejects with EngineError `wrong_content` when the bytes are no readable Parquet, and
 * `schema_mismatch`, naming the column, when the file's columns, types or nulls are not the
 * table's, or a number is not finite. Columns the table does not know are refused too: the
 * manifest's schema version should have announced them.
 */
export async function decodeTable(name: TableName, bytes: Uint8Array): Promise<DecodedTable> {
  const file = exactBuffer(bytes);
  const metadata = readMetadata(name, file);
  checkSchema(name, metadata);
  const rowCount = Number(metadata.num_rows);
  const chunks = await readColumns(name, file, metadata);
  const columns = columnsOf(name).map((column) =>
    assemble(name, column, chunks.get(column.name) ?? [], rowCount),
  );
  return { name, rowCount, columns };
}

interface Chunk {
  readonly start: number;
  readonly values: ArrayLike<unknown>;
}

/** hyparquet wants an ArrayBuffer that holds the file and nothing else. */
function exactBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength)
    return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

function readMetadata(name: TableName, file: ArrayBuffer): FileMetaData {
  try {
    return parquetMetadata(file);
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

async function readColumns(
  name: TableName,
  file: ArrayBuffer,
  metadata: FileMetaData,
): Promise<Map<string, Chunk[]>> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunks = new Map<string, Chunk[]>();
  try {
    await parquetRead({
      file,
      metadata,
      parsers: {
        dateFromDays: (days: number | undefined) => (days === undefined ? undefined : isoDay(days)),
        stringFromBytes: (text: Uint8Array | undefined) => text && utf8.decode(text),
      },
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = chunks.get(columnName) ?? [];
        column.push({ start: rowStart, values: columnData });
        chunks.set(columnName, column);
      },
    });
  } catch (cause) {
    throw unreadable(name, cause);
  }
  return chunks;
}

function assemble(
  table: TableName,
  column: Column,
  chunks: readonly Chunk[],
  rowCount: number,
): SqlValue[] {
  const found = chunks.reduce((sum, chunk) => sum + chunk.values.length, 0);
  if (found !== rowCount)
    throw mismatch(table, column.name, `has ${found} values for ${rowCount} rows`);
  const values = new Array<SqlValue>(rowCount).fill(null);
  for (const { start, values: part } of chunks)
    for (let index = 0; index < part.length; index++)
      values[start + index] = cell(table, column, start + index, part[index]);
  return values;
}

function cell(table: TableName, column: Column, row: number, value: unknown): SqlValue {
  if (value === null || value === undefined) {
    if (column.nullable) return null;
    throw mismatch(table, column.name, `must not be empty but is in row ${row + 1}`);
  }
  if (typeof value !== JS_TYPE[column.type])
    throw mismatch(table, column.name, `holds a ${typeof value} in row ${row + 1}`);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw mismatch(table, column.name, `holds ${value} in row ${row + 1}, not a finite number`);
  // DuckDB keeps the mark and its JavaScript readers drop it, so that engines would differ.
  if (typeof value === 'string' && value.startsWith('\ufeff'))
    throw mismatch(table, column.name, `begins with a byte order mark in row ${row + 1}`);
  return value as SqlValue;
}

const JS_TYPE: Record<ColumnType, 'string' | 'number' | 'boolean'> = {
  string: 'string',
  date: 'string',
  double: 'number',
  int32: 'number',
  boolean: 'boolean',
};

const PARQUET_TYPE: Record<ColumnType, (element: SchemaElement) => boolean> = {
  string: ({ type, converted_type, logical_type }) =>
    type === 'BYTE_ARRAY' && (converted_type === 'UTF8' || logical_type?.type === 'STRING'),
  date: ({ type, converted_type }) => type === 'INT32' && converted_type === 'DATE',
  double: ({ type }) => type === 'DOUBLE',
  int32: ({ type, converted_type }) =>
    type === 'INT32' && (converted_type === undefined || converted_type === 'INT_32'),
  boolean: ({ type }) => type === 'BOOLEAN',
};

function checkSchema(table: TableName, metadata: FileMetaData): void {
  const found = new Map(metadata.schema.slice(1).map((element) => [element.name, element]));
  for (const column of columnsOf(table)) {
    const element = found.get(column.name);
    if (!element) throw mismatch(table, column.name, 'is missing from the file');
    if (element.repetition_type === 'REPEATED' || !PARQUET_TYPE[column.type](element))
      throw mismatch(
        table,
        column.name,
        `should be ${column.type} but is ${element.converted_type ?? element.type ?? 'a group'}`,
      );
    found.delete(column.name);
  }
  for (const extra of found.keys()) throw mismatch(table, extra, 'is not a column of the table');
}

const isoDay = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const mismatch = (table: TableName, column: string, what: string) =>
  new EngineError('schema_mismatch', `Table ${table}: column ${column} ${what}.`, {
    subject: `${table}.${column}`,
  });

const unreadable = (table: TableName, cause: unknown) =>
  new EngineError('wrong_content', `Table ${table}: the bytes are not a readable Parquet file.`, {
    subject: table,
    cause,
  });
