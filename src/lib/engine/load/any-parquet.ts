/** Parquet files of any columns, as people hand them in: a header and rows, nothing interpreted. */
import { parquetMetadata, parquetRead } from 'hyparquet';
import { EngineError } from '../engine.ts';

export type PlainCell = string | number | boolean | null;

export interface PlainRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly PlainCell[])[];
}

/** What an import takes of a table of text; asked of the file's own description before it is unpacked. */
const MOST = { rows: 200_000, columns: 500, cells: 1_500_000, bytes: 200 * 1024 * 1024 };

const cellOf = (value: unknown): PlainCell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  // Beyond 2^53 a double would be another number: the digits are kept as text.
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return JSON.stringify(value);
};

/**
 * Reads the bytes in the order of their rows. Days become ISO text. Rejects with EngineError
 * `wrong_content` when they are no readable Parquet, are packed in a way that is not known here, or
 * hold more than an import takes.
 */
export async function readAnyParquet(bytes: Uint8Array): Promise<PlainRows> {
  try {
    const file = bytes.slice().buffer;
    const metadata = parquetMetadata(file);
    const header = metadata.schema.slice(1).map(({ name }) => name);
    const rowCount = Number(metadata.num_rows);
    const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
    if (metadata.schema.slice(1).some(({ num_children }) => num_children))
      throw new Error('columns within columns');
    if (
      rowCount > MOST.rows ||
      header.length > MOST.columns ||
      rowCount * header.length > MOST.cells ||
      size > MOST.bytes
    )
      throw new Error(`${rowCount} rows of ${header.length} columns are too many`);
    let read: readonly (readonly unknown[])[] = [];
    await parquetRead({ file, metadata, rowFormat: 'array', onComplete: (rows) => (read = rows) });
    return { header, rows: read.map((row) => header.map((_, at) => cellOf(row[at]))) };
  } catch (cause) {
    throw new EngineError('wrong_content', cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}
