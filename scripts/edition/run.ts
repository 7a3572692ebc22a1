/** `npm run edition`: everything is computed and checked before a byte is written. */
import { fileRole, readEdition, type Edition, type InputFile } from '#lib/intake/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildData } from '../data/build-data.ts';
import { readFolder } from '../data/read-folder.ts';
import { writeFiles } from '../data/replace-folder.ts';
import { writeTogether } from '../lib/write-together.ts';
import { problem, stopOn } from '../score/problem.ts';
import { checkLock, checkNext, yearOf } from './check-request.ts';
import { editionFile, folderThen } from './folder-then.ts';
import type { EditionOptions } from './options.ts';
import { editionAsked, ledgerOf, planEdition, type Plan } from './plan.ts';
import { formatNext, formatPlan, formatWritten } from './report.ts';

/** Takes lines of the report. */
export type Say = (line: string) => void;

/** Locks, or only moves on. Throws InputError with the reasons where that is refused. */
export async function runEdition(
  options: EditionOptions,
  toolVersion: string,
  say: Say,
): Promise<void> {
  const { locale } = options;
  const files = (await readFolder(options.data)).filter(
    ({ path }) => fileRole(path).kind !== 'ignored',
  );
  const inForce = inForceOf(files);
  const ledger = ledgerOf(files);
  stopOn([
    ...(options.id === null ? [] : checkLock(options.id, options, inForce, ledger)),
    ...(options.next === null ? [] : checkNext(options.next, options.id, inForce, ledger)),
  ]);

  const next = options.next === null ? null : nextEdition(options.next, inForce);
  let plan: Plan | null = null;
  if (options.id !== null) {
    const { id } = options;
    say(
      locale === 'zh'
        ? '检查现有数据，并用 SQL 另算一遍'
        : 'checking the data, computing again in SQL',
    );
    await mustBeClean(files, options, 'now', say);
    await mustBeClean(folderThen(files, editionAsked(id, inForce, ledger)), options, 'then', say);
    plan = planEdition(files, inForce, { ...options, id }, toolVersion);
    await mustBeClean(replaced(files, plan.files), options, 'after', say);
    formatPlan(plan, locale).forEach(say);
  }
  const output = [...(plan?.files ?? []), ...(next ? [editionFile(next)] : [])];
  if (!options.dryRun) await writeTogether(options.data, output);
  formatWritten(output, options, locale).forEach(say);
  if (next) formatNext(next, files, locale).forEach(say);
}

function inForceOf(files: readonly InputFile[]): Edition {
  const file = files.find(({ path }) => path === 'edition.json');
  const edition = file ? readEdition(file.path, file.bytes).edition : null;
  if (!edition)
    stopOn([
      problem(
        'edition.json',
        '没有此文件或内容不合格：先运行 npm run data -- --check',
        'is missing or not sound: run npm run data -- --check first',
      ),
    ]);
  return edition as Edition;
}

/** The same year again, or another one to its end. */
const nextEdition = (id: string, inForce: Edition): Edition => ({
  ...inForce,
  id,
  cutoff: inForce.cutoff.startsWith(yearOf(id)) ? inForce.cutoff : `${yearOf(id)}-12-31`,
});

function replaced(files: readonly InputFile[], fresh: readonly InputFile[]): InputFile[] {
  const paths = new Set(fresh.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...fresh];
}

const DIRTY = {
  now: [
    '数据有错误或两种算法结果不一致，见上；改正后再锁定',
    'the data have errors, or the two computations differ, see above: mend them before locking',
  ],
  then: [
    '本版所依据的数据（截至该年）有错误或两种算法结果不一致，见上',
    'the data this edition rests on (up to its year) have errors, or the two computations differ, see above',
  ],
  after: [
    '锁定后的数据通不过检查，见上；没有写出',
    'locked, the data would not pass, see above: nothing was written',
  ],
} as const satisfies Record<string, readonly [string, string]>;

/** Runs the whole of `npm run data -- --check` on the files. */
async function mustBeClean(
  files: readonly InputFile[],
  { locale, data }: { readonly locale: Locale; readonly data: string },
  which: keyof typeof DIRTY,
  say: Say,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hengjian-edition-'));
  try {
    await writeFiles(folder, files);
    const lines: string[] = [];
    const log = { step: () => undefined, line: (text: string) => void lines.push(text) };
    const { ok } = await buildData({ dataDir: folder, outDir: null, log, locale });
    if (ok) return;
    lines.forEach(say);
    const [zh, en] = DIRTY[which];
    stopOn([problem(data, zh, en)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
