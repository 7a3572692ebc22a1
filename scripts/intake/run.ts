/** `npm run intake`: files to a report, and to tables where that is asked for. */
import type { InputFile } from '#lib/intake/index.ts';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeTogether } from '../lib/write-together.ts';
import { problem, stopOn } from '../score/problem.ts';
import { findFiles } from './find-files.ts';
import { DRAFT, REPORT, REPORT_BOOK, SUMMARY, TABLES, type Summary } from './job.ts';
import type { IntakeOptions } from './options.ts';
import { HOST_LIMITS, supervise, type HostLimits } from './supervise.ts';

export interface Streams {
  /** The report and nothing else. */
  readonly out: NodeJS.WritableStream;
  /** What was done with it. */
  readonly note: (line: string) => void;
}

/** 0: all is well, 1: something was refused or is asked. Throws InputError (wrong usage, or no result). */
export async function runIntake(
  options: IntakeOptions,
  today: string,
  { out, note }: Streams,
  limits: Partial<HostLimits> = {},
): Promise<0 | 1> {
  const files = await findFiles(options.paths);
  const { data, period, layer, locale, format } = options;
  checkFolders(options);
  const work = await mkdtemp(join(tmpdir(), 'hengjian-intake-'));
  try {
    const job = {
      ...{ data, period, layer, locale, format, day: today, mapping: options.mapping },
      report: options.report !== null,
      questions: options.questions !== null,
    };
    const { openSeconds, seconds } = options;
    await supervise(work, files, job, { ...HOST_LIMITS, openSeconds, seconds, ...limits });
    await pipeline(createReadStream(join(work, REPORT)), out, { end: false });
    const summary = JSON.parse(await readFile(join(work, SUMMARY), 'utf8')) as Summary;
    await keep(work, summary, options, note);
    return isWell(summary) ? 0 : 1;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const isWell = ({ refusedRows, refusedFiles, questions, conflicts, errors }: Summary): boolean =>
  refusedRows + refusedFiles + questions + conflicts + errors === 0;

function checkFolders({ data, mapping }: IntakeOptions): void {
  stopOn([
    ...(existsSync(join(data, 'edition.json'))
      ? []
      : [problem('--data', '不是数据文件夹', 'is no data folder', { found: data })]),
    ...(mapping === null || existsSync(mapping)
      ? []
      : [problem('--mapping', '没有这个文件', 'no such file', { found: mapping })]),
  ]);
}

/** Puts report, draft and tables where they are wanted. */
async function keep(
  work: string,
  summary: Summary,
  options: IntakeOptions,
  note: Streams['note'],
): Promise<void> {
  const say = (zh: string, en: string) => note(options.locale === 'zh' ? zh : en);
  if (options.report !== null) {
    await copyFile(join(work, REPORT_BOOK), options.report);
    say(`报告已写到 ${options.report}`, `report written to ${options.report}`);
  }
  if (options.questions !== null) {
    await copyFile(join(work, DRAFT), options.questions);
    say(
      `${summary.questions} 个待确认的问题已写到 ${options.questions}：填好后用 --mapping 交回`,
      `${summary.questions} questions written to ${options.questions}: fill it in and hand it back by --mapping`,
    );
  }
  const targets = [...(options.write ? [options.data] : []), ...(options.out ? [options.out] : [])];
  if (targets.length === 0) return;
  if (summary.tables.length === 0) {
    say('没有要写入的数据', 'nothing to write');
    return;
  }
  if (!isWell(summary) && !options.partial) {
    say(
      '有拒绝或待确认的内容，没有写入任何表；改好后再导入，或用 --partial 写入其余部分',
      'Something was refused or is asked: nothing was written. Mend it and import again, or write the rest by --partial',
    );
    return;
  }
  const tables = await Promise.all(
    summary.tables.map(async ({ path }): Promise<InputFile> => ({
      path,
      bytes: await readFile(join(work, TABLES, path)),
    })),
  );
  for (const target of targets) {
    if (target === options.data) await mustBeAsRead(options.data, summary);
    else await mkdir(target, { recursive: true });
    await writeTogether(target, tables);
    for (const { path } of tables)
      say(`已写入 ${join(target, path)}`, `wrote ${join(target, path)}`);
  }
  if (options.write) say('接着运行 npm run data', 'Run npm run data next');
}

/** Nobody changed the tables since they were read. */
async function mustBeAsRead(data: string, { tables }: Summary): Promise<void> {
  for (const { path, from } of tables) {
    const bytes = await readFile(join(data, path)).catch(() => null);
    const now = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
    if (now !== from)
      stopOn([
        problem(
          join(data, path),
          '导入期间此文件被改动，没有写入；请再导入一次',
          'was changed meanwhile: nothing was written, import again',
        ),
      ]);
  }
}
