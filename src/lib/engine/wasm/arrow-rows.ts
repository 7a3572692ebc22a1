import { DataType, DateUnit, Type } from 'apache-arrow';
import type { RecordBatch, Schema } from 'apache-arrow';
import { EngineError } from '../engine.ts';
import type { EngineRow, SqlValue } from '../engine.ts';

type Convert = (value: unknown) => SqlValue;

/**
 * Rows of a result as every engine hands them over: days as ISO strings, numbers as doubles.
 * Throws EngineError `decode_failed` for types that no query should return (timestamps,
 * lists; enumerations, whose words DuckDB-WASM leaves out of a streamed result).
 */
export function arrowRows(schema: Schema, batches: readonly RecordBatch[]): EngineRow[] {
  const columns = schema.fields.map(({ name, type }) => ({
    name,
    convert: converter(name, type as DataType),
  }));
  return batches.flatMap((batch) => {
    const vectors = columns.map((_, index) => batch.getChildAt(index));
    return Array.from({ length: batch.numRows }, (_, row) =>
      Object.fromEntries(
        columns.map(({ name, convert }, index) => {
          const value: unknown = vectors[index]?.get(row);
          return [name, value === null || value === undefined ? null : convert(value)];
        }),
      ),
    );
  });
}

/** The first rows of a result, cell by cell: columns of one name do not hide each other. */
export function arrowCells(
  schema: Schema,
  batches: readonly RecordBatch[],
  limit: number,
): SqlValue[][] {
  const converts = schema.fields.map(({ name, type }) => converter(name, type as DataType));
  const rows: SqlValue[][] = [];
  for (const batch of batches) {
    const vectors = converts.map((_, index) => batch.getChildAt(index));
    for (let row = 0; row < batch.numRows && rows.length < limit; row++)
      rows.push(
        converts.map((convert, index) => {
          const value: unknown = vectors[index]?.get(row);
          return value === null || value === undefined ? null : convert(value);
        }),
      );
  }
  return rows;
}

/** DuckDB is opened so that it casts wide integers and decimals to doubles itself. */
function converter(column: string, type: DataType): Convert {
  if (DataType.isInt(type) || DataType.isFloat(type)) return Number;
  if (DataType.isBool(type)) return Boolean;
  if (DataType.isUtf8(type)) return String;
  if (DataType.isDate(type) && type.unit === DateUnit.DAY) return isoDay;
  throw new EngineError(
    'decode_failed',
    `Column ${column}: ${Type[type.typeId]} is not a type that queries return.`,
    { subject: column },
  );
}

/** Arrow hands days over as milliseconds since 1970-01-01. */
const isoDay: Convert = (milliseconds) => new Date(Number(milliseconds)).toISOString().slice(0, 10);
