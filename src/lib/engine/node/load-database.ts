import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { TABLE_NAMES } from '#lib/model/index.ts';
import type { Layer, ManifestFile } from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import { createTableLoader } from '../load/load-tables.ts';
import { loadManifest } from '../load/manifest.ts';
import { columnsOf } from '../load/table.ts';
import { createTableSql, LOCK_SETTINGS, quoteIdentifier } from '../sql-schema.ts';
import { fileSource } from './file-source.ts';

/**
 * Creates all tables, fills those the manifest lists, and locks the database. The files are
 * verified and decoded by the loader that the browser uses, which gives the same errors; the rows
 * then come from DuckDB's own Parquet reader, so that the two readers check each other.
 */
export async function loadDatabase(
  instance: DuckDBInstance,
  folder: string,
  layer: Layer,
): Promise<void> {
  const source = fileSource(folder);
  const manifest = await loadManifest(source);
  await createTableLoader(source, manifest, layer).load(TABLE_NAMES);
  const connection = await instance.connect();
  try {
    for (const name of TABLE_NAMES) await connection.run(createTableSql(name));
    for (const file of manifest.files.filter((file) => file.layer === layer))
      await insertFile(connection, folder, file);
    for (const setting of LOCK_SETTINGS) await connection.run(setting);
  } finally {
    connection.closeSync();
  }
}

async function insertFile(
  connection: DuckDBConnection,
  folder: string,
  file: ManifestFile,
): Promise<void> {
  const columns = columnsOf(file.table)
    .map((column) => quoteIdentifier(column.name))
    .join(', ');
  const sql =
    `INSERT INTO ${quoteIdentifier(file.table)} (${columns}) ` +
    `SELECT ${columns} FROM read_parquet(?, hive_partitioning = false)`;
  const { rowsChanged } = await connection
    .run(sql, [literalGlob(join(folder, file.path))])
    .catch((cause: unknown) => {
      throw new EngineError('boot_failed', `${file.path} could not be loaded into DuckDB.`, {
        sql,
        subject: file.path,
        cause,
      });
    });
  if (rowsChanged !== file.rows)
    throw new EngineError(
      'boot_failed',
      `${file.path}: ${rowsChanged} of ${file.rows} rows read.`,
      {
        sql,
        subject: file.path,
      },
    );
}

/** read_parquet takes a pattern; a folder may be called `data [2025]`. */
const literalGlob = (path: string): string => path.replace(/[[*?]/g, '[$&]');
