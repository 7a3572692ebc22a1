import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Replaces a folder by new files in one step: everything is written beside it first and then
 * swapped in by renaming, so a reader sees the old files or the new ones, never a mixture, and a
 * failure leaves the old folder as it was.
 */
export async function replaceFolder(folder: string, files: readonly OutputFile[]): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, `.${basename(folder)}-`));
  const [fresh, old] = [join(work, 'new'), join(work, 'old')];
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
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
