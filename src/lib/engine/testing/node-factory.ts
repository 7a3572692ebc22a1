import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MANIFEST_PATH } from '../load/manifest.ts';
import { openNodeEngine } from '../node/node-engine.ts';
import type { NodeEngine } from '../node/node-engine.ts';
import type { PublishedData } from './publish.ts';

/** Runs `work` over a folder that holds the published files; the folder goes afterwards. */
export async function withFolder<T>(
  { manifest, source }: PublishedData,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  // The brackets are there because read_parquet would take them for a pattern.
  const folder = await mkdtemp(join(tmpdir(), 'engine [2025] '));
  try {
    for (const path of manifest.files.map((file) => file.path)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), await source.read(path));
    }
    await writeFile(join(folder, MANIFEST_PATH), JSON.stringify(manifest));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Native DuckDB over published data that may exist in memory only. */
export const makeNodeEngine = (published: PublishedData): Promise<NodeEngine> =>
  withFolder(published, (folder) => openNodeEngine(folder, published.layer));
