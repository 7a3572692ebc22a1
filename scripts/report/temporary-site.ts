/** Data folders published for one report, beside the site's own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputFile } from '#lib/intake/index.ts';
import { publishedFolder, type PublishedFolder } from '#lib/briefing/server/make-published.ts';
import type { Locale } from '#lib/model/index.ts';
import { buildData } from '../data/build-data.ts';
import { writeFiles } from '../data/replace-folder.ts';
import { problem, stopOn } from '../score/problem.ts';

export interface TemporarySite {
  readonly published: PublishedFolder;
  readonly remove: () => Promise<void>;
}

/**
 * Checks and publishes raw files as `npm run data` does. Throws InputError where they are faulty,
 * after telling everything that is wrong. `name`: of the folder, for the message.
 */
export async function publishFiles(
  files: readonly InputFile[],
  name: string,
  locale: Locale,
  say: (line: string) => void,
): Promise<TemporarySite> {
  const work = await mkdtemp(join(tmpdir(), 'hengjian-report-'));
  const remove = () => rm(work, { recursive: true, force: true });
  try {
    const [raw, out] = [join(work, 'data'), join(work, 'published')];
    await writeFiles(raw, files);
    const lines: string[] = [];
    const log = { step: () => undefined, line: (text: string) => void lines.push(text) };
    const { ok } = await buildData({ dataDir: raw, outDir: out, log, locale });
    if (!ok) {
      lines.forEach(say);
      stopOn([
        problem(
          name,
          '数据有错误，或两种算法结果不一致，见上；改正后再试',
          'has errors, or its two computations differ, see above: mend them and try again',
        ),
      ]);
    }
    return { published: publishedFolder(out), remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
