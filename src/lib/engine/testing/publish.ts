import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import { SCHEMA_VERSION } from '#lib/model/index.ts';
import type {
  Column,
  ColumnType,
  Layer,
  Manifest,
  ManifestFile,
  TableName,
} from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import type { EngineRow, SqlValue, TableReader } from '../engine.ts';
import { sha256Hex } from '../load/sha256.ts';
import { MANIFEST_PATH } from '../load/manifest.ts';
import type { DataSource } from '../load/source.ts';
import { columnsOf } from '../load/table.ts';

/** Published data made in memory, for tests; runs in Node and in a browser. */

export type TableRows = Partial<Record<TableName, readonly EngineRow[]>>;

export interface PublishedData {
  readonly source: DataSource;
  readonly manifest: Manifest;
  readonly layer: Layer;
}

/** Publishes `tables` as the pipeline would: Parquet, hashes in the names, manifest. */
export function publish(layer: Layer, tables: TableRows): PublishedData & { files: FileMap } {
  const files: FileMap = new Map();
  const listed: ManifestFile[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const rows = tables[table] ?? [];
    const bytes = writeTable(columnsOf(table), rows);
    const sha256 = sha256Hex(bytes);
    const path = `${layer}/${table}-${sha256.slice(0, 12)}.parquet`;
    files.set(path, bytes);
    listed.push({ table, layer, path, sha256, bytes: bytes.length, rows: rows.length });
  }
  const manifest: Manifest = {
    schema_version: SCHEMA_VERSION,
    edition: { id: 'test', cutoff: '2025-12-31', layer, scheme: 'test' },
    files: listed,
    schemes: [],
    recomputed: [],
    editions: [],
    inputs: [],
  };
  files.set(MANIFEST_PATH, new TextEncoder().encode(JSON.stringify(manifest)));
  return { source: memorySource(files), manifest, layer, files };
}

export type FileMap = Map<string, Uint8Array>;

export function memorySource(files: ReadonlyMap<string, Uint8Array>): DataSource {
  return {
    read(path) {
      const bytes = files.get(path);
      return bytes
        ? Promise.resolve(bytes)
        : Promise.reject(new EngineError('not_found', `${path} is not there.`, { subject: path }));
    },
  };
}

export const readerOf = (tables: TableRows): TableReader => ({
  rows: (table) => tables[table] ?? [],
});

/** Parquet with exactly these columns; small row groups, so that tests meet more than one. */
export function writeTable(columns: readonly Column[], rows: readonly EngineRow[]): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, nullable }) => ({
      name,
      ...PARQUET_TYPE[type],
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    })),
  ];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema });
  const columnData = columns.map(({ name, type }) => ({
    name,
    data: rows.map((row) => toParquet(type, row[name] ?? null)),
  }));
  if (rows.length > 0) void parquet.write({ columnData, rowGroupSize: 100 });
  void parquet.finish();
  return new Uint8Array(writer.getBuffer());
}

const PARQUET_TYPE: Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  double: { type: 'DOUBLE' },
  int32: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
};

const toParquet = (type: ColumnType, value: SqlValue): SqlValue | Date =>
  type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
