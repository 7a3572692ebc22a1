import type { InputFile } from '#lib/intake/index.ts';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * All files below a folder with their bytes, sorted by path (forward slashes). Throws when there
 * is no such folder.
 */
export async function readFolder(folder: string): Promise<InputFile[]> {
  if (!existsSync(folder)) throw new Error(`找不到数据文件夹 no such data folder: ${folder}`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(
    paths.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })),
  );
}
