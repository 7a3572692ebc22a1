import type { DataSource } from '#lib/engine/index.ts';
import type { LocalFile } from './local-pack.ts';

/** Imported files before published ones; names carry the content's hash, so none is mistaken. */
export function overlaySource(files: readonly LocalFile[], published: DataSource): DataSource {
  const own = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    read(path, options = {}) {
      const bytes = own.get(path);
      if (!bytes) return published.read(path, options);
      options.onProgress?.(bytes.length, bytes.length);
      return Promise.resolve(bytes);
    },
  };
}
