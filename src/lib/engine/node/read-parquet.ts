import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { EngineError } from '../engine.ts';
import { MEMORY_LIMIT, quoteIdentifier } from '../sql-schema.ts';

/** A Parquet file of any columns: numbers as doubles, everything else as text, null for absent. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const NUMERIC =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/**
 * Reads a Parquet file that is not one of the product's tables, in the order of its rows. Rejects
 * with EngineError `wrong_content` when it is not readable Parquet.
 */
export async function readParquet(path: string): Promise<PlainTable> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    memory_limit: MEMORY_LIMIT,
    temp_directory: '',
  });
  try {
    return await readTable(await instance.connect(), path);
  } catch (cause) {
    throw new EngineError('wrong_content', `${path} is not a readable Parquet file.`, {
      subject: path,
      cause,
    });
  } finally {
    instance.closeSync();
  }
}

async function readTable(connection: DuckDBConnection, path: string): Promise<PlainTable> {
  const columns = (await connection.runAndReadAll('describe select * from read_parquet(?)', [path]))
    .getRows()
    .map(([name, type]) => ({ name: String(name), type: String(type) }));
  const selected = columns.map(({ name, type }) => {
    const target = NUMERIC.test(type) ? 'double' : 'varchar';
    return `cast(${quoteIdentifier(name)} as ${target})`;
  });
  const sql = `select ${selected.join(', ')} from read_parquet(?)`;
  const reader = await connection.runAndReadAll(sql, [path]);
  return {
    header: columns.map(({ name }) => name),
    rows: reader
      .getRows()
      .map((row) =>
        row.map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null)),
      ),
  };
}
