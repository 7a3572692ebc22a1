import '../old-browsers.ts';
import type { ManifestFile } from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import { decodeTable } from './decode.ts';
import { sha256Hex } from './sha256.ts';
import type { DecodedTable } from './table.ts';

/**
 * Length and SHA-256 are checked before a byte is used: Parquet has no integrity check of its
 * own, and a third of single-bit faults read as silently different data.
 */
export function verify(file: Pick<ManifestFile, 'path' | 'bytes' | 'sha256'>, bytes: Uint8Array) {
  const { path } = file;
  if (bytes.length !== file.bytes)
    throw new EngineError(
      'wrong_content',
      `${path} should have ${file.bytes} bytes but has ${bytes.length}.`,
      { subject: path },
    );
  if (sha256Hex(bytes) !== file.sha256)
    throw new EngineError(
      'hash_mismatch',
      `${path} is damaged: its SHA-256 is not the manifest's.`,
      {
        subject: path,
      },
    );
}

/** Decodes a verified file; its rows must be as many as the manifest says. */
export async function open(file: ManifestFile, bytes: Uint8Array): Promise<DecodedTable> {
  const table = await decodeTable(file.table, bytes);
  if (table.rowCount !== file.rows)
    throw new EngineError(
      'schema_mismatch',
      `${file.path} should have ${file.rows} rows but has ${table.rowCount}.`,
      { subject: file.path },
    );
  return table;
}
