import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PublishedFile } from '#lib/publish/index.ts';

export async function writeFiles(folder: string, files: readonly PublishedFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/**
 * Replaces a folder by new files in one step: everything is written beside it first and then
 * swapped in by renaming, so a reader sees the old files or the new ones, never a mixture, and a
 * failure leaves the old folder as it was.
 */
export async function replaceFolder(
  folder: string,
  files: readonly PublishedFile[],
): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, `.${basename(folder)}-`));
  const [fresh, old] = [join(work, 'new'), join(work, 'old')];
  try {
    await writeFiles(fresh, files);
    if (existsSync(folder)) await rename(folder, old);
    try {
      await rename(fresh, folder);
    } catch (cause) {
      if (existsSync(old)) await rename(old, folder);
      throw cause;
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
