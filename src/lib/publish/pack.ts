/** Checked tables as the files that pages and engines read, and the manifest that lists them. */
import { MANIFEST_PATH } from '#lib/engine/load/manifest.ts';
import { sha256Hex } from '#lib/engine/load/sha256.ts';
import { writeParquet } from '#lib/engine/write/parquet-writer.ts';
import type { LayerTable } from '#lib/intake/index.ts';
import {
  SCHEMA_VERSION,
  type Manifest,
  type ManifestEdition,
  type ManifestFile,
  type ManifestScheme,
} from '#lib/model/index.ts';

export interface PublishedFile {
  /** Relative to the manifest, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file's name carries its content: it may be cached for ever, and a stale one is not found. */
const hashed = (stem: string, sha256: string, extension: string) =>
  `${stem}.${sha256.slice(0, 12)}.${extension}`;

export interface SchemeInput {
  readonly id: string;
  readonly version: string;
  /** Relative to the data folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PackInput {
  readonly edition: Manifest['edition'];
  readonly tables: readonly LayerTable[];
  readonly schemes: readonly SchemeInput[];
  /** Schemes of the locked editions, kept to be read, not to rank by. */
  readonly oldSchemes: readonly SchemeInput[];
  readonly ledger: readonly ManifestEdition[];
  /** The raw files, with paths relative to the data folder. */
  readonly inputs: readonly PublishedFile[];
}

/** Where a raw file of the data folder lies among the published ones. */
export const rawPath = (path: string): string => `raw/${path}`;

/** Schemes are published under names of their own, by `pack`. */
const isScheme = (path: string): boolean => path.startsWith('schemes/');

/**
 * Tables and schemes as the files of static/data/ and what the manifest says of them; the manifest
 * itself is written last, when it is known what a second computation came to. The same input gives
 * the same bytes, in Node and in browsers. Throws a TypeError for a row that breaks its table.
 */
export function pack(input: PackInput): { files: PublishedFile[]; manifest: Manifest } {
  const output: PublishedFile[] = [];
  const files = input.tables.map(({ layer, table, rows }): ManifestFile => {
    const bytes = writeParquet(table, rows);
    const sha256 = sha256Hex(bytes);
    const path = hashed(`${layer}/${table}`, sha256, 'parquet');
    output.push({ path, bytes });
    const file = { table, layer, path, sha256, bytes: bytes.length, rows: rows.length };
    return table === 'observation' ? { ...file, values: valuesIn(rows) } : file;
  });
  const schemes = input.schemes.map(({ id, version, bytes }): ManifestScheme => {
    const sha256 = sha256Hex(bytes);
    const path = hashed(`schemes/${id}`, sha256, 'json');
    output.push({ path, bytes });
    return { id, version, path, sha256, bytes: bytes.length };
  });
  const oldPaths = new Map(
    input.oldSchemes.map(({ id, version, path: from, bytes }) => {
      const path = hashed(`schemes/history/${id}-${version}`, sha256Hex(bytes), 'json');
      output.push({ path, bytes });
      return [from, path];
    }),
  );
  const editions = input.ledger.map((edition): ManifestEdition => ({
    ...edition,
    scheme_path: oldPaths.get(edition.scheme_path) ?? edition.scheme_path,
    result_path: rawPath(edition.result_path),
  }));
  // The tables as people keep them, so that a cell named on the page can be opened, and all else
  // that it takes to check further tables against them in the page.
  for (const { path, bytes } of input.inputs)
    if (!isScheme(path)) output.push({ path: rawPath(path), bytes });
  const inputs = input.inputs.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes) }));
  const manifest: Manifest = {
    schema_version: SCHEMA_VERSION,
    edition: input.edition,
    files,
    schemes,
    recomputed: [],
    editions,
    inputs,
  };
  return { files: output, manifest };
}

/** A row may say why there is no value, which is none. */
const valuesIn = (rows: LayerTable['rows']): number =>
  rows.filter((row) => 'value' in row && row.value !== null).length;

export const manifestFile = (manifest: Manifest): PublishedFile => ({
  path: MANIFEST_PATH,
  bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
});
