import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a path in a fixed order (the path itself when it is a file), without `except`. */
function filesBelow(path: string, except: readonly string[]): string[] {
  if (except.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesBelow(join(path, name), except));
}

/**
 * One SHA-256 (hex) over the names and bytes of all files below the given paths.
 * Paths that do not exist are taken as absent, not as an error.
 */
export function hashTree(paths: readonly string[], except: readonly string[] = []): string {
  const hash = createHash('sha256');
  const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
  for (const file of paths.filter(exists).flatMap((path) => filesBelow(path, except))) {
    const bytes = readFileSync(file);
    hash.update(`${file.replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
