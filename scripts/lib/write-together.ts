import type { InputFile } from '#lib/intake/index.ts';
import { writeFiles } from '../data/replace-folder.ts';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Puts files into a folder that has others too, all of them or none: everything is written beside
 * the folder first and then renamed into place; when one cannot be, the others are put back as they
 * were.
 *
 * @param beforeRename for tests: called before each file is moved into place
 */
export async function writeTogether(
  folder: string,
  files: readonly InputFile[],
  beforeRename: (path: string) => void = () => undefined,
): Promise<void> {
  const target = resolve(folder);
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const [fresh, old] = [join(work, 'new'), join(work, 'old')];
  const done: { path: string; existed: boolean }[] = [];
  try {
    await writeFiles(fresh, files);
    for (const { path } of files) {
      const place = join(target, path);
      await mkdir(dirname(place), { recursive: true });
      await mkdir(dirname(join(old, path)), { recursive: true });
      beforeRename(path);
      const existed = existsSync(place);
      if (existed) await rename(place, join(old, path));
      done.push({ path, existed });
      await rename(join(fresh, path), place);
    }
  } catch (cause) {
    for (const { path, existed } of done.reverse()) {
      await rm(join(target, path), { force: true });
      if (existed) await rename(join(old, path), join(target, path));
    }
    throw cause;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
