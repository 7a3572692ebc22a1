/** The data folder as a site publishes it, put together again in the page. */
import { EngineError } from '#lib/engine/engine.ts';
import { sha256Hex } from '#lib/engine/load/sha256.ts';
import type { DataSource } from '#lib/engine/load/source.ts';
import type { Manifest } from '#lib/model/index.ts';
import { rawPath } from '#lib/publish/index.ts';
import type { LocalFile } from './local-pack.ts';

/** Files fetched at a time. */
const ABREAST = 6;

/**
 * Every raw file that the manifest lists, with its own path, each with the very hash that is listed.
 * Rejects with an EngineError.
 */
export async function fetchFolder(
  manifest: Manifest,
  source: DataSource,
  onProgress: (done: number, total: number) => void,
): Promise<LocalFile[]> {
  const { inputs } = manifest;
  const published = publishedSchemes(manifest);
  const files: LocalFile[] = [];
  let next = 0;
  const fetchOne = async (): Promise<void> => {
    for (let at = next++; at < inputs.length; at = next++) {
      const input = inputs[at];
      if (!input) return;
      const { path, sha256 } = input;
      const bytes = await source.read(published.get(sha256) ?? rawPath(path), {
        freshness: 'revalidate',
      });
      if (sha256Hex(bytes) !== sha256)
        throw new EngineError('hash_mismatch', `${path} is not what the manifest lists.`, {
          subject: path,
        });
      files.push({ path, bytes });
      onProgress(files.length, inputs.length);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, fetchOne));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Schemes lie under names of their own; their hashes tell which is which. */
const publishedSchemes = ({ schemes, editions }: Manifest): ReadonlyMap<string, string> =>
  new Map([
    ...editions.map(({ scheme_sha256, scheme_path }) => [scheme_sha256, scheme_path] as const),
    ...schemes.map(({ sha256, path }) => [sha256, path] as const),
  ]);

/** Files of one folder with others in place of those of the same path. */
export function overlaid(
  folder: readonly LocalFile[],
  tables: readonly LocalFile[],
): readonly LocalFile[] {
  const own = new Map(tables.map((file) => [file.path, file]));
  const kept = folder.filter(({ path }) => !own.has(path));
  return [...kept, ...tables].sort((a, b) => (a.path < b.path ? -1 : 1));
}
